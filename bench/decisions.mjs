// Decisions per second: the same rules and deals in every engine, with equal answers.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { median, table } from './print.mjs'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))

// `share` is the part of the deals that a slow engine runs.
const ENGINES = [
  ['hand', 'hand-written if-chain', 'hand-written', 'prepare', 45, 1],
  ['verdicts', 'licet: verdicts, index', 'licet', 'prepareIndexed', 45, 1],
  ['every', 'licet: verdicts of every rule, no index', 'licet', 'prepareEvery', 45, 1],
  [
    'findings',
    'licet: verdicts, proofs of findings, index',
    'licet',
    'prepareProvedFindings',
    45,
    1,
  ],
  ['proofs', 'licet: proofs of candidates, index', 'licet', 'prepareProvedIndexed', 45, 1],
  ['proofsEvery', 'licet: proofs of every rule, no index', 'licet', 'prepareProved', 45, 0.2],
  ['verdicts400', 'licet: verdicts, index', 'licet', 'prepareIndexed', 400, 1],
  ['verdicts4000', 'licet: verdicts, index', 'licet', 'prepareIndexed', 4000, 1],
  [
    'findings400',
    'licet: verdicts, proofs of findings, index',
    'licet',
    'prepareProvedFindings',
    400,
    1,
  ],
  [
    'findings4000',
    'licet: verdicts, proofs of findings, index',
    'licet',
    'prepareProvedFindings',
    4000,
    1,
  ],
  ['cel', 'cel-js, parsed once', 'cel', 'prepare', 45, 0.2],
  ['zen', 'ZEN, compiled once, 64 in flight', 'zen', 'prepare', 45, 0.1],
  ['zenAwaited', 'ZEN, compiled once, awaited', 'zen', 'prepareAwaited', 45, 0.03],
  ['zenQuickStart', 'ZEN, as in its quick start', 'zen', 'prepareQuickStart', 45, 0.02],
  ['jre', 'json-rules-engine', 'json-rules-engine', 'prepare', 45, 0.02],
]

/**
 * Runs every engine in its own process, in interleaved rounds, and compares the hashes of what fired
 * with the if-chain's, or with the proofs' of every rule where there are more than 45.
 * @returns the goals, each with the numbers
 * @throws when an engine gives another answer
 */
export async function decisions({ short }) {
  const deals = short ? 20_000 : 100_000
  const rounds = short ? 5 : 7
  const workers = []
  for (const [key, label, module, prepare, rules, share] of ENGINES) {
    workers.push({
      key,
      label,
      rules,
      count: deals * share,
      ...(await start(module, prepare, rules, deals)),
    })
  }
  const checks = await compareAnswers(workers, deals)
  const times = await measure(workers, rounds)
  for (const { process } of workers) process.kill()

  const ns = (key) => median(times.get(key).map((round) => round.ns))
  table(
    ['engine', 'rules', 'decisions/cpu-s', 'us', 'x json-rules-engine', 'of if-chain', 'answers'],
    workers.map(({ key, label, rules }) => [
      label,
      rules,
      Math.round(1e9 / ns(key)),
      (ns(key) / 1000).toFixed(2),
      rules === 45 ? (ns('jre') / ns(key)).toFixed(1) : '',
      rules === 45 ? (ns('hand') / ns(key)).toFixed(4) : '',
      checks.get(key),
    ]),
  )
  const zenAtBest = Math.min(ns('zen'), ns('zenAwaited'))
  const built = times.get('verdicts4000')[0].built
  return [
    atLeast('verdicts, times json-rules-engine', ns('jre') / ns('verdicts'), 200),
    atLeast('verdicts, times ZEN at its best', zenAtBest / ns('verdicts'), 25),
    atLeast('verdicts, share of the if-chain', ns('hand') / ns('verdicts'), 0.15),
    atMost('proof path, times verdicts', ns('findings') / ns('verdicts'), 3),
    atMost('verdicts of 400 rules, times 45', ns('verdicts400') / ns('verdicts'), 2),
    atMost('verdicts of 4,000 rules, times 45', ns('verdicts4000') / ns('verdicts'), 6),
    atMost('proof path of 400 rules, times 45', ns('findings400') / ns('findings'), 2),
    atMost('proof path of 4,000 rules, times 45', ns('findings4000') / ns('findings'), 6),
    atMost('index of 4,000 rules, ms', built, 250),
  ]
}

const atLeast = (name, value, goal) => ({ name, value, goal, sign: '>=', met: value >= goal })
const atMost = (name, value, goal) => ({ name, value, goal, sign: '<=', met: value <= goal })

async function start(module, prepare, rules, deals) {
  const what = JSON.stringify({ module: file(`engines/${module}.mjs`), prepare, rules, deals })
  const process = fork(file('worker.mjs'), [what])
  process.on('exit', (code) => {
    if (code) throw new Error(`${module} ${prepare} failed`)
  })
  await once(process, 'message')
  const run = async (count) => {
    process.send(count)
    return (await once(process, 'message'))[0]
  }
  return { process, run }
}

async function compareAnswers(workers, deals) {
  const hand = workers.find(({ key }) => key === 'hand')
  const checks = new Map()
  for (const { key, rules, count, run } of workers) {
    const sample = rules === 45 ? count : 500
    const reference = rules === 45 ? hand : await start('licet', 'prepareProved', rules, deals)
    const [wanted, got] = [await reference.run(sample), await run(sample)]
    if (rules !== 45) reference.process.kill()
    if (wanted.hash !== got.hash)
      throw new Error(`${key}: ${got.hash} over ${sample} deals, not ${wanted.hash}`)
    checks.set(key, `equal on ${sample}`)
  }
  return checks
}

async function measure(workers, rounds) {
  const times = new Map(workers.map(({ key }) => [key, []]))
  for (let warm = 0; warm < 3; warm++) for (const { count, run } of workers) await run(count)
  for (let round = 0; round < rounds; round++) {
    for (const { key, count, run } of workers) times.get(key).push(await run(count))
  }
  return times
}
