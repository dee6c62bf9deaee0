import { describe, expect, it } from 'vitest'
import { bis, ofac, providerTerms } from './operators.ts'
import { ask, clean, DAY, graph, holds, listed } from './graphs.ts'

const provider = providerTerms('provider', 'Terms of 2025-09-05', new Set(['CN']))

describe('who counts', () => {
  it.each([
    [['entity-list'], 'yes', 'no'],
    [['entity-list-footnote-4'], 'yes', 'no'],
    [['meu-list'], 'yes', 'no'],
    [['sdn-744.8'], 'yes', 'yes'],
    [['sdn'], 'unknown', 'yes'],
    [['unverified-list', 'ns-cmic', 'ssi', '1260h', 'denied-persons'], 'no', 'no'],
    [[], 'no', 'no'],
  ])('an owner on %j: BIS %s, OFAC %s', (lists, byBis, byOfac) => {
    const of = graph([{ ...clean('A'), lists }, clean('T')], holds('A > T', 100))
    expect([ask(of, bis).verdict, ask(of, ofac).verdict]).toEqual([byBis, byOfac])
  })

  it('answers for the owners of a listed company, not for the company', () => {
    expect(ask(graph([{ ...clean('T'), lists: ['entity-list'] }])).verdict).toBe('no')
  })

  it('a provider asks where owners are headquartered, and does not guess it', () => {
    const of = (headquarters?: string) =>
      graph(
        [{ ...clean('A'), ...(headquarters !== undefined && { headquarters }) }, clean('T')],
        holds('A > T', 51),
      )
    expect(ask(of('CN'), provider).verdict).toBe('yes')
    expect(ask(of('JP'), provider).verdict).toBe('no')
    expect(ask(of(), provider).verdict).toBe('unknown')
  })

  it('names the most restrictive owner, and all that count', () => {
    const owners = [listed('A', 'meu-list'), listed('B', 'entity-list-footnote-5'), listed('C')]
    const shares = ['A', 'B', 'C'].map((id) => holds(`${id} > T`, 20))
    const answer = ask(graph([...owners, clean('T')], ...shares))
    expect(answer.owners.map(({ id }) => id)).toEqual(['A', 'B', 'C'])
    expect(answer.mostRestrictiveOwner?.id).toBe('B')
    expect(ask(graph([listed('A', 'sdn'), clean('T')], holds('A > T', 50)), ofac)).toMatchObject({
      verdict: 'yes',
      mostRestrictiveOwner: undefined,
    })
  })

  it('brings down the restrictions of whoever owns a listed owner', () => {
    const of = (share: number) =>
      graph(
        [listed('P', 'entity-list-footnote-1'), listed('A', 'meu-list'), clean('T')],
        holds('P > A', share),
        holds('A > T', 50),
      )
    expect(ask(of(50)).mostRestrictiveOwner?.id).toBe('P')
    expect(ask(of(49)).mostRestrictiveOwner?.id).toBe('A')
  })

  it('keeps the source of a holding in the path', () => {
    const of = graph([listed('A'), clean('T')], holds('A > T', 50, { source: 'register, p. 3' }))
    expect(ask(of, bis, DAY).path).toMatchObject([{ source: 'register, p. 3' }])
  })
})
