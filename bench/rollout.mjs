// A rollout over every place of the world, as a user runs it: whole processes, start and JSON included.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, table } from './print.mjs'

const CLI = fileURLToPath(new URL('../dist/bin/licet.js', import.meta.url))
const MANIFEST = fileURLToPath(new URL('../fixtures/rollouts/every-place.yaml', import.meta.url))
/** Says on standard error how much processor time the process took. */
const METER = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(`cpu ${(user + system) / 1e6}`) })",
)}`
const PLACES = 254
const FEATURES = 4
const DATES = 2

/**
 * Measures `licet rollout` by the clock and in processor time.
 * @returns the goal: seconds of processor time to JSON; none before the command line is built
 */
export function rollout({ short }) {
  if (!existsSync(CLI)) {
    console.log(`rollout: not measured, since ${CLI} is not built\n`)
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  const rounds = short ? 3 : 9
  const formats = ['json', 'text', 'pdf']
  const results = formats.map((format) => {
    const runs = Array.from({ length: rounds }, () => start(format, folder))
    return {
      format,
      clock: median(runs.map(({ clock }) => clock)),
      cpu: median(runs.map(({ cpu }) => cpu)),
    }
  })
  rmSync(folder, { recursive: true })
  table(
    [
      `rollout, ${PLACES} places x ${FEATURES} features x ${DATES} dates`,
      'seconds',
      'processor seconds',
    ],
    results.map(({ format, clock, cpu }) => [`to ${format}`, clock.toFixed(2), cpu.toFixed(2)]),
  )
  const [{ cpu: value }] = results
  const name = 'licet rollout of every place to JSON, processor seconds'
  return [{ name, goal: 3, value, sign: '<=', met: value <= 3 }]
}

function start(format, folder) {
  const args = ['--import', METER, CLI, 'rollout', MANIFEST, '--format', format]
  const started = performance.now()
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    format === 'pdf' ? [...args, '--out', folder] : args,
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  const clock = (performance.now() - started) / 1000
  if (status === null || status > 2)
    throw new Error(`licet rollout ended with ${status}: ${stderr}`)
  if (format === 'json') {
    const cells = JSON.parse(stdout).cells.length
    if (cells !== PLACES * FEATURES * DATES) throw new Error(`${cells} cells`)
  }
  return { clock, cpu: Number(/cpu ([\d.]+)$/.exec(stderr)?.[1]) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) rollout({ short: true })
