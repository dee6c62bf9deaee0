// The book under load: node book.mjs [--decisions 1000] [--kills 300] [--node PATH]... [--clone PATH]...
// Files decisions, verifies and replays them here, in another time zone and language, by each other Node
// and by each other build of Licet (its licet.js) that is named; kills writers; and compares the PDF with
// naive pdfkit and pdfmake, unless --no-memos. Stops where a replay is not the same, byte for byte.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { memos } from './memos.mjs'
import { table } from './print.mjs'

const { values: options } = parseArgs({
  options: {
    decisions: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '300' },
    node: { type: 'string', multiple: true, default: [] },
    clone: { type: 'string', multiple: true, default: [] },
    memos: { type: 'boolean', default: true },
  },
  allowNegative: true,
})

const root = fileURLToPath(new URL('..', import.meta.url))
const licet = join(root, 'dist/bin/licet.js')
const work = mkdtempSync(join(tmpdir(), 'licet-bench-book-'))
const count = Number(options.decisions)
const rows = []

/** Runs a command of Licet and returns its seconds; stops where it does not exit as expected. */
function timed(
  name,
  args,
  { node = process.execPath, program = licet, env = {}, exits = [0] } = {},
) {
  const started = performance.now()
  const run = spawnSync(node, [program, ...args], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { PATH: process.env.PATH, HOME: work, LICET_PERSON: 'bench', ...env },
  })
  if (!exits.includes(run.status)) throw new Error(`${name}: exit ${run.status}\n${run.stderr}`)
  const seconds = (performance.now() - started) / 1000
  rows.push([name, seconds.toFixed(2), run.stdout.trim().split('\n').at(-1).slice(0, 60)])
  return run.stdout
}

const DEALS = [
  'rtx-4090-nac',
  'h100-h20-singapore',
  'h200-china-lane',
  'hbm2-malaysia',
  'l40-vietnam-aca',
]
const texts = DEALS.map((name) =>
  readFileSync(join(root, 'fixtures/deals', `${name}.yaml`), 'utf8'),
)
mkdirSync(join(work, 'deals'))
for (let i = 0; i < count; i++) {
  const text = texts[i % texts.length]
    .replace(/^id: .*$/m, `id: B-${i}`)
    .replace(/quantity: (\d+)/, (_, n) => `quantity: ${Number(n) + i}`)
  writeFileSync(join(work, 'deals', `${String(i).padStart(6, '0')}.yaml`), text)
}

timed('init', ['book', 'init'])
timed(`check ${count} deals`, ['check', 'deals', '--format', 'json', '--out', 'out'], {
  exits: [1],
})
timed(
  `check and file ${count} deals`,
  ['check', 'deals', '--record', '--format', 'json', '--out', 'out'],
  { exits: [1] },
)
writeFileSync(join(work, 'one.yaml'), texts[0].replace(/^id: .*$/m, 'id: one'))
timed('check one deal', ['check', 'one.yaml', '--format', 'json'])
timed(`check and file one deal, behind ${count}`, [
  'check',
  'one.yaml',
  '--record',
  '--format',
  'json',
])
timed('list', ['book', 'list'])
timed('verify', ['book', 'verify'])

/** Replays every decision; a byte that differs is an exit that is not expected. */
const replayed = (where, how = {}) => timed(`replay${where}`, ['book', 'replay'], how)
const elsewhere = { TZ: 'Asia/Seoul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
replayed('')
replayed(', TZ=Asia/Seoul LANG=tr_TR.UTF-8', { env: elsewhere })
for (const node of options.node) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  replayed(`, Node ${version}, Seoul, Turkish`, { node, env: elsewhere })
}
for (const program of options.clone) replayed(', another build', { program })
const bytes = (name) =>
  `${(statSync(join(work, 'licet-book', name)).size / count).toFixed(0)} bytes a decision`
rows.push(['log', '', bytes('log.jsonl')], ['checkpoints', '', bytes('checkpoints.jsonl')])

if (Number(options.kills) > 0) {
  const started = performance.now()
  const run = spawnSync('npx', ['vitest', 'run', 'test/book/crash.test.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LICET_KILLS: options.kills },
  })
  if (run.status !== 0) throw new Error(run.stdout)
  rows.push([
    `${options.kills} writers killed`,
    ((performance.now() - started) / 1000).toFixed(0),
    'no entry lost, none doubled',
  ])
}

table(['the book', 'seconds', ''], rows)
if (options.memos) await memos()
rmSync(work, { recursive: true })
