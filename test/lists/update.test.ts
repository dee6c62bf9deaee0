import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { changesBetween } from '../../src/lists/diff.ts'
import { compileIndex } from '../../src/lists/compile-index.ts'
import { byList } from '../../src/lists/bundled.ts'
import { entriesOf, type Draft } from '../../src/lists/draft.ts'
import { readNameTables } from '../../src/lists/name-tables.ts'
import { updated } from '../../src/lists/update.ts'
import { decodeIndex, encodeIndex, type IndexFile } from '../../src/screening/index-file.ts'
import { screenerOf } from '../../src/screening/screen.ts'
import { known } from './known.ts'

const { registry, countries } = known
const named = readNameTables('data/names')

const draft = (list: string, i: number, more: Partial<Draft> = {}): Draft => ({
  list,
  name: `Party number ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${i} Trading`,
  countries: ['CN'],
  ...more,
})
const drafts = [
  ...Array.from({ length: 40 }, (_, i) => draft('EL', i)),
  ...Array.from({ length: 20 }, (_, i) => draft('SDN', i + 100)),
  draft('MIEU', 900),
]

let current: IndexFile
beforeAll(() => {
  const { entries, faults } = entriesOf(drafts, registry, countries)
  const lists = byList(entries, registry, '2026-07-31', 'first')
  current = compileIndex({ lists, faults, registry, ...named })
})

const taking = (incoming: readonly Draft[], acceptShrink = false): ReturnType<typeof updated> =>
  updated(
    current,
    {
      read: { format: 'CSL JSON', drafts: incoming },
      from: 'feed',
      date: '2026-11-20',
      fetched: '2026-11-21T06:00:00.000Z',
      acceptShrink,
    },
    registry,
    countries,
  )
const codes = (made: ReturnType<typeof updated>): string[] =>
  made.ok ? [] : made.issues.map(({ code }) => code)
const csl = drafts.filter(({ list }) => list !== 'MIEU')

describe('an update', () => {
  test('replaces the lists of its source and keeps the others', () => {
    const made = taking(csl)
    if (!made.ok) throw new Error('refused')
    expect(made.value.meta.lists.map(({ code, date }) => [code, date])).toEqual([
      ['EL', '2026-11-20'],
      ['SDN', '2026-11-20'],
      ['MIEU', '2026-07-31'],
    ])
    expect(changesBetween(current, made.value)).toEqual([])
  })

  test('an empty list is refused', () => {
    expect(codes(taking([]))).toEqual(['empty-list'])
  })

  test('a list that lost 40 percent is refused, and taken where a person says so', () => {
    const less = csl.filter((_, i) => i >= 16)
    expect(codes(taking(less))).toEqual(['shrunken-list'])
    expect(taking(less, true).ok).toBe(true)
  })

  test('a list that vanished is refused', () => {
    expect(codes(taking(csl.filter(({ list }) => list === 'EL')))).toEqual(['vanished-list'])
  })

  test('a list that lost a tenth is taken', () => {
    expect(taking(csl.slice(4)).ok).toBe(true)
  })

  test('what changed is named by entry', () => {
    const [first, second, ...rest] = csl
    const made = taking([
      { ...second!, texts: { licensePolicy: 'Presumption of denial' } },
      ...rest,
      draft('EL', 777),
    ])
    if (!made.ok) throw new Error('refused')
    const changes = changesBetween(current, made.value)
    expect(changes.map(({ kind, name, keys }) => [kind, name, keys])).toEqual([
      ['changed', second!.name, ['licensePolicy']],
      ['added', draft('EL', 777).name, []],
      ['removed', first!.name, []],
    ])
  })
})

describe('an index file', () => {
  test('is the same bytes for the same lists, and reads as it was written', () => {
    const bytes = encodeIndex(current)
    expect(Buffer.compare(bytes, encodeIndex(decodeIndex(bytes)))).toBe(0)
    const screener = screenerOf(decodeIndex(bytes))
    expect(screener.screen({ name: 'Party number a0 Trading' }).matches[0]!.band).toBe('exact')
  })
  test('that is cut off, or is none, is refused', () => {
    const bytes = encodeIndex(current)
    expect(() => decodeIndex(bytes.subarray(0, bytes.length - 100))).toThrow('cut off')
    expect(() => decodeIndex(readFileSync('package.json'))).toThrow('no index')
  })
})
