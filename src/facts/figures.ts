import {
  bounds,
  quantity,
  weaker,
  type Confidence,
  type Derived,
  type Measured,
  type Quantity,
} from '../derive/measured.ts'
import { performanceDensity } from '../derive/performance-density.ts'
import type { Step } from '../determination.ts'
import type { Source } from '../logic/facts.ts'

/** A number of a circuit, with how far it can be relied on and the arithmetic behind it. */
export interface Figure {
  readonly value: Quantity
  readonly confidence: Confidence
  readonly source: Source
  readonly steps: readonly Step[]
}

export const MEASURES = [
  'tpp',
  'dieArea',
  'performanceDensity',
  'dramBandwidth',
  'interconnectBandwidth',
  'tops',
  'memoryBandwidth',
  'packageArea',
  'memoryBandwidthDensity',
] as const
export type Measure = (typeof MEASURES)[number]
export type Figures = Partial<Record<Measure, Figure>>

/** Performance density from a performance and a die area. */
export function densityOf(
  performance: Figure | undefined,
  area: Figure | undefined,
): Figure | undefined {
  if (performance === undefined || area === undefined) return undefined
  return combined(performanceDensity(performance, area), 'Performance density', performance, area)
}

/** What two figures give together: as good as the weaker of them. */
export function combined(
  derived: Derived | undefined,
  label: string,
  a: Figure,
  b: Figure,
): Figure | undefined {
  if (derived === undefined) return undefined
  const from =
    a.source.from === 'catalogue' && b.source.from === 'catalogue' ? 'catalogue' : 'derived'
  return derivedFigure(
    { ...derived, confidence: weaker(derived.confidence, weaker(a.confidence, b.confidence)) },
    label,
    from,
  )
}

/** A figure that was worked out, with its steps. */
export function derivedFigure(derived: Derived, label: string, from: Source['from']): Figure {
  const deciding = derived.steps.filter(({ decides }) => decides)
  const source: Source = {
    from: from === 'catalogue' ? 'catalogue' : 'derived',
    text: deciding.map(({ text }) => text).join('; '),
  }
  return {
    value: derived.value,
    confidence: derived.confidence,
    source,
    steps: derived.steps.map(({ text, decides }) => ({
      label: decides ? label : `${label}, lower format`,
      formula: text,
      source: from,
      confidence: derived.confidence,
    })),
  }
}

export const topsOf = (measured: Measured | undefined): Figure | undefined =>
  measured && { ...measured, source: { from: 'derived' }, steps: [] }

/** Bit lengths run from 1 to 64, which bounds the operations behind a TPP. */
export function topsFrom(performance: Figure | undefined): Figure | undefined {
  if (performance === undefined) return undefined
  const { low, high } = bounds(performance.value)
  return {
    value: quantity(low / 64, high),
    confidence: performance.confidence,
    source: { from: 'derived', text: 'between TPP / 64 bit and TPP / 1 bit' },
    steps: [],
  }
}
