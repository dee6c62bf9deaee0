import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decisionBasis, openDecisions } from '../../src/batch/decision-cache.ts'
import { decisionStore } from '../../src/batch/decision-store.ts'
import { rowDecider, type PlacedChunk } from '../../src/batch/decide-rows.ts'
import { verdictOf } from '../../src/batch/parties.ts'
import { chunker } from '../../src/batch/read/chunks.ts'
import type { Decisions, Settled } from '../../src/batch/shared.ts'
import { engine } from '../engine.ts'
import { file as lists, screener } from '../screening/lists.ts'
import { csvOf, planFor } from './rows.ts'

const headings = [
  'id',
  'activity',
  'to',
  'items.0.product',
  'items.0.quantity',
  'parties.0.role',
  'parties.0.name',
  'parties.0.country',
]
const plan = planFor(headings, { asOf: '2026-08-01' })
const row = (id: string, to: string, quantity: string, name: string): string[] => [
  id,
  'export',
  to,
  'NVIDIA H100 SXM',
  quantity,
  'end-user',
  name,
  to,
]
/** Rows of three keys, of which one names a listed party, and one whose case can't be read. */
const ROWS = [
  row('1', 'KR', '8', 'Brimwell Electronics'),
  row('2', 'KR', '8', 'Calderon Devices'),
  row('3', 'CN', '8', 'Brimwell Electronics'),
  row('4', 'CN', '8', 'Huawei Technologies Co., Ltd.'),
  row('5', 'CN', 'eight', 'Brimwell Electronics'),
]

const decider = () => rowDecider(plan, { engine, lists: { screener } }, true)

function placed(one: ReturnType<typeof decider>): PlacedChunk {
  const cutter = chunker(
    { delimiter: ',', lineEnd: '\n', width: headings.length },
    { row: 2, line: 2 },
  )
  const [chunk] = [...cutter.push(csvOf(ROWS)), ...cutter.end()]
  const read = one.read(chunk!)
  const verdicts = new Map(
    [...read.unknown].map(([{ key }, party]) => [key, verdictOf(party, screener, engine.wording)]),
  )
  return one.place(read, (key) => verdicts.get(key))
}

const folder = mkdtempSync(join(tmpdir(), 'licet-decisions-'))
const program = { version: '1', pack: engine.sha256 }
const basis = decisionBasis(plan, program, lists.meta)

/** The decisions on all keys of the rows. */
function made(): Decisions {
  const one = decider()
  const chunk = placed(one)
  return one.settle(chunk, one.missing(chunk))
}

/** Tells a file of decisions, as a run does. */
function keep(file: string, all: Decisions): void {
  const kept = openDecisions(file, basis)
  kept.tell(all)
  kept.close()
}

/** What a run finds in a file; looked at in a copy, since a run goes on with what it finds. */
function heldIn(file: string, on: string): ReadonlyMap<string, Settled> {
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  const { before, close } = openDecisions(copy, on)
  close()
  return before
}

