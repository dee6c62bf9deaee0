import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatQuantity } from '../../src/derive/format-number.ts'
import { memoryBandwidthDensity } from '../../src/derive/memory-bandwidth-density.ts'
import { bounds, type Confidence, type Measured, type Quantity } from '../../src/derive/measured.ts'
import { nearLine } from '../../src/derive/near-line.ts'
import { performanceDensity } from '../../src/derive/performance-density.ts'
import { peakTops, tpp, type Throughput } from '../../src/derive/tpp.ts'

const rate = (
  format: string,
  bits: number,
  dense: Quantity,
  confidence: Confidence = 'B',
): Throughput => ({ format, bits, dense, confidence })
const known = (value: Quantity, confidence: Confidence = 'B'): Measured => ({ value, confidence })

describe('tpp', () => {
  it('takes the format that gives most, and shows every product', () => {
    const result = tpp([rate('FP16', 16, 989.4), rate('FP8', 8, 1979)])
    expect(result?.value).toBe(15832)
    expect(result?.steps).toEqual([
      { text: '989.4 TFLOPS dense x 16 bit = 15,830', decides: false },
      { text: '1,979 TFLOPS dense x 8 bit = 15,832', decides: true },
    ])
  })

  it.each([
    ['INT8', 8, 600],
    ['FP16', 16, 300],
  ])('is 4800 for %s at the worked thresholds of Technical Note 2', (format, bits, dense) => {
    expect(tpp([rate(format, bits, dense)])?.value).toBe(4800)
  })

  it('measures integer formats in TOPS', () => {
    expect(tpp([rate('INT8', 8, 600)])?.steps[0]?.text).toBe('600 TOPS dense x 8 bit = 4,800')
  })

  it('is unknown without throughput, not zero', () => {
    expect(tpp([])).toBeUndefined()
    expect(peakTops([])).toBeUndefined()
  })

  it('carries a range, from the best lower bound to the best upper bound', () => {
    const result = tpp([rate('FP16', 16, { low: 280, high: 400 }), rate('INT8', 8, 600)])
    expect(result?.value).toEqual({ low: 4800, high: 6400 })
    expect(result?.steps[0]?.text).toBe('280 to 400 TFLOPS dense x 16 bit = 4,480 to 6,400')
  })

  it('is as good as the best format that gives the number', () => {
    expect(tpp([rate('INT8', 8, 624, 'B'), rate('FP16', 16, 312, 'C')])?.confidence).toBe('B')
    expect(tpp([rate('INT8', 8, 624, 'C'), rate('FP16', 16, 300, 'A')])?.confidence).toBe('C')
  })

  it('is as weak as any format that reaches into a range', () => {
    expect(
      tpp([rate('FP16', 16, { low: 280, high: 400 }, 'B'), rate('INT8', 8, 600, 'C')])?.confidence,
    ).toBe('C')
  })

  it('has no dust of binary fractions', () => {
    expect(tpp([rate('FP8', 8, 660.6)])?.value).toBe(5284.8)
    expect(tpp([rate('FP16', 16, 299.975)])?.value).toBe(4799.6)
  })
})

describe('peakTops', () => {
  it('leaves the bit length out', () => {
    expect(peakTops([rate('FP16', 16, 312), rate('INT8', 8, 624)])?.value).toBe(624)
  })
})

describe('performance density', () => {
  it('divides TPP by the area', () => {
    const result = performanceDensity(known(15832), known(814))
    expect(result?.value).toBeCloseTo(19.45, 3)
    expect(result?.steps[0]?.text).toBe('TPP 15,832 / 814 mm2 = 19.45')
  })

  it('spans the range of an estimated area', () => {
    const result = performanceDensity(known(2896), known({ low: 750, high: 830 }))
    expect(result?.value).toEqual({ low: 3.48915662651, high: 3.86133333333 })
  })

  it('is none where no die is on a non-planar process, and that is recollection', () => {
    const result = performanceDensity(known(6000, 'A'), known(0, 'A'))
    expect([result?.value, result?.confidence]).toEqual([0, 'C'])
  })

  it('is unknown where the area may be next to nothing', () => {
    expect(performanceDensity(known(6000), known({ low: 0, high: 100 }))).toBeUndefined()
  })

  it('is as weak as its weakest input', () => {
    expect(performanceDensity(known(6000, 'A'), known(800, 'C'))?.confidence).toBe('C')
    expect(performanceDensity(known(6000, 'B'), known(800, 'A'))?.confidence).toBe('B')
  })
})

describe('memory bandwidth density', () => {
  it('divides the bandwidth by the area of the package', () => {
    const result = memoryBandwidthDensity(known(819, 'C'), known(121, 'A'))
    expect(result?.value).toBeCloseTo(6.7686, 4)
    expect(result?.steps[0]?.text).toBe('819 GB/s / 121 mm2 = 6.7686')
    expect(result?.confidence).toBe('C')
  })

  it('is unknown without an area', () => {
    expect(memoryBandwidthDensity(known(819), known(0))).toBeUndefined()
  })
})

describe('near a line', () => {
  it('reads recollection as 1 percent to either side', () => {
    expect(nearLine(known(2000, 'C'))).toEqual({ low: 1980, high: 2020 })
    expect(nearLine(known({ low: 100, high: 200 }, 'C'))).toEqual({ low: 99, high: 202 })
  })

  it.each(['A', 'B'] as const)('leaves confidence %s alone', (confidence) => {
    expect(nearLine(known(2000, confidence))).toBe(2000)
  })
})

describe('numbers in words', () => {
  it.each([
    [15830.4, '15,830'],
    [5284.8, '5,284.8'],
    [19.4496, '19.45'],
    [814, '814'],
    [253_000_000, '253,000,000'],
    [0, '0'],
    [0.5, '0.5'],
    [999.996, '999.996'],
    [20_999.7, '20,999.7'],
    [4799.96, '4,799.96'],
    [5.919996, '5.919996'],
    [3.1999999, '3.1999999'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('writes a range with both bounds', () => {
    expect(formatQuantity({ low: 750, high: 830 })).toBe('750 to 830')
    expect(formatQuantity({ low: 750, high: 750 })).toBe('750')
  })

  it('never shows a line that a value has not reached', () => {
    const lines = [1.6, 3.2, 5.92, 1600, 2400, 4800, 6500, 21_000]
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.double({ min: 1e-6, max: 0.01, noNaN: true }),
        (line, share) => {
          expect(formatNumber(line * (1 - share))).not.toBe(formatNumber(line))
        },
      ),
    )
  })
})

describe('ranges', () => {
  it('hold the density of every value inside them', () => {
    const positive = fc.double({ min: 1, max: 100_000, noNaN: true })
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (performance, one, other, at) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)]
          const whole = performanceDensity(known(performance), known({ low, high }))
          const inside = performanceDensity(known(performance), known(low + (high - low) * at))
          const slack = 1e-9 * bounds(whole!.value).high
          expect(bounds(inside!.value).low).toBeGreaterThanOrEqual(bounds(whole!.value).low - slack)
          expect(bounds(inside!.value).high).toBeLessThanOrEqual(bounds(whole!.value).high + slack)
        },
      ),
    )
  })
})
