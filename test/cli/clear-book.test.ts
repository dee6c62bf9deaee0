import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bodyOf, entriesIn, openBook } from '../../src/book/book.ts'
import type { AdjudicationBody, DecisionBody } from '../../src/book/bodies.ts'
import type { Determination } from '../../src/determination.ts'
import { folderWith, licet } from './licet.ts'

const NEAR = 'Inspurr Electronics Information Industry'
const deal = (id: string, name = NEAR): string => `kind: transaction
id: ${id}
date: 2026-08-05
activity: export
from: US
to: SG
items: [{ product: NVIDIA L4, quantity: 4, alsoDescribedIn: 5A992 }]
parties: [{ role: end-user, name: ${name}, country: SG, headquarters: SG }]
`

let cwd = ''
let hit = ''
const run = (...args: string[]) => licet(args, { cwd })
const clear = (by: string, ...more: string[]) =>
  run(
    'clear',
    hit,
    '--party',
    NEAR,
    '--country',
    'SG',
    '--by',
    by,
    '--reason',
    'another registration number',
    '--evidence',
    'extract.pdf',
    ...more,
  )
const adjudications = () => {
  const book = openBook(join(cwd, 'licet-book'))
  return entriesIn(book)
    .filter(({ kind }) => kind === 'adjudication')
    .map((entry) => ({ ...entry, tells: bodyOf(book, entry) as AdjudicationBody }))
}

beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), 'licet-home-'))
  process.env['LICET_HOME'] = home
  process.env['LICET_BOOK_KEY'] = join(home, 'book.key')
  cwd = folderWith({ 'a.yaml': deal('D-1'), 'b.yaml': deal('D-2', 'Apple South Asia') })
  await run('book', 'init', '--by', 'Ada Kim')
  const { stdout } = await run('check', 'a.yaml', 'b.yaml', '--record', '--format', 'json')
  const [first] = JSON.parse(stdout) as Determination[]
  hit = first!.screening[0]!.hits[0]!.id
}, 120_000)

test('a clearance is filed with the record that had the hit, with the document that shows it', async () => {
  writeFileSync(join(cwd, 'extract.pdf'), 'an extract')
  const { code, stdout } = await clear('Ada Kim')
  expect(code).toBe(0)
  expect(stdout).toMatch(/takes two people[^]*filed as entry 3 of D-1\/1\n$/)
  const [filed] = adjudications()
  expect(filed).toMatchObject({
    record: 'D-1/1',
    by: { name: 'Ada Kim' },
    objects: [{ what: 'evidence', name: 'extract.pdf' }],
    tells: { party: NEAR, list: 'entity-list', verdict: 'cleared', reference: null },
  })
  expect(filed!.tells.hit).toContain(hit)
})

test('the same person in other letters is no second person', async () => {
  expect((await clear('ada  KIM')).stdout).toContain('takes two people')
  expect((await clear('Bob Lee')).stdout).toContain('cleared:')
  expect(adjudications()).toHaveLength(3)
})

test('the case filed anew shows who cleared it, and replays by what they decided', async () => {
  await run('check', 'a.yaml', '--record', '--reason', 'the hit was cleared', '--by', 'Ada Kim')
  const shown = JSON.parse((await run('book', 'show', 'D-1', '--format', 'json')).stdout) as {
    id: string
    adjudications: { entry: { by: { name: string } } }[]
    determination: { body: { determination: Determination } }
  }
  expect(shown.id).toBe('D-1/2')
  expect(shown.adjudications.map(({ entry }) => entry.by.name)).toEqual([
    'Ada Kim',
    'ada  KIM',
    'Bob Lee',
  ])
  const { screening } = shown.determination.body.determination
  expect(screening[0]!.cleared).toMatchObject([{ id: hit, by: ['Ada Kim', 'Bob Lee'] }])
  const made = await run(
    'book',
    'decide',
    'D-1',
    '--decision',
    'hold',
    '--reason',
    'to be seen',
    '--by',
    'Bob Lee',
  )
  expect(made.code).toBe(0)
  const book = openBook(join(cwd, 'licet-book'))
  const last = entriesIn(book).findLast(({ kind }) => kind === 'decision')!
  expect((bodyOf(book, last) as DecisionBody).decision).toBe('hold')
  expect((await run('book', 'replay')).stdout).toContain('3 the same, byte for byte; 0 not')
})

test('without a record it is filed by itself; without a book not at all', async () => {
  const other = await run('screen', `${NEAR} X`, '--format', 'json')
  const id = (JSON.parse(other.stdout) as { hits: { id: string }[] }).hits[0]!.id
  const why = ['--reason', 'another', '--evidence', 'page 2 of the register']
  const args = ['clear', id, '--party', `${NEAR} X`, '--by', 'Ada Kim', ...why]
  expect((await run(...args)).stdout).toMatch(/filed as entry \d+\n$/)
  expect(adjudications().at(-1)).toMatchObject({
    record: null,
    tells: { reference: 'page 2 of the register', evidence: [] },
  })
  expect((await run(...args, '--book', 'nowhere')).stdout).not.toContain('filed as')
})

test('records are taken out by what they say', async () => {
  expect((await run('book', 'export', '--out', 'none')).stderr).toContain('name records, --all')
  expect((await run('book', 'export', '--party', 'nobody', '--out', 'none')).stderr).toContain(
    'no record fits',
  )
  expect((await run('book', 'export', '--party', 'apple', '--out', 'ex')).code).toBe(0)
  expect(readdirSync(join(cwd, 'ex')).toSorted()).toEqual(['D-2-1.json', 'objects'])
})
