// Start-up: whole processes in interleaved pairs with an empty Node script.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, table } from './print.mjs'

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const DEAL = fileURLToPath(new URL('../fixtures/deals/h100-h20-singapore.yaml', import.meta.url))

/**
 * Measures `licet` as a user starts it.
 * @param deal the case that is checked
 * @returns the goals, each with the ratio to an empty script; none before the command line is built
 */
export function startup({ short, deal = DEAL }) {
  if (!existsSync(CLI)) {
    console.log(`start-up: not measured, since ${CLI} is not built\n`)
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  const commands = [
    ['licet --version', 1.3, ['--version']],
    ['licet check, to JSON', 4, ['check', deal, '--format', 'json']],
    ['licet check, to PDF', 12, ['check', deal, '--format', 'pdf', '--out', folder]],
  ]
  const pairs = short ? 7 : 21
  const results = commands.map(([name, goal, args]) => {
    const times = []
    for (let pair = 0; pair < pairs; pair++) {
      const base = seconds([empty], [0])
      // A determination that is not clear ends with a code of its own; 64 and above are failures.
      times.push({ base, own: seconds([CLI, ...args], [0, 1, 2, 3, 4, 5, 10, 20]) })
    }
    const value = median(times.map(({ base, own }) => own / base))
    return { name: `${name}, times an empty script`, goal, value, sign: '<=', met: value <= goal, times }
  })
  rmSync(folder, { recursive: true })
  table(
    ['command', 'ms', 'empty script, ms'],
    results.map(({ name, times }) => [
      name.split(',').slice(0, -1).join(','),
      (median(times.map(({ own }) => own)) * 1000).toFixed(0),
      (median(times.map(({ base }) => base)) * 1000).toFixed(0),
    ]),
  )
  return results
}

function seconds(args, codes) {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const taken = (performance.now() - started) / 1000
  if (!codes.includes(status)) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return taken
}
