import { describe, expect, it } from 'vitest'
import type { Listed } from '../../src/ccl/entry.ts'
import { listedFor, staBars, type ListEligibility } from '../../src/ccl/eligibility.ts'
import type { Given } from '../../src/ccl/scope.ts'
import { entries, named } from './read-ccl.ts'

const listed = (text: string, exception: Listed, given?: Given): ListEligibility => {
  const { entry, paragraph } = named(text)
  return listedFor(entry, paragraph, exception, given)
}

describe('the list-based exceptions of an entry', () => {
  it('give LVS with the value of the entry and paragraph', () => {
    expect(listed('3B001.a.1', 'LVS')).toMatchObject({ verdict: 'listed', usd: 500 })
    expect(listed('3A001.c', 'LVS')).toMatchObject({ usd: 1500 })
    expect(listed('3A001.b.4', 'LVS')).toMatchObject({ usd: 5000 })
    expect(listed('5A001.c', 'LVS')).toMatchObject({ usd: 3000 })
    expect(listed('3C001', 'LVS')).toMatchObject({ usd: 3000 })
    expect(listed('1A003', 'LVS')).toMatchObject({ usd: 200 })
  })

  it('refuse what the entry refuses', () => {
    expect(listed('3B001.c.1.a', 'LVS').verdict).toBe('not-listed')
    expect(listed('3A090.a', 'LVS').verdict).toBe('not-listed')
    expect(listed('3D006', 'TSR').verdict).toBe('not-listed')
    expect(listed('3D003', 'TSR').verdict).toBe('listed')
    expect(listed('4E091', 'ACM').verdict).toBe('not-listed')
  })

  it('are open, never listed, where a paragraph or a fact is missing', () => {
    expect(listed('3B001', 'LVS').verdict).toBe('open')
    expect(listed('3B001.s', 'GBS').verdict).toBe('open')
    expect(listed('3A001.b.2', 'LVS')).toMatchObject({
      verdict: 'open',
      questions: ['civil-telecommunications'],
    })
    const civil = { answers: new Map([['civil-telecommunications', 'yes' as const]]) }
    expect(listed('3A001.b.2', 'LVS', civil)).toMatchObject({ verdict: 'listed', usd: 3000 })
    expect(listed('3D001', 'TSR').verdict).toBe('open')
    expect(listed('3D001', 'TSR', { relatedTo: ['3A090.a'] }).verdict).toBe('not-listed')
  })

  it('bar STA for groups, for its paragraph (c)(2), or at all', () => {
    const bars = (text: string): unknown[] => {
      const { entry, paragraph } = named(text)
      return staBars(entry, paragraph).map(({ bars: to, verdict }) => [to, verdict])
    }
    expect(bars('3B001.q')).toEqual([[['A:5', 'A:6'], 'barred']])
    expect(bars('3B001.a.1')).toEqual([])
    expect(bars('3B001')).toEqual([[['A:5', 'A:6'], 'open']])
    expect(bars('3A611.a')).toEqual([['c.2', 'barred']])
    expect(bars('4A005')).toEqual([['all', 'barred']])
    expect(bars('3D005')).toEqual([[['A:6'], 'barred']])
    expect(bars('3D006')).toEqual([])
  })

  it('of LVS have a value for every line that is settled', () => {
    const lines = entries.flatMap(({ eccn, exceptions: { LVS } }) =>
      typeof LVS === 'object' ? LVS.map((line) => ({ eccn, ...line })) : [],
    )
    expect(lines.length).toBeGreaterThan(80)
    const bare = lines.filter(
      ({ usd, scope }) => usd === undefined && (scope === 'entire' || scope.prose === undefined),
    )
    expect(bare).toEqual([])
  })
})
