import { describe, expect, it } from 'vitest'
import { multipliedShare } from '../../src/ownership/multiplied.ts'
import { ask, clean, DAY, graph, holds, listed, open } from './graphs.ts'
import { bis } from './operators.ts'

const crossed = [holds('T > B', 60), holds('B > T', 60)]

describe('circles', () => {
  it('never make themselves listed', () => {
    expect(ask(graph([clean('T'), clean('B')], ...crossed))).toMatchObject({
      verdict: 'no',
      percent: { low: 0, high: 0 },
      flags: [],
    })
    const whole = [holds('T > B', 100), holds('B > T', 100)]
    expect(ask(graph([open('T'), open('B')], ...whole)).verdict).toBe('no')
  })

  it('count once a listed party owns enough of one member', () => {
    const shares = [holds('T > B', 40), holds('B > T', 60), holds('A > B', 50)]
    expect(ask(graph([listed('A'), clean('T'), clean('B')], ...shares))).toMatchObject({
      verdict: 'yes',
      percent: { low: 60, high: 60 },
    })
  })

  it('stay open where one party has all shares that the members do not hold in each other', () => {
    const entities = [listed('A'), clean('T'), clean('B')]
    const answer = ask(graph(entities, ...crossed, holds('A > T', 40), holds('A > B', 40)))
    expect(answer).toMatchObject({ verdict: 'unknown', percent: { low: 40, high: 100 } })
    expect(answer.flags.map(({ kind }) => kind)).toEqual([
      'unknown-share',
      'minority-share',
      'circle',
    ])
  })

  it('stay open where nobody knows who has those shares', () => {
    expect(ask(graph([open('T'), open('B')], ...crossed)).verdict).toBe('unknown')
  })

  it('stay open where their sum does not come to rest', () => {
    const entities = [listed('A'), clean('C'), clean('T'), clean('B')]
    const tight = [holds('T > B', 99.9999), holds('B > T', 99.9999)]
    const outside = [holds('A > T', 0.0001), holds('C > B', 0.0001)]
    expect(ask(graph(entities, ...tight, ...outside)).verdict).toBe('unknown')
  })

  it('clear a small listed share, and flag it', () => {
    const answer = ask(graph([listed('A'), clean('T'), clean('B')], ...crossed, holds('A > T', 1)))
    expect(answer).toMatchObject({ verdict: 'no' })
    expect(answer.flags.map(({ kind }) => kind)).toEqual(['minority-share', 'circle'])
    expect(answer.percent.high).toBeCloseTo(1 / (1 - 0.36), 6)
  })
})

describe('multiplied shares', () => {
  it('60 x 80 is 48', () => {
    const of = graph([listed('A'), clean('M'), clean('T')], holds('A > M', 60), holds('M > T', 80))
    expect(multipliedShare(of, 'T', DAY, bis)).toEqual({
      percent: { low: 48, high: 48 },
      arithmetic: ['M: A 60 % = 60 %', 'T: M 80 % x 60 % = 48 %'],
    })
  })

  it('adds chains, and keeps what is unknown as a range', () => {
    const of = graph(
      [listed('A'), clean('M'), open('N'), clean('T')],
      holds('A > M', [40, 60]),
      holds('M > T', 50),
      holds('A > T', 10),
      holds('N > T', 20),
    )
    expect(multipliedShare(of, 'T', DAY, bis).percent).toEqual({ low: 30, high: 60 })
  })

  it('shows what owners that are not named may add', () => {
    const of = graph([listed('A'), clean('M'), open('T')], holds('A > T', 30), holds('M > T', 50))
    expect(multipliedShare(of, 'T', DAY, bis)).toEqual({
      percent: { low: 30, high: 50 },
      arithmetic: ['T: A 30 % + owners not named 0 to 20 % = 30 to 50 %'],
    })
  })

  it('sums a circle to its end', () => {
    const of = graph(
      [listed('A'), clean('T'), clean('B')],
      ...crossed,
      holds('A > T', 40),
      holds('A > B', 40),
    )
    expect(multipliedShare(of, 'T', DAY, bis).percent).toEqual({ low: 100, high: 100 })
  })
})
