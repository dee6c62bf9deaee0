import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { figures } from './figures.ts'
import { catalogOf, lookup } from '../../src/catalog/lookup.ts'
import { bounds, type Quantity } from '../../src/derive/measured.ts'
import { nearLine } from '../../src/derive/near-line.ts'
import { rows } from './read-catalog.ts'

interface Chip {
  readonly chip: string
  readonly dataCenter?: boolean
  readonly tpp?: number
  readonly performanceDensity?: number
  readonly dramBandwidth?: number
  readonly paragraph: 'none' | 'open' | '3A090.a' | '3A090.b'
  readonly by?: 'Note 2'
  readonly prongs?: readonly string[]
  readonly nearLine?: boolean
}

const { chips } = parse(readFileSync(new URL('chip-results.yaml', import.meta.url), 'utf8')) as {
  chips: Chip[]
}
const catalog = catalogOf(rows)

const middle = (value: Quantity | undefined): number | undefined =>
  value === undefined ? undefined : (bounds(value).low + bounds(value).high) / 2

function expectNear(actual: number | undefined, expected: number | undefined, share: number): void {
  if (expected === undefined || actual === undefined) {
    expect(actual).toBe(expected)
  } else {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(expected * share)
  }
}

/** Which of the prongs of 3A090.a and .b the figures meet: the lines, written once more by hand. */
function prongs(tpp: Quantity, density: Quantity): string[] {
  const [p, d] = [bounds(tpp), bounds(density)]
  const met = []
  if (p.low >= 4800) met.push('a.1')
  if (p.low >= 1600 && d.low >= 5.92 && p.high < 4800) met.push('a.2')
  if (p.low >= 2400 && p.high < 4800 && d.low >= 1.6 && d.high < 5.92) met.push('b.1')
  if (p.low >= 1600 && p.high < 4800 && d.low >= 3.2 && d.high < 5.92) met.push('b.2')
  return met
}

describe('chip results', () => {
  it('cover 93 chips', () => {
    expect(chips.length).toBe(93)
  })

  it.each(chips.map((chip) => [chip.chip, chip] as const))('%s', (name, expected) => {
    const result = lookup(catalog, name)
    if (!('found' in result)) throw new Error(`${name} is not found`)
    const { found } = result
    const { tpp, performanceDensity } = figures(found)
    expectNear(middle(tpp?.value), expected.tpp, 0.0005)
    expectNear(middle(performanceDensity?.value), expected.performanceDensity, 0.004)
    expectNear(middle(found.dramBandwidth?.value), expected.dramBandwidth, 0)
    expect(found.marketedForDataCenter?.value).toBe(expected.dataCenter)
    if (tpp === undefined || performanceDensity === undefined || expected.paragraph === 'open')
      return
    const met = prongs(tpp.value, performanceDensity.value)
    if (expected.by === 'Note 2') {
      expect(found.marketedForDataCenter?.value).toBe(false)
      expect(bounds(nearLine(tpp)).high).toBeLessThan(4800)
    } else {
      expect(met).toEqual(expected.prongs ?? [])
    }
  })

  it('stay on their side of every line when a recollected value is off by 1 percent, but for two', () => {
    const near = chips.filter(({ chip, paragraph, by }) => {
      const result = lookup(catalog, chip)
      if (!('found' in result) || paragraph === '3A090.a' || by === 'Note 2') return false
      const { tpp, performanceDensity } = figures(result.found)
      if (tpp === undefined) return false
      const { low, high } = bounds(nearLine(tpp))
      if (low < 1600 && high >= 1600) return true
      if (paragraph !== 'none' || performanceDensity === undefined || high < 1600) return false
      return bounds(nearLine(performanceDensity)).high >= 3.2
    })
    expect(near.map(({ chip }) => chip)).toEqual(
      chips.filter((c) => c.nearLine).map(({ chip }) => chip),
    )
  })
})
