import { describe, expect, it } from 'vitest'
import { bis, ofac, providerTerms } from './operators.ts'
import { ask, clean, graph, holds, listed, open, unscreened } from './graphs.ts'

const provider = providerTerms('provider', 'Terms of 2025-09-05', new Set(['CN']))
const kinds = (answer: ReturnType<typeof ask>): string[] => answer.flags.map(({ kind }) => kind)

describe('the line of 50 percent', () => {
  it.each([
    [49.99, 'no', 'no', 'no'],
    [50, 'yes', 'yes', 'no'],
    [50.01, 'yes', 'yes', 'yes'],
  ])('at %s percent: BIS %s, OFAC %s, more than 50 %s', (share, byBis, byOfac, byTerms) => {
    const owner = { ...listed('A', 'sdn-744.8'), headquarters: 'CN' }
    const other = { ...clean('B'), headquarters: 'JP' }
    const target = { ...clean('T'), headquarters: 'SG' }
    const of = graph([owner, other, target], holds('A > T', share), holds('B > T', 100 - share))
    expect(ask(of, bis).verdict).toBe(byBis)
    expect(ask(of, ofac).verdict).toBe(byOfac)
    expect(ask(of, provider).verdict).toBe(byTerms)
    expect(ask(of).percent).toEqual({ low: share, high: share })
  })

  it('adds up what several listed owners hold, and shows the sum', () => {
    const of = graph(
      [{ ...listed('A'), name: 'Holdings A' }, { ...listed('B'), name: 'Holdings B' }, clean('T')],
      holds('A > T', 30),
      holds('B > T', 20),
    )
    const answer = ask(of)
    expect(answer.verdict).toBe('yes')
    expect(answer.arithmetic).toEqual([
      'T: Holdings A 30 % + Holdings B 20 % = 50 %, which is 50 % or more',
    ])
    expect(answer.flags).toEqual([])
  })

  it('adds decimals exactly', () => {
    const names = ['A', 'B', 'C']
    const of = graph(
      [...names.map((name) => listed(name)), clean('T')],
      holds('A > T', 16.1),
      holds('B > T', 16.2),
      holds('C > T', 17.7),
    )
    expect(ask(of)).toMatchObject({ verdict: 'yes', percent: { low: 50, high: 50 } })
    const terms = providerTerms('terms', 'terms', new Set(['CN']))
    const seated = of.entities.map((one) => ({
      ...one,
      headquarters: one.id === 'T' ? 'SG' : 'CN',
    }))
    expect(ask({ ...of, entities: seated }, terms).verdict).toBe('no')
  })

  it('never rounds a share onto the line', () => {
    const of = (share: number) => graph([listed('A'), clean('T')], holds('A > T', share))
    expect(ask(of(49.9999999999)).verdict).toBe('unknown')
    expect(ask(of(50 - 2 ** -47)).verdict).toBe('unknown')
    expect(ask(of(49.99999999)).verdict).toBe('no')
  })
})

describe('ownership that flows down', () => {
  it('lets a company that is owned by 60 percent count with its whole 80 percent', () => {
    const of = graph([listed('A'), clean('M'), clean('T')], holds('A > M', 60), holds('M > T', 80))
    const answer = ask(of)
    expect(answer).toMatchObject({ verdict: 'yes', percent: { low: 80, high: 80 } })
    expect(answer.arithmetic).toEqual([
      'M: A 60 %, which is 50 % or more: M counts with its whole share',
      'T: M 80 %, which is 50 % or more',
    ])
    expect(answer.path).toEqual([
      { holder: 'A', held: 'M', percent: { low: 60, high: 60 }, counts: 'yes', because: 'listed' },
      { holder: 'M', held: 'T', percent: { low: 80, high: 80 }, counts: 'yes', because: 'owned' },
    ])
    expect(answer.owners.map(({ id }) => id)).toEqual(['A'])
  })

  it('lets a company below 50 percent pass nothing on, and says that a listed party is behind it', () => {
    const of = graph([listed('A'), clean('M'), clean('T')], holds('A > M', 49), holds('M > T', 100))
    const answer = ask(of)
    expect(answer).toMatchObject({ verdict: 'no', percent: { low: 0, high: 0 } })
    expect(answer.arithmetic).toEqual([
      'M: A 49 %, which is less than 50 %: M passes nothing on',
      'T: no owner that counts = 0 %, which is less than 50 %',
    ])
    expect(kinds(answer)).toEqual(['minority-share'])
  })

  it('adds direct and indirect shares', () => {
    const entities = [listed('A'), listed('B'), clean('M'), clean('T')]
    const of = graph(entities, holds('A > M', 50), holds('M > T', 25), holds('B > T', 25))
    expect(ask(of).verdict).toBe('yes')
    expect(ask(of).owners.map(({ id }) => id)).toEqual(['A', 'B'])
  })

  it('follows a chain of any length', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `c${index}`)
    const steps = [...ids, 'T'].map((id, index) =>
      holds(`${index === 0 ? 'A' : ids[index - 1]} > ${id}`, 50),
    )
    expect(ask(graph([listed('A'), ...ids.map(clean), clean('T')], ...steps)).verdict).toBe('yes')
  })
})

