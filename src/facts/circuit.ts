import type { Accelerator } from '../catalog/catalog.ts'
import { formatQuantity } from '../derive/format-number.ts'
import { bounds, quantity, type Derived, type Quantity } from '../derive/measured.ts'
import { memoryBandwidthDensity } from '../derive/memory-bandwidth-density.ts'
import { nearLine } from '../derive/near-line.ts'
import { peakTops, tpp, type Throughput } from '../derive/tpp.ts'
import type { CircuitResult } from '../determination.ts'
import type { Facts } from '../logic/facts.ts'
import type { CircuitInput, ThroughputInput } from './case.ts'
import { catalogued, type Catalogued } from './catalogued.ts'
import type { Destination } from './country-names.ts'
import type { Dictionary } from './dictionary.ts'
import { combined, densityOf, derivedFigure, MEASURES, topsFrom, topsOf, type Figure, type Figures, type Measure } from './figures.ts'
import { layer, type Layer } from './layer.ts'

type Kind = 'processor' | 'memory'

/** A circuit with everything that is known of it, ready for the conditions. */
export interface Circuit {
  readonly facts: Facts
  /** How many of it one unit of the item holds, where that is known. */
  readonly count: number | undefined
  /** What a report shows of it, worked out when asked for. */
  readonly result: () => CircuitResult
  /** Where the case contradicts itself, or the catalogue, about the same part. */
  readonly conflicts: readonly string[]
}

/** All that is known of a circuit, wherever it comes from. */
interface Joined extends Layer {
  readonly measures: Figures
  readonly conflicts: readonly string[]
}

interface Reading {
  readonly dictionary: Dictionary
  readonly destination: (code: string) => Destination
}

/**
 * Brings together what the case states of a circuit and what the catalogue holds of its product. A
 * stated value wins; what is missing is worked out. Several rows (an ambiguous product name) give the
 * range over all of them, so that an answer holds for each.
 */
export function circuitOf(
  input: CircuitInput,
  rows: readonly Accelerator[],
  kind: Kind | undefined,
  count: number | undefined,
  context: Reading,
  paths: Facts['paths'],
): Circuit {
  const row = catalogued(rows)
  const product = input.product ?? rows[0]?.name ?? 'circuit'
  const joined = input.specs === undefined ? ofProduct(row, kind) : join(input, product, row, kind, context)
  const { values, sources, conflicts } = joined
  return {
    facts: { values, sources, paths, lists: {}, label: product },
    count,
    result: () => resultOf(product, count ?? 1, joined, context.dictionary),
    conflicts,
  }
}

const products = new WeakMap<Catalogued, Map<Kind | undefined, Joined>>()
const UNSTATED: Layer = { values: {}, sources: {} }

/** A product of which the case states nothing itself is the same in every deal. */
function ofProduct(row: Catalogued, kind: Kind | undefined): Joined {
  const kinds = products.get(row) ?? new Map<Kind | undefined, Joined>()
  products.set(row, kinds)
  const known = kinds.get(kind)
  if (known !== undefined) return known
  const fresh = { ...laidOut(UNSTATED, workedOut(UNSTATED, [], row.figures), row, kind), conflicts: [] }
  kinds.set(kind, fresh)
  return fresh
}

function join(input: CircuitInput, product: string, row: Catalogued, kind: Kind | undefined, context: Reading): Joined {
  const stated = layer(input.specs ?? {}, 'circuit', context)
  const measures = workedOut(stated, statedThroughput(input), row.figures)
  return { ...laidOut(stated, measures, row, kind), conflicts: conflictsOf(product, stated, measures, row) }
}

function laidOut(stated: Layer, measures: Figures, row: Catalogued, kind: Kind | undefined): Omit<Joined, 'conflicts'> {
  const values: Layer['values'] = {}
  const sources: Layer['sources'] = {}
  if (kind !== undefined) values['circuit.kind'] = kind
  for (const name of MEASURES) {
    const figure = measures[name]
    if (figure === undefined) continue
    values[`circuit.${name}`] = nearLine(figure)
    sources[`circuit.${name}`] = { ...figure.source, confidence: figure.confidence }
  }
  for (const [fact, { value, source }] of row.facts) {
    values[fact] = value
    sources[fact] = source
  }
  for (const fact of Object.keys(stated.values)) {
    if (isMeasure(fact)) continue
    values[fact] = stated.values[fact]
    sources[fact] = stated.sources[fact]
  }
  return { values, sources, measures }
}

const MEASURED = new Set<string>(MEASURES.map((name) => `circuit.${name}`))
const isMeasure = (fact: string): boolean => MEASURED.has(fact)

