import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentLine, ForeignMadeItem } from '../../src/de-minimis/content.ts'
import { deMinimis } from '../../src/de-minimis/de-minimis.ts'
import type { Verdict } from '../../src/logic/verdict.ts'

const verdict = fc.constantFrom<Verdict>('yes', 'yes', 'yes', 'yes', 'no', 'unknown')
const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => (value / 100).toFixed(2))
const kind = fc.constantFrom('commodity' as const, 'software' as const, 'technology' as const)

const lines: fc.Arbitrary<ContentLine> = fc.record(
  {
    eccn: fc.constantFrom('3A001', '4A994', 'EAR99', '5A002'),
    kind,
    value: fc.oneof(
      cents(20_000),
      fc
        .tuple(cents(100), cents(20_000))
        .map(([a, b]): [string, string] => (Number(a) <= Number(b) ? [a, b] : [b, a])),
    ),
    usOrigin: verdict,
    controlledTo: verdict,
    gbsEligible: fc.constantFrom<Verdict>('no', 'no', 'yes', 'unknown'),
    incorporated: verdict,
    bundled: verdict,
    antiTerrorismOnly: verdict,
    encryptionConditionsMet: verdict,
  },
  { requiredKeys: ['kind', 'usOrigin', 'controlledTo'] },
)

const items: fc.Arbitrary<ForeignMadeItem> = fc.record(
  {
    kind,
    value: cents(100_000),
    destination: fc.constantFrom('E:1 or E:2' as const, 'other' as const, 'unknown' as const),
    content: fc.array(lines, { maxLength: 6 }),
    contentComplete: fc.constantFrom<Verdict>('yes', 'yes', 'yes', 'unknown'),
  },
  { requiredKeys: ['kind', 'destination', 'content', 'contentComplete'] },
)

const RUNS = { numRuns: 3_000 }
const TESTS = [
  'usOrigin',
  'controlledTo',
  'gbsEligible',
  'incorporated',
  'bundled',
  'antiTerrorismOnly',
  'encryptionConditionsMet',
] as const

describe('de minimis, for every item', () => {
  it('the share lies within 0 and 100, its bounds in order, and agrees with the verdict', () => {
    const seen = { yes: 0, no: 0, unknown: 0 }
    fc.assert(
      fc.property(items, (item) => {
        const { percent, overLimit, limits, subject } = deMinimis(item)
        seen[subject]++
        expect(percent.low).toBeGreaterThanOrEqual(0)
        expect(percent.low).toBeLessThanOrEqual(percent.high)
        expect(percent.high).toBeLessThanOrEqual(100)
        if (overLimit === 'no') expect(percent.high).toBeLessThanOrEqual(limits[0]!)
        if (overLimit === 'yes') expect(percent.low).toBeGreaterThan(limits.at(-1)!)
      }),
      RUNS,
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
  })

  it('leaving a line out never raises the share', () => {
    fc.assert(
      fc.property(items, fc.nat(5), (item, at) => {
        const less = deMinimis({
          ...item,
          content: item.content.filter((_, index) => index !== at),
        })
        const { percent } = deMinimis(item)
        expect(less.percent.low).toBeLessThanOrEqual(percent.low)
        expect(less.percent.high).toBeLessThanOrEqual(percent.high)
      }),
      RUNS,
    )
  })

  it('forgetting a fact never clears, and never makes an open answer a settled one', () => {
    fc.assert(
      fc.property(items, fc.nat(5), fc.constantFrom(...TESTS, 'value'), (item, at, fact) => {
        const content = item.content.map((line, index) => {
          if (index !== at) return line
          if (fact !== 'value') return { ...line, [fact]: 'unknown' as const }
          const { value: _, ...rest } = line
          return rest
        })
        const before = deMinimis(item).subject
        const after = deMinimis({ ...item, content }).subject
        expect([before, 'unknown']).toContain(after)
      }),
      RUNS,
    )
  })

  it('the order of the lines changes no share and no verdict', () => {
    fc.assert(
      fc.property(items, (item) => {
        const turned = deMinimis({ ...item, content: item.content.toReversed() })
        const { share, subject, oneTimeReport } = deMinimis(item)
        expect(turned).toMatchObject({ share, subject, oneTimeReport })
      }),
      RUNS,
    )
  })
})