describe('what is not known', () => {
  it('keeps an interval that straddles 50 percent open, as Red Flag 29', () => {
    const of = graph(
      [listed('A'), clean('B'), clean('T')],
      holds('A > T', [45, 55]),
      holds('B > T', 45),
    )
    const answer = ask(of)
    expect(answer).toMatchObject({ verdict: 'unknown', percent: { low: 45, high: 55 } })
    expect(answer.arithmetic).toEqual(['T: A 45 to 55 %, which may be 50 % or more'])
    expect(answer.flags[0]).toMatchObject({
      kind: 'unknown-share',
      citation: '15 CFR 732 Supp. 3, red flag 29',
    })
  })

  it.each([
    [[10, 49.99], 'no'],
    [[50, 90], 'yes'],
    ['unknown', 'unknown'],
  ] as const)('answers the share %j with %s', (share, verdict) => {
    expect(ask(graph([listed('A'), clean('T')], holds('A > T', share))).verdict).toBe(verdict)
  })

  it('takes owners that nobody names for ones that may count', () => {
    const of = graph([listed('A'), clean('B'), open('T')], holds('A > T', 20), holds('B > T', 40))
    const answer = ask(of)
    expect(answer).toMatchObject({
      verdict: 'unknown',
      percent: { low: 20, high: 60 },
      unknownShare: { low: 40, high: 40 },
    })
    expect(answer.arithmetic).toEqual([
      'T: A 20 % + owners not named 0 to 40 % = 20 to 60 %, which may be 50 % or more',
    ])
  })

  it('never clears a company of which no owner is named', () => {
    expect(ask(graph([open('T')]))).toMatchObject({
      verdict: 'unknown',
      percent: { low: 0, high: 100 },
      unknownShare: { low: 100, high: 100 },
    })
    expect(kinds(ask(graph([open('T')])))).toEqual(['unknown-share'])
  })

  it('never clears through an owner whose own owners are unknown', () => {
    const of = graph([open('M'), clean('T')], holds('M > T', 60))
    expect(ask(of).verdict).toBe('unknown')
    expect(ask(of).path).toMatchObject([{ counts: 'unknown', because: 'owners-unknown' }])
    expect(ask(graph([clean('M'), clean('T')], holds('M > T', 60))).verdict).toBe('no')
  })

  it('takes an owner that was not screened for one that may count', () => {
    const of = graph([unscreened('A'), clean('T')], holds('A > T', 50))
    expect(ask(of)).toMatchObject({ verdict: 'unknown', unknownShare: { low: 50, high: 50 } })
    expect(ask(of).path).toMatchObject([{ because: 'not-screened' }])
  })

  it('asks about an owner that was not screened even where it stays below 50 percent', () => {
    const answer = ask(graph([unscreened('A'), clean('T')], holds('A > T', 30)))
    expect(answer.verdict).toBe('no')
    expect(answer.flags).toMatchObject([{ kind: 'unknown-share', about: ['A'] }])
  })

  it('says yes where what is known is enough', () => {
    const of = graph(
      [listed('A'), unscreened('B'), open('T')],
      holds('A > T', 50),
      holds('B > T', 'unknown'),
    )
    expect(ask(of)).toMatchObject({ verdict: 'yes', percent: { low: 50, high: 100 } })
  })
})

describe('dates', () => {
  const of = graph(
    [listed('A'), clean('B'), clean('T')],
    holds('A > T', 60, { until: '2025-10-01' }),
    holds('B > T', 60, { from: '2025-10-01' }),
  )

  it.each([
    ['2025-09-30', 'yes'],
    ['2025-10-01', 'no'],
  ])('on %s the answer is %s', (day, verdict) => {
    expect(ask(of, bis, day)).toMatchObject({ verdict, issues: [] })
  })
})