describe('decisions that are kept', () => {
  it('are read as they were told, and decide rows to the same bytes', () => {
    const file = join(folder, 'kept.ndjson')
    const all = made()
    expect(all).toHaveLength(4)
    keep(file, all)
    const read = heldIn(file, basis)
    expect([...read.keys()]).toEqual(all.map(([key]) => key))
    const [one, other] = [decider(), decider()]
    const chunk = placed(other)
    other.learn(chunk, [...read])
    expect(other.missing(chunk)).toEqual([])
    expect(other.decide(chunk)).toEqual(one.decide(placed(one)))
  })

  it('do not hold on another basis', () => {
    const file = join(folder, 'other.ndjson')
    keep(file, made())
    expect(heldIn(file, basis).size).toBe(4)
    expect(heldIn(file, `${basis}0`).size).toBe(0)
  })

  it('are none of a line that was not ended, and none at all of a file that is damaged', () => {
    const file = join(folder, 'cut.ndjson')
    keep(file, made())
    appendFileSync(file, '{"key":"half')
    expect(heldIn(file, basis).size).toBe(4)
    const lines = readFileSync(file, 'utf8')
    writeFileSync(file, lines.replace('"key"', 'key'))
    expect(heldIn(file, basis).size).toBe(0)
    writeFileSync(file, lines.replace(/^\{"words".*\n/m, ''))
    expect(heldIn(file, basis).size).toBe(0)
  })

  it('are added to by run after run, also where one was killed while it wrote', () => {
    const file = join(folder, 'added.ndjson')
    const all = made()
    keep(file, all.slice(0, 2))
    appendFileSync(file, '{"key":"half')
    keep(file, all.slice(2))
    expect([...heldIn(file, basis)]).toEqual(all)
    const text = readFileSync(file, 'utf8')
    keep(file, [])
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('what decisions rest on', () => {
  const of = (more: Partial<typeof plan>, meta = lists.meta, version = '1'): string =>
    decisionBasis({ ...plan, ...more }, { ...program, version }, meta)

  it.each([
    ['the posture', { posture: 'text' }],
    ['the law date', { asOf: '2026-08-02' }],
    ['what all rows have', { constants: [{ path: ['knowledge'], value: [] }] }],
    ['the form of the results', { format: 'csv' }],
    ['the language', { lang: 'ko' }],
    ['a stricter limit of age', { mostDays: 1 }],
  ] as const)('is also %s', (_, more) => {
    expect(of(more)).not.toBe(basis)
  })

  it('is the program and the day on which lists that are stale were drawn up', () => {
    expect(of({}, lists.meta, '2')).not.toBe(basis)
    const late = { asOf: '2026-11-20' }
    const day = lists.meta.lists[0]!.date
    const redated = lists.meta.lists.map((list) =>
      list.date === day ? { ...list, date: '2026-08-20' } : list,
    )
    expect(of(late, { ...lists.meta, lists: redated })).not.toBe(of(late))
  })

  it('is neither the name of the table, nor how many entries the lists have, nor today beside a law date', () => {
    const grown = lists.meta.lists.map((list) => ({
      ...list,
      entries: list.entries + 4,
      sha256: '',
    }))
    expect(of({ file: 'other.csv', today: '2027-01-01' }, { ...lists.meta, lists: grown })).toBe(
      basis,
    )
  })

  it('is today, and all of the lists, where rows may have dates of their own', () => {
    const dated = planFor([...headings, 'date'])
    const at = (today: string, meta = lists.meta): string =>
      decisionBasis({ ...dated, today }, program, meta)
    const [first, ...others] = lists.meta.lists
    const grown = { ...lists.meta, lists: [{ ...first!, entries: 1 }, ...others] }
    expect(at('2026-08-02')).not.toBe(at('2026-08-01'))
    expect(at('2026-08-01', grown)).not.toBe(at('2026-08-01'))
  })
})

describe('a store of decisions', () => {
  it('has each key decided once, whoever asks for it and when', async () => {
    const settled: Settled = { issue: { code: 'x', message: 'x' } }
    const asked: string[] = []
    const told: string[] = []
    const store = decisionStore(
      {
        settle: async (_, keys) => {
          asked.push(...keys)
          await new Promise(setImmediate)
          return keys.map((key) => [key, settled] as const)
        },
      },
      [['known', settled]],
      (some) => told.push(...some.map(([key]) => key)),
    )
    const [first, second] = await Promise.all([
      store.of(0, ['known', 'a', 'b']),
      store.of(1, ['b', 'c']),
    ])
    const third = await store.of(2, ['a', 'b', 'c'])
    expect(asked).toEqual(['a', 'b', 'c'])
    expect(told).toEqual(['a', 'b', 'c'])
    const keysOf = (some: Decisions): string[] => some.map(([key]) => key)
    // What a chunk decides itself it need not be told.
    expect(keysOf(first)).toEqual(['known'])
    expect(keysOf(second)).toEqual(['b'])
    expect(keysOf(third)).toEqual(['a', 'b', 'c'])
  })
})
