import { execFile } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import { check } from '../../dist/src/check.js'
import { currentFile, readIndex, storeFolder } from '../../dist/src/lists/store.js'
import { loadEngine } from '../../dist/src/rules/load.js'
import { screenParties } from '../../dist/src/screening/screen-parties.js'
import { screenerOf } from '../../dist/src/screening/screen.js'
import { generate, writeMapping } from './generate.mjs'
import { putChangedLists, putLists } from './lists-of-day.mjs'

/**
 * The batch from end to end: rows a second at each size, against csv-parse alone on the same file, against
 * one worker, against every row decided anew, the re-screen of a night, and by lists that are stale. Answers
 * that differ stop it.
 *
 *     node bench/batch/run.mjs [ROWS...]          10000 100000 1000000 where left out
 */
const sizes = process.argv.slice(2).map(Number)
const MAIN = fileURLToPath(new URL('../../dist/bin/licet.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
const home = join(folder, 'home')
const DAY = '2026-11-20'
/** Lists of the day before, and those of the day, in which twelve entries are others. */
const [older, newer] = [putLists(home, '2026-11-19'), putChangedLists(home, DAY)]

async function measure(rows) {
  const input = join(folder, 'deals.csv')
  const mapping = join(folder, 'mapping.yaml')
  generate(rows, input)
  for (const isScreened of [false, true]) {
    writeMapping(mapping, isScreened)
    const how = isScreened ? ['--lists', older] : ['--no-screen']
    const [alone, one, two] = await inTurn(
      () => csvParse(input),
      () => fresh(`${isScreened}-1.csv`, mapping, ['--workers', '1', ...how]),
      () => fresh(`${isScreened}-2.csv`, mapping, ['--workers', '2', ...how]),
    )
    same(`${isScreened}-1.csv`, `${isScreened}-2.csv`)
    const name = isScreened ? 'screened' : 'unscreened'
    show(rows, 'csv-parse alone', rows, alone)
    show(rows, `${name}, 1 worker`, rows, one, ofParser(alone, one))
    show(rows, `${name}, 2 workers`, rows, two, ofParser(alone, two))
    console.log(`  two workers to one: ${(one.seconds / two.seconds).toFixed(2)}, same bytes`)
  }
  const each = everyRow(input, mapping)
  show(rows, 'every row decided, no keys', each.rows, each)
  await night(rows, mapping)
  const stale = await batch('stale.csv', mapping, ['--workers', '2'])
  show(rows, 'screened, lists are stale', rows, stale)
  rmSync(join(folder, 'stale.csv'))
}

/** The means of some runs, each done three times, one after the other: the pace of a machine moves within minutes. */
async function inTurn(...runs) {
  const done = runs.map(() => [])
  for (let turn = 0; turn < 3; turn++)
    for (const [i, run] of runs.entries()) done[i].push(await run())
  return done.map((some) => ({
    seconds: meanOf(some, 'seconds'),
    cpu: meanOf(some, 'cpu'),
    megabytes: Math.max(...some.map(({ megabytes = 0 }) => megabytes)),
  }))
}

const meanOf = (some, what) => some.reduce((sum, one) => sum + one[what], 0) / some.length

/** A run that knows nothing of the one before. */
function fresh(out, mapping, more) {
  rmSync(join(folder, `${out}.batch`), { recursive: true, force: true })
  return batch(out, mapping, more)
}

const ofParser = (parser, run) =>
  `of csv-parse: ${(parser.seconds / run.seconds).toFixed(2)} by the clock, ${(parser.cpu / run.cpu).toFixed(2)} by the processor`

/** The same table the night after, when twelve entries of the lists are others. */
async function night(rows, mapping) {
  const lists = ['--workers', '2', '--lists', newer]
  const delta = await batch('true-2.csv', mapping, ['--changed-since', older, ...lists])
  show(
    rows,
    'night after, 12 entries',
    rows,
    delta,
    delta.said.split('\n').find((line) => line.startsWith('since')),
  )
  await batch('full.csv', mapping, lists)
  same('true-2.csv', 'full.csv')
}

function same(a, b) {
  if (!readFileSync(join(folder, a)).equals(readFileSync(join(folder, b))))
    throw new Error(`${a} is not ${b}`)
}

const show = (rows, name, done, { seconds, cpu = seconds, megabytes = 0 }, more = '') =>
  console.log(
    `${String(rows).padStart(8)} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s, ${cpu.toFixed(1)} of processor ${String(Math.round(done / seconds)).padStart(8)} rows/s ${megabytes > 0 ? `${megabytes} MB ` : ''}${more}`,
  )

async function csvParse(input) {
  const started = performance.now()
  const before = process.cpuUsage()
  const parser = createReadStream(input).pipe(parse({ columns: true }))
  await new Promise((resolve, reject) => {
    parser.on('readable', () => {
      while (parser.read() !== null);
    })
    parser.on('end', resolve)
    parser.on('error', reject)
  })
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }
}

/** Rows decided by `check`, one after the other, none remembered: the first of the table. */
function everyRow(input, mapping, rows = 2000) {
  const engine = loadEngine()
  const screener = screenerOf(readIndex(currentFile(storeFolder({ LICET_HOME: home }), older)))
  const lines = readFileSync(input, 'utf8').split('\n', rows + 1)
  const records = parseSync(lines.join('\n'), { columns: true })
  const { constants } = JSON.parse(readFileSync(mapping, 'utf8'))
  const started = performance.now()
  for (const record of records) {
    const deal = caseOfRecord(record, constants)
    const day = DAY
    const screened = screenParties(deal, screener, day)
    check(engine, screened.case, {
      asOf: day,
      today: day,
      posture: 'enforced',
      includeProposed: false,
      profiles: [],
      caseSha256: '',
      fallbackId: '',
      screened: { ...screened, lists: [] },
    })
  }
  return { rows: records.length, seconds: (performance.now() - started) / 1000 }
}

function caseOfRecord(record, constants) {
  const deal = { kind: 'transaction' }
  for (const [path, value] of Object.entries({ ...constants, ...record })) {
    if (
      value === '' ||
      !/^(id|activity|from|to|letters|redFlags|usPerson|items|parties|endUse|evidence)\b/.test(path)
    )
      continue
    const steps = path.split('.')
    let node = deal
    for (const [i, step] of steps.slice(0, -1).entries())
      node = node[step] ??= /^\d/.test(steps[i + 1]) ? [] : {}
    node[steps.at(-1)] = /quantity|unitValue/.test(path) ? Number(value) : value
  }
  return deal
}

/** A run of the command, with the most memory that it had. */
function batch(out, mapping, more) {
  const args = ['batch', join(folder, 'deals.csv'), '--map', mapping, '--as-of', DAY]
  const started = performance.now()
  return new Promise((resolve, reject) => {
    let [most, cpu] = [0, 0]
    const env = { ...process.env, LICET_HOME: home }
    const child = execFile(
      process.execPath,
      [MAIN, ...args, '--out', join(folder, out), ...more],
      { env },
      (error, _, said) => {
        clearInterval(timer)
        if (error !== null && error.code > 2) reject(new Error(said))
        else resolve({ seconds: (performance.now() - started) / 1000, cpu, megabytes: most, said })
      },
    )
    const timer = setInterval(() => {
      most = Math.max(most, memoryOf(child.pid))
      cpu = Math.max(cpu, cpuOf(child.pid))
    }, 100)
  })
}

/** Processor seconds of a process, which a busy machine moves far less than the clock. */
function cpuOf(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')[1]
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) / 100
  } catch {
    return 0
  }
}

function memoryOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes ?? 0) / 1024)
  } catch {
    return 0
  }
}

for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) await measure(rows)
rmSync(folder, { recursive: true })
