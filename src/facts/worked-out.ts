import { quantity, type Derived, type Quantity } from '../derive/measured.ts'
import { memoryBandwidthDensity } from '../derive/memory-bandwidth-density.ts'
import { peakTops, tpp, type Throughput } from '../derive/tpp.ts'
import type { CircuitInput, ThroughputInput } from './case.ts'
import {
  combined,
  densityOf,
  derivedFigure,
  topsFrom,
  topsOf,
  type Figure,
  type Figures,
  type Measure,
} from './figures.ts'
import type { Layer } from './layer.ts'

/**
 * The throughput that a case states. A format of which only the figure with sparsity is known has a
 * dense one that is no higher; of which nothing is known, the circuit's peak is not known either.
 */
export function statedThroughput({ specs }: CircuitInput): Throughput[] {
  const raw = (specs?.['throughput'] ?? []) as readonly ThroughputInput[]
  const read = raw.flatMap(({ format, bits, dense, sparse }) => {
    const known = dense ?? (sparse === undefined ? undefined : quantity(0, sparse))
    return known === undefined ? [] : [{ format, bits, dense: known, confidence: 'B' as const }]
  })
  return read.length === raw.length ? read : []
}

/** Stated first, then worked out from what is stated, then the catalogue. */
export function workedOut(stated: Layer, throughput: readonly Throughput[], row: Figures): Figures {
  const given = (name: Measure): Figure | undefined => statedMeasure(stated, name)
  const computed = (derived: Derived | undefined, label: string): Figure | undefined =>
    derived === undefined ? undefined : derivedFigure(derived, label, 'case')
  const performance = given('tpp') ?? computed(tpp(throughput), 'TPP') ?? row.tpp
  const area = given('dieArea') ?? row.dieArea
  const bandwidth = given('memoryBandwidth') ?? row.memoryBandwidth
  const pack = given('packageArea') ?? row.packageArea
  const tops = given('tops') ?? topsOf(peakTops(throughput)) ?? row.tops ?? topsFrom(performance)
  const density =
    given('performanceDensity') ?? densityOf(performance, area) ?? row.performanceDensity
  const memory =
    given('memoryBandwidthDensity') ??
    (bandwidth !== undefined && pack !== undefined
      ? combined(
          memoryBandwidthDensity(bandwidth, pack),
          'Memory bandwidth density',
          bandwidth,
          pack,
        )
      : undefined)
  const dram = given('dramBandwidth') ?? row.dramBandwidth
  const interconnect = given('interconnectBandwidth') ?? row.interconnectBandwidth
  return {
    ...(performance && { tpp: performance }),
    ...(area && { dieArea: area }),
    ...(density && { performanceDensity: density }),
    ...(dram && { dramBandwidth: dram }),
    ...(interconnect && { interconnectBandwidth: interconnect }),
    ...(tops && { tops }),
    ...(bandwidth && { memoryBandwidth: bandwidth }),
    ...(pack && { packageArea: pack }),
    ...(memory && { memoryBandwidthDensity: memory }),
  }
}

/** A figure as the case states it; better than hearsay where it names its source. */
export function statedMeasure({ values, sources }: Layer, name: Measure): Figure | undefined {
  const value = values[`circuit.${name}`] as Quantity | undefined
  if (value === undefined) return undefined
  const source = sources[`circuit.${name}`]!
  return { value, confidence: source.text === undefined ? 'B' : 'A', source, steps: [] }
}
