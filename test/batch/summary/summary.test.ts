import { describe, expect, it } from 'vitest'
import { strictestOf, usualOf } from '../../../src/batch/summary/summary.ts'
import { addTallies, noTallies, OTHERS, type Tallies } from '../../../src/batch/tally.ts'
import { engine } from '../../engine.ts'
import { DEALS, PROFILE, summaryOf } from './sample.ts'

describe('the summary of a batch', () => {
  const summary = summaryOf(DEALS)
  const sum = (counts: readonly { readonly rows: number }[]): number =>
    counts.reduce((all, { rows }) => all + rows, 0)

  it('counts every row once: rows in are decided or rejected', () => {
    expect([summary.rows, summary.decided, summary.rejected]).toEqual([10, 9, 1])
    const outcomes = Object.values(summary.outcomes).reduce((all, rows) => all + rows, 0)
    expect([outcomes, sum(summary.countries), sum(summary.items)]).toEqual([9, 9, 9])
    expect(summary.errors).toBe('results.errors.csv')
    expect(summaryOf(DEALS.slice(0, 3)).errors).toBeNull()
  })

  it('counts Hong Kong, Macau, Taiwan and the regions of Ukraine as destinations of their own', () => {
    const codes = summary.countries.map(({ name }) => name)
    expect(codes).toEqual(['KR', 'CN', 'DNR', 'HK', 'IR', 'MO', 'SG', 'TW'])
    expect(summary.countries[0]!.rows).toBe(2)
  })

  it('counts a destination that all rows have, and those that say none', () => {
    const headless = { to: '' }
    const constants = [
      { path: ['kind'], value: 'transaction' },
      { path: ['to'], value: 'KR' },
    ]
    expect(summaryOf([headless]).countries.map(({ name }) => name)).toEqual([''])
    const [one] = summaryOf([headless, { to: 'CN' }], { constants }).countries.toReversed()
    expect(one).toMatchObject({ name: 'KR', rows: 1 })
  })

  it('names each provision by its citation and its title', () => {
    expect(summary.provisions.length).toBeGreaterThan(3)
    for (const { name, citation, title } of summary.provisions) {
      const provision = engine.pack.provisions.find(({ id }) => id === name)
      expect([citation, title]).toEqual([provision?.law, provision?.title])
    }
  })

  it('counts the rows that rest on assumed facts, and those that the text alone would decide otherwise', () => {
    expect(summary.assumed).toEqual([])
    const { assumed } = summaryOf(DEALS, { profiles: [PROFILE] })
    expect(assumed.map(({ name }) => name)).toEqual(['endUse.military (onboarding)'])
    expect(assumed[0]!.rows).toBeGreaterThan(0)
    // The worldwide requirement of January 2025 is codified for the H100, and not enforced.
    const outcomes = { 'needs-facts': 1 }
    const judged = summaryOf([{ to: 'KR' }, { to: 'KR', product: 'NVIDIA RTX 4090' }])
    expect(judged.textOnly).toEqual([{ name: 'license-required', rows: 1, outcomes }])
  })

  it('says which lists there were, how old, and what is not modeled', () => {
    const { lists, pack, asOf } = summary.basis
    expect([pack.sha256, asOf]).toEqual([engine.sha256, '2026-08-05'])
    expect(lists!.length).toBeGreaterThan(5)
    expect(lists!.every(({ sha256, stale }) => sha256.length === 64 && !stale)).toBe(true)
    const later = summaryOf(DEALS, { asOf: '2026-11-20' }).basis.lists!
    expect(later.some(({ stale }) => stale)).toBe(true)
    expect(summary.notModelled.length).toBeGreaterThan(10)
  })
})

describe('the outcome of a destination', () => {
  it('is the strictest of any row, or that of most rows, the stricter of two as frequent', () => {
    const outcomes = { 'no-license-required': 5, 'needs-facts': 5, 'license-required': 1 }
    expect([strictestOf({ outcomes }), usualOf({ outcomes })]).toEqual([
      'license-required',
      'needs-facts',
    ])
    expect([strictestOf({ outcomes: {} }), usualOf({ outcomes: {} })]).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('names that are counted', () => {
  const chunkOf = (names: readonly string[]): Tallies => {
    const chunk = noTallies()
    for (const name of names) chunk.item[name] = { 'needs-facts': 2 }
    return chunk
  }
  const names = Array.from({ length: 10_001 }, (_, i) => `item ${i}`)

  it.each([
    [9_999, undefined],
    [10_000, undefined],
    [10_001, { 'needs-facts': 2 }],
  ])('are %i: rows of those beyond ten thousand are counted together', (count, others) => {
    const all = noTallies()
    addTallies(all, chunkOf(names.slice(0, 5000)))
    addTallies(all, chunkOf(names.slice(5000, count)))
    expect(all.item[OTHERS]).toEqual(others)
    expect(Object.keys(all.item).length).toBe(count)
    // A name that is known is counted by its own for ever.
    addTallies(all, chunkOf(['item 0']))
    expect(all.item['item 0']).toEqual({ 'needs-facts': 4 })
  })

  it('are the same in a run that was taken up', () => {
    const all = noTallies()
    for (let at = 0; at < names.length; at += 777)
      addTallies(all, chunkOf(names.slice(at, at + 777)))
    addTallies(all, chunkOf(['one more']))
    const resumed = noTallies()
    addTallies(resumed, JSON.parse(JSON.stringify(all)) as Tallies)
    expect(resumed).toEqual(all)
    expect(all.item[OTHERS]).toEqual({ 'needs-facts': 4 })
  })
})