function resultOf(product: string, count: number, { values, sources, measures }: Joined, dictionary: Dictionary): CircuitResult {
  const others = Object.keys(values).filter((name) => !isMeasure(name) && name !== 'circuit.kind').sort()
  return {
    product,
    count,
    values: [...MEASURED, ...others].flatMap((name) => {
      const value = values[name]
      if (value === undefined) return []
      return [{ name, value, unit: dictionary.get(name)?.unit ?? '', source: sources[name] ?? { from: 'case' } }]
    }),
    steps: MEASURES.flatMap((name) => measures[name]?.steps ?? []),
  }
}

/**
 * The throughput that a case states. A format of which only the figure with sparsity is known has a
 * dense one that is no higher; of which nothing is known, the circuit's peak is not known either.
 */
function statedThroughput({ specs }: CircuitInput): Throughput[] {
  const raw = (specs?.['throughput'] ?? []) as readonly ThroughputInput[]
  const read = raw.flatMap(({ format, bits, dense, sparse }) => {
    const known = dense ?? (sparse === undefined ? undefined : quantity(0, sparse))
    return known === undefined ? [] : [{ format, bits, dense: known, confidence: 'B' as const }]
  })
  return read.length === raw.length ? read : []
}

/** Stated first, then worked out from what is stated, then the catalogue. */
function workedOut(stated: Layer, throughput: readonly Throughput[], row: Figures): Figures {
  const given = (name: Measure): Figure | undefined => statedMeasure(stated, name)
  const computed = (derived: Derived | undefined, label: string): Figure | undefined =>
    derived === undefined ? undefined : derivedFigure(derived, label, 'case')
  const performance = given('tpp') ?? computed(tpp(throughput), 'TPP') ?? row.tpp
  const area = given('dieArea') ?? row.dieArea
  const bandwidth = given('memoryBandwidth') ?? row.memoryBandwidth
  const pack = given('packageArea') ?? row.packageArea
  const tops = given('tops') ?? topsOf(peakTops(throughput)) ?? row.tops ?? topsFrom(performance)
  const density = given('performanceDensity') ?? densityOf(performance, area) ?? row.performanceDensity
  const memory =
    given('memoryBandwidthDensity') ??
    (bandwidth !== undefined && pack !== undefined
      ? combined(memoryBandwidthDensity(bandwidth, pack), 'Memory bandwidth density', bandwidth, pack)
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

function statedMeasure({ values, sources }: Layer, name: Measure): Figure | undefined {
  const value = values[`circuit.${name}`] as Quantity | undefined
  if (value === undefined) return undefined
  const source = sources[`circuit.${name}`]!
  return { value, confidence: source.text === undefined ? 'B' : 'A', source, steps: [] }
}

/** Shares by which a stated value may differ from the catalogue's before somebody has to look. */
const TOLERANCE = { A: 0.02, B: 0.02, C: 0.1 }

function conflictsOf(product: string, stated: Layer, measures: Figures, row: Catalogued): string[] {
  const conflicts: string[] = []
  for (const name of MEASURES) {
    const listed = row.figures[name]
    const said = measures[name]
    if (listed === undefined || said === undefined || said === listed || name === 'tops') continue
    if (apart(said.value, listed.value, TOLERANCE[listed.confidence])) {
      conflicts.push(`${name} of ${product}: the case says ${formatQuantity(said.value)}, the catalogue ${formatQuantity(listed.value)}`)
    }
  }
  const density = stated.values['circuit.performanceDensity'] as Quantity | undefined
  const worked = densityOf(statedMeasure(stated, 'tpp'), statedMeasure(stated, 'dieArea'))
  if (density !== undefined && worked !== undefined && apart(density, worked.value, TOLERANCE.B)) {
    conflicts.push(`performanceDensity of ${product}: the case says ${formatQuantity(density)}, its TPP and die area give ${formatQuantity(worked.value)}`)
  }
  const center = stated.values['circuit.marketedForDataCenter']
  const listed = row.facts.get('circuit.marketedForDataCenter')
  if (center !== undefined && listed !== undefined && center !== listed.value) {
    conflicts.push(`marketedForDataCenter of ${product}: the case says ${center ? 'yes' : 'no'}, the catalogue ${listed.value ? 'yes' : 'no'}`)
  }
  return conflicts
}

function apart(a: Quantity, b: Quantity, tolerance: number): boolean {
  const said = bounds(a)
  const listed = bounds(b)
  return said.high < listed.low * (1 - tolerance) || said.low > listed.high * (1 + tolerance)
}
