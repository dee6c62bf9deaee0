import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { generate, writeMapping } from './generate.mjs'

/**
 * A batch spread over one worker and over two: rows a second from the start of `licet batch --queue` to the
 * results in their place, with the workers there and ready. Bytes that are not those of a batch on this
 * machine stop it.
 *
 *     node bench/batch/queue.mjs postgres://user@127.0.0.1:5432/postgres [ROWS]     100000 where left out
 */
const [url, wanted = '100000'] = process.argv.slice(2)
if (url === undefined) throw new Error('say which PostgreSQL server: postgres://user@host/database')
const rows = Number(wanted)
const MAIN = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'licet-bench-queue-'))
const [input, mapping] = [join(folder, 'deals.csv'), join(folder, 'mapping.yaml')]
const chunk = Math.min(50_000, Math.ceil(rows / 20))

const running = new Set()
// Workers that outlive this would take their part of the next run.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

function start(args) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  running.add(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (piece) => (said += piece))
  const ended = new Promise((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, said })
    })
  })
  return { child, ended, said: () => said }
}

async function batch(out, more) {
  const started = performance.now()
  const judging = ['batch', input, '--map', mapping, '--as-of', '2026-11-20']
  const { ended } = start([...judging, '--out', join(folder, out), ...more])
  const { code, said } = await ended
  if (code > 2) throw new Error(said)
  return (performance.now() - started) / 1000
}

/** Processor seconds of a process, which a busy machine moves far less than the clock. */
function cpuOf(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(') ')[1]
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) / 100
}

/** Forgets what was screened before, so that each run begins alike. */
async function forget() {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: found } = await client.query("SELECT to_regclass('licet.basis') AS made")
  if (found[0].made !== null) await client.query('DELETE FROM licet.basis')
  await client.end()
}

async function spread(workers, more) {
  await forget()
  const all = Array.from({ length: workers }, () => start(['work', '--queue', url]))
  while (!all.every(({ said }) => said().includes('works at')))
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  const out = `queue-${workers}.csv`
  const seconds = await batch(out, ['--queue', url, '--chunk-rows', String(chunk), ...more])
  const cpu = all.reduce((sum, { child }) => sum + cpuOf(child.pid), 0)
  for (const { child } of all) child.kill('SIGTERM')
  await Promise.all(all.map(({ ended }) => ended))
  if (!readFileSync(join(folder, out)).equals(readFileSync(join(folder, 'here.csv'))))
    throw new Error(`${out} has other bytes than a batch on this machine`)
  return { seconds, cpu }
}

const show = (name, seconds, more = '') =>
  console.log(
    `${String(rows).padStart(8)} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s ${String(Math.round(rows / seconds)).padStart(8)} rows/s ${more}`,
  )

generate(rows, input)
for (const isScreened of [false, true]) {
  writeMapping(mapping, isScreened)
  const how = isScreened ? 'screened' : 'unscreened'
  const more = isScreened ? [] : ['--no-screen']
  show(`${how}, no queue, 1 thread`, await batch('here.csv', ['--workers', '1', ...more]))
  const runs = []
  for (const workers of [1, 2]) {
    const run = await spread(workers, more)
    runs.push(run)
    const name = `${how}, ${workers} ${workers === 1 ? 'worker' : 'workers'}`
    show(name, run.seconds, `${run.cpu.toFixed(1)} s of processor in the workers`)
  }
  const [one, two] = runs
  console.log(`  two workers to one: ${(one.seconds / two.seconds).toFixed(2)}, same bytes`)
}
rmSync(folder, { recursive: true })
