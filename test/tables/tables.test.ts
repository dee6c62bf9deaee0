import { describe, expect, it } from 'vitest'
import { files, geography } from './read-tables.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const tables = files.flatMap((file) => file.tables)
const codes = new Set([...geography.countries, ...geography.regions].map((place) => place.code))
/** A case may name the occupied part of an oblast instead of the oblast. */
const places = new Set([...codes, ...geography.regions.flatMap(({ region }) => region ?? [])])
/** Signatories of Pax Silica that are no country; nobody asks whether a place is one. */
const blocs = new Set(['EU'])
const withoutCodes = new Set([
  'approved-designers',
  'approved-osats',
  'supplement-8-part-740',
  '600-series-and-9x515',
  'supplement-2-part-744-whole',
  'supplement-2-part-744-part',
  'supercomputer-items',
  'category-3-B-to-E',
  'category-3-B',
  'cameras-744.9',
  'retention-ear',
  'retention-ofac',
  'ai-exports-program-model-families',
  ...tables.filter(({ id }) => id.startsWith('fdp-L')).map(({ id }) => id),
])

describe('the tables of the rule pack', () => {
  it('name each table once', () => {
    const ids = tables.map((table) => table.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(tables.map((table) => [table.id, table] as const))('%s has ordered dates', (_, table) => {
    expect(table.verified.on).toMatch(day)
    expect(['A', 'B', 'C']).toContain(table.verified.confidence)
    for (const { value, from, until, source } of table.rows) {
      if (from !== undefined) expect(from, value).toMatch(day)
      if (until !== undefined) expect(until, value).toMatch(day)
      if (from !== undefined && until !== undefined) expect(from < until, value).toBe(true)
      if (from !== undefined || until !== undefined) expect(source, value).toBeDefined()
    }
  })

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s has no two rows for one day',
    (_, table) => {
      const seen = new Map<string, string>()
      for (const { value, from = '0000-00-00', until = '9999-99-99' } of table.rows) {
        const freeFrom = seen.get(value) ?? '0000-00-00'
        expect(freeFrom <= from, value).toBe(true)
        seen.set(value, until)
      }
    },
  )

  it.each(
    tables
      .filter((table) => !withoutCodes.has(table.id))
      .map((table) => [table.id, table] as const),
  )('%s lists known places, and what follows another beside it', (_, table) => {
    const follows = new Map(geography.countries.map(({ code, treatAs }) => [code, treatAs]))
    for (const { value, from, until } of table.rows.filter((row) => !blocs.has(row.value))) {
      expect(places, value).toContain(value)
      // A condition sees the country that governs: a row for Hong Kong without China would be in vain.
      const governs = follows.get(value) ?? value
      const beside = table.rows.some(
        (row) => row.value === governs && row.from === from && row.until === until,
      )
      expect(beside, value).toBe(true)
    }
  })

  it('hold 33 approved designers and 24 approved OSAT companies', () => {
    const size = (id: string): number => tables.find((table) => table.id === id)?.rows.length ?? 0
    expect([size('approved-designers'), size('approved-osats')]).toEqual([33, 24])
  })
})

describe('the countries', () => {
  it('have each code and each name once', () => {
    const names = geography.countries.flatMap((c) => [c.name, ...(c.aliases ?? [])])
    const folded = names.map((name) => name.toLowerCase())
    expect(new Set(folded).size).toBe(folded.length)
    expect(geography.countries.length).toBe(250)
    expect(codes.size).toBe(254)
  })

  it('are treated as a country that is itself treated as no other', () => {
    for (const { code, treatAs } of geography.countries) {
      if (treatAs === undefined) continue
      const followed = geography.countries.find((c) => c.code === treatAs)
      expect(followed, code).toBeDefined()
      expect(followed?.treatAs, code).toBeUndefined()
    }
  })

  it('know what a wrong code can have meant, and never take a right code for a mistake', () => {
    for (const { wrote, means } of geography.mistakes) {
      expect(codes, wrote).not.toContain(wrote)
      expect(means.length, wrote).toBeGreaterThan(0)
      for (const code of means) expect(codes, wrote).toContain(code)
    }
    expect(geography.mistakes.find((m) => m.wrote === 'UK')?.means).toEqual(['GB'])
    expect(geography.mistakes.find((m) => m.wrote === 'KOREA')?.means).toEqual(['KR', 'KP'])
  })
})
