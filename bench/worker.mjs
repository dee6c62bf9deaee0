// One engine in a process of its own: prepares once, then runs its sample whenever it is asked to.
import { makeDeals } from './deals.mjs'
import { makeRules } from './rules.mjs'
import { makeTally } from './tally.mjs'

const { module, prepare, rules, deals } = JSON.parse(process.argv[2])
const engine = await import(module)
const run = engine[prepare](makeRules(rules), makeDeals(deals))

async function measure(count) {
  const tally = makeTally()
  // Time of the processor, of all threads of the process: a busy machine changes it little, and an
  // engine that works on several cores gains nothing by it.
  const started = process.cpuUsage()
  await run(0, count, tally.fired)
  const { user, system } = process.cpuUsage(started)
  const ns = ((user + system) * 1000) / count
  process.send({ ns, hash: tally.hash(), built: run.built })
}

process.on('message', (count) => {
  void measure(count)
})
process.send('ready')
