// Start-up: whole processes in interleaved pairs with an empty Node script.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, table } from './print.mjs'

const CLI = fileURLToPath(new URL('../dist/bin/licet.js', import.meta.url))
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
    ['licet --version', 1.3, ['--version'], (text) => /\d+\.\d+/.test(text)],
    [
      'licet check, to JSON',
      4,
      ['check', deal, '--format', 'json'],
      (text) => text.startsWith('{'),
    ],
    [
      'licet check, to PDF',
      12,
      ['check', deal, '--format', 'pdf', '--out', folder],
      () => hasPdf(folder),
    ],
  ]
  const pairs = short ? 7 : 21
  const results = commands.map(([name, goal, args, worked]) => {
    if (!worked(start([CLI, ...args], DETERMINED).stdout)) {
      return {
        name: `${name} gave no result`,
        goal,
        value: Infinity,
        sign: '<=',
        met: false,
        times: [],
      }
    }
    const times = []
    for (let pair = 0; pair < pairs; pair++) {
      const base = start([empty], [0]).seconds
      times.push({ base, own: start([CLI, ...args], DETERMINED).seconds })
    }
    const value = median(times.map(({ base, own }) => own / base))
    return {
      name: `${name}, times an empty script`,
      goal,
      value,
      sign: '<=',
      met: value <= goal,
      times,
    }
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

// Exit codes of a determination that was made: nothing stands in the way, license required, needs facts.
const DETERMINED = [0, 1, 2]

const hasPdf = (folder) => readdirSync(folder).some((name) => name.endsWith('.pdf'))

function start(args, codes) {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const seconds = (performance.now() - started) / 1000
  if (!codes.includes(status)) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return { seconds, stdout }
}
