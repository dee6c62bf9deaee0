import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, ContentLine } from '../../src/proposal/input.ts'
import { usContent } from '../../src/proposal/us-content.ts'

const line = (rest: Omit<ContentLine, 'description'>): ContentLine => ({
  description: 'line',
  ...rest,
})

describe('U.S. content', () => {
  it('is the share of the aggregate value, to the cent', () => {
    const made = usContent([
      line({ value: 7000.1, usOrigin: 5099.99 }),
      line({ value: 2999.9, usOriginPercent: 0 }),
    ])
    expect(made?.percent).toEqual({ low: 50.9999, high: 50.9999 })
    expect(made?.sums.low).toEqual({ usOrigin: '5,099.99', value: '10,000.00' })
  })

  it('does not reach 51 by rounding, and does not miss it', () => {
    const percent = (usOrigin: number): number =>
      usContent([line({ value: 1_000_000_000_000, usOrigin })])!.percent.low
    expect(percent(510_000_000_000)).toBe(51)
    expect(percent(509_999_999_999.99)).toBeLessThan(51)
    expect(usContent([line({ value: 300, usOrigin: 153 })])?.percent.low).toBe(51)
    expect(usContent([line({ value: 7, usOriginPercent: 51 })])?.percent).toEqual({
      low: 51,
      high: 51,
    })
  })

  it('runs over every value of the ranges', () => {
    const made = usContent([
      line({ value: [6000, 7000], usOriginPercent: 80 }),
      line({ value: [3000, 4000], usOriginPercent: [0, 10] }),
    ])
    expect(made?.percent).toEqual({ low: 48, high: 59 })
  })

  it('counts what a line does not say for nothing and for all', () => {
    expect(usContent([line({ value: 100 })])?.percent).toEqual({ low: 0, high: 100 })
  })

  it('counts costs of manufacture, and says what there is without them, never more than the line', () => {
    const made = usContent([line({ value: 100, usOrigin: 90, usManufacturing: [5, 20] })])
    expect(made?.percent).toEqual({ low: 95, high: 100 })
    expect(made?.withoutManufacturing).toEqual({ low: 90, high: 90 })
  })

  it('is not known of lines without a value or worth nothing', () => {
    expect(usContent([line({ usOrigin: 5 })])).toBeUndefined()
    expect(usContent([line({ value: 0, usOrigin: 0 })])).toBeUndefined()
    expect(usContent([])).toBeUndefined()
  })

  it('bounds every content that the ranges admit', () => {
    const amount = (max: number): fc.Arbitrary<Amount> =>
      fc.oneof(
        fc.integer({ min: 1, max }),
        fc
          .tuple(fc.integer({ min: 1, max }), fc.integer({ min: 0, max }))
          .map(([low, more]): Amount => [low, low + more]),
      )
    const lines = fc.array(
      fc.oneof(
        fc.record({
          value: amount(100),
          usOriginPercent: fc.constantFrom<Amount>(0, 40, 100, [10, 90]),
        }),
        fc.record({ value: amount(100), usOrigin: amount(40) }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    const within = (given: Amount, at: number): number =>
      typeof given === 'number' ? given : given[0] + (given[1] - given[0]) * at
    const property = fc.property(
      lines,
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        {
          minLength: 4,
          maxLength: 4,
        },
      ),
      (given, points) => {
        const made = usContent(given.map((one) => line(one)))!
        let us = 0
        let value = 0
        given.forEach((one, i) => {
          const worth = within(one.value, points[i]![0])
          const part =
            'usOrigin' in one
              ? Math.min(within(one.usOrigin, points[i]![1]), worth)
              : (within(one.usOriginPercent, points[i]![1]) / 100) * worth
          us += part
          value += worth
        })
        const percent = (us / value) * 100
        expect(percent).toBeGreaterThanOrEqual(made.percent.low - 1e-6)
        expect(percent).toBeLessThanOrEqual(made.percent.high + 1e-6)
      },
    )
    fc.assert(property, { numRuns: 2_000 })
  })

  it('reaches its bounds at ends of the ranges', () => {
    const ends = (given: Amount): number[] => (typeof given === 'number' ? [given] : [...given])
    const values: Amount[][] = [
      [[10, 100], [20, 60], 40],
      [
        [1, 50],
        [5, 9],
        [30, 31],
      ],
    ]
    for (const [a, b, c] of values) {
      const given = [
        line({ value: a!, usOriginPercent: 90 }),
        line({ value: b!, usOriginPercent: 10 }),
        line({ value: c!, usOriginPercent: 50 }),
      ]
      const shares = ends(a!).flatMap((x) =>
        ends(b!).flatMap((y) => ends(c!).map((z) => (x * 90 + y * 10 + z * 50) / (x + y + z))),
      )
      const { low, high } = usContent(given)!.percent
      expect(low).toBeCloseTo(Math.min(...shares), 9)
      expect(high).toBeCloseTo(Math.max(...shares), 9)
    }
  })
})
