import type { Accelerator } from '../catalog/catalog.ts'
import { formatQuantity } from '../derive/format-number.ts'
import { bounds, quantity, weaker, type Confidence, type Derived, type Measured, type Quantity } from '../derive/measured.ts'
import { memoryBandwidthDensity } from '../derive/memory-bandwidth-density.ts'
import { nearLine } from '../derive/near-line.ts'
import { performanceDensity } from '../derive/performance-density.ts'
import { peakTops, tpp, type Throughput } from '../derive/tpp.ts'
import type { CircuitResult, Step } from '../determination.ts'
import type { Facts, Source, Value } from '../logic/facts.ts'
import type { CircuitInput, ThroughputInput } from './case.ts'
import type { Destination } from './country-names.ts'
import type { Dictionary } from './dictionary.ts'
import { knownOf, type Known } from './known.ts'

/** A circuit with everything that is known of it, ready for the conditions. */
export interface Circuit {
  readonly facts: Facts
  readonly result: CircuitResult
  /** Where the case and the catalogue say different things of the same part. */
  readonly conflicts: readonly string[]
}

interface Figure {
  readonly value: Quantity
  readonly confidence: Confidence
  readonly source: Source
  readonly steps: readonly Step[]
}

const MEASURES = ['tpp', 'dieArea', 'performanceDensity', 'dramBandwidth', 'interconnectBandwidth', 'tops', 'memoryBandwidth', 'packageArea', 'memoryBandwidthDensity'] as const
type Measure = (typeof MEASURES)[number]
type Figures = Partial<Record<Measure, Figure>>

/**
 * Brings together what the case states of a circuit and what the catalogue holds of its product. A
 * stated value wins; what is missing is worked out. Several rows (an ambiguous product name) give the
 * range over all of them, so that an answer holds for each.
 */
export function circuitOf(
  input: CircuitInput,
  rows: readonly Accelerator[],
  kind: 'processor' | 'memory' | undefined,
  context: { readonly dictionary: Dictionary; readonly destination: (code: string) => Destination },
  paths: Facts['paths'],
): Circuit {
  const stated = statedFacts(input, context)
  const catalogued = across(rows.map(rowFigures))
  const measures = workedOut(stated, statedThroughput(input), catalogued)
  const values: Record<string, Value | undefined> = { 'circuit.kind': kind }
  const sources: Record<string, Source | undefined> = {}
  const set = (fact: string, value: Value, source: Source): void => {
    values[fact] = value
    sources[fact] = source
  }
  for (const name of MEASURES) {
    const figure = measures[name]
    if (figure !== undefined) set(`circuit.${name}`, nearLine(figure), { ...figure.source, confidence: figure.confidence })
  }
  for (const [fact, known] of [...rowFacts(rows), ...stated]) {
    if (values[fact] === undefined) set(fact, known.value, known.source)
    else if (!MEASURES.some((name) => fact === `circuit.${name}`)) set(fact, known.value, known.source)
  }
  const product = input.product ?? rows[0]?.name ?? 'circuit'
  return {
    facts: { values, sources, paths, lists: {}, label: product },
    result: {
      product,
      count: input.count ?? 1,
      values: Object.entries(values)
        .filter((entry): entry is [string, Value] => entry[1] !== undefined && entry[0] !== 'circuit.kind')
        .map(([fact, value]) => ({
          name: fact,
          label: fact,
          value,
          unit: context.dictionary.get(fact)?.unit ?? '',
          source: sources[fact] ?? { from: 'case' },
        })),
      steps: MEASURES.flatMap((name) => measures[name]?.steps ?? []),
    },
    conflicts: conflictsOf(product, stated, catalogued, rows),
  }
}

function statedFacts(
  input: CircuitInput,
  { dictionary, destination }: { readonly dictionary: Dictionary; readonly destination: (code: string) => Destination },
): Map<string, Known> {
  const found = new Map<string, Known>()
  for (const [key, raw] of Object.entries(input.specs ?? {})) {
    if (key === 'throughput') continue
    const fact = [...dictionary.values()].find(({ name, at }) => at === key && name.startsWith('circuit.'))
    const known = fact === undefined ? undefined : knownOf(fact, raw, destination)
    if (known !== undefined) found.set(fact!.name, known)
  }
  return found
}

function statedThroughput(input: CircuitInput): Throughput[] {
  const raw = (input.specs?.['throughput'] ?? []) as readonly ThroughputInput[]
  return raw.flatMap(({ format, bits, dense }) => (dense === undefined ? [] : [{ format, bits, dense, confidence: 'B' as const }]))
}

/** Stated first, then worked out from what is stated, then the catalogue. */
function workedOut(stated: ReadonlyMap<string, Known>, throughput: readonly Throughput[], row: Figures): Figures {
  const given = (name: Measure): Figure | undefined => {
    const known = stated.get(`circuit.${name}`)
    return known === undefined ? undefined : statedFigure(known)
  }
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

function statedFigure({ value, source }: Known): Figure {
  return {
    value: value as Quantity,
    confidence: source.text === undefined ? 'B' : 'A',
    source,
    steps: [],
  }
}

function densityOf(performance: Figure | undefined, area: Figure | undefined): Figure | undefined {
  if (performance === undefined || area === undefined) return undefined
  return combined(performanceDensity(performance, area), 'Performance density', performance, area)
}

function combined(derived: Derived | undefined, label: string, a: Figure, b: Figure): Figure | undefined {
  if (derived === undefined) return undefined
  const from = a.source.from === 'catalogue' && b.source.from === 'catalogue' ? 'catalogue' : 'derived'
  return derivedFigure({ ...derived, confidence: weaker(derived.confidence, weaker(a.confidence, b.confidence)) }, label, from)
}

function derivedFigure(derived: Derived, label: string, from: Source['from']): Figure {
  const deciding = derived.steps.filter(({ decides }) => decides)
  const source: Source = { from: from === 'catalogue' ? 'catalogue' : 'derived', text: deciding.map(({ text }) => text).join('; ') }
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

const topsOf = (measured: Measured | undefined): Figure | undefined =>
  measured && { ...measured, source: { from: 'derived' }, steps: [] }

/** Bit lengths run from 1 to 64, which bounds the operations behind a TPP. */
function topsFrom(performance: Figure | undefined): Figure | undefined {
  if (performance === undefined) return undefined
  const { low, high } = bounds(performance.value)
  return {
    value: quantity(low / 64, high),
    confidence: performance.confidence,
    source: { from: 'derived', text: 'between TPP / 64 bit and TPP / 1 bit' },
    steps: [],
  }
}

function rowFigures(row: Accelerator): Figures {
  const listed = (name: Measure, measured: (Measured & { source: string }) | undefined): Figures =>
    measured === undefined
      ? {}
      : {
          [name]: {
            value: measured.value,
            confidence: measured.confidence,
            source: { from: 'catalogue', text: `${row.name}: ${measured.source}` } satisfies Source,
            steps: [],
          },
        }
  const worked = tpp(row.throughput)
  const performance: Figures =
    worked === undefined
      ? listed('tpp', row.statedTpp)
      : { tpp: catalogued(derivedFigure(worked, `TPP of ${row.name}`, 'catalogue'), row) }
  const tops = topsOf(peakTops(row.throughput))
  const area = listed('dieArea', row.dieArea)
  const density = densityOf(performance.tpp, area.dieArea)
  return {
    ...performance,
    ...area,
    ...(density && { performanceDensity: density }),
    ...(tops && { tops: catalogued(tops, row) }),
    ...listed('dramBandwidth', row.dramBandwidth),
    ...listed('interconnectBandwidth', row.interconnectBandwidth),
    ...listed('memoryBandwidth', row.memoryBandwidth),
    ...listed('packageArea', row.packageArea),
  }
}

/** Names the datasheet of the row's throughput beside the arithmetic. */
function catalogued(figure: Figure, row: Accelerator): Figure {
  const sheets = [...new Set(row.throughput.map(({ source }) => source))].join('; ')
  return {
    ...figure,
    source: { from: 'catalogue', text: [figure.source.text, `${row.name}: ${sheets}`].filter(Boolean).join('; ') },
    steps: figure.steps.map((step) => ({ ...step, source: sheets })),
  }
}

/** The range over several rows; a figure that one of them lacks is not known. */
function across(rows: readonly Figures[]): Figures {
  const [first, ...others] = rows
  if (first === undefined || others.length === 0) return first ?? {}
  const merged: Figures = {}
  for (const name of MEASURES) {
    const all = rows.map((row) => row[name])
    if (all.some((figure) => figure === undefined)) continue
    const figures = all as Figure[]
    merged[name] = {
      value: quantity(Math.min(...figures.map((f) => bounds(f.value).low)), Math.max(...figures.map((f) => bounds(f.value).high))),
      confidence: figures.map((f) => f.confidence).reduce(weaker),
      source: { from: 'catalogue', text: `range over ${rows.length} products of that name` },
      steps: figures.flatMap((f) => f.steps),
    }
  }
  return merged
}

function rowFacts(rows: readonly Accelerator[]): [string, Known][] {
  const [first, ...others] = rows
  if (first === undefined) return []
  const found: [string, Known][] = []
  const center = first.marketedForDataCenter
  if (center !== undefined && others.every((row) => row.marketedForDataCenter?.value === center.value)) {
    found.push([
      'circuit.marketedForDataCenter',
      { value: center.value, source: { from: 'catalogue', text: `${first.name}: ${center.source}`, confidence: center.confidence } },
    ])
  }
  const designer = first.designerHeadquarters
  if (designer !== undefined && others.every((row) => row.designerHeadquarters === designer)) {
    found.push(['circuit.designerHeadquarters', { value: designer, source: { from: 'catalogue', text: first.name, confidence: 'B' } }])
  }
  return found
}

/** Shares by which a stated value may differ from the catalogue's before somebody has to look. */
const TOLERANCE = 0.02

function conflictsOf(
  product: string,
  stated: ReadonlyMap<string, Known>,
  row: Figures,
  rows: readonly Accelerator[],
): string[] {
  const conflicts: string[] = []
  for (const name of MEASURES) {
    const figure = row[name]
    const known = stated.get(`circuit.${name}`)
    if (figure === undefined || known === undefined || figure.confidence === 'C' || name === 'tops') continue
    const said = bounds(known.value as Quantity)
    const listed = bounds(figure.value)
    if (said.high < listed.low * (1 - TOLERANCE) || said.low > listed.high * (1 + TOLERANCE)) {
      conflicts.push(`${name} of ${product}: the case says ${formatQuantity(known.value as Quantity)}, the catalogue ${formatQuantity(figure.value)}`)
    }
  }
  const center = stated.get('circuit.marketedForDataCenter')
  const listed = rowFacts(rows).find(([fact]) => fact === 'circuit.marketedForDataCenter')?.[1]
  if (center !== undefined && listed !== undefined && listed.source.confidence !== 'C' && center.value !== listed.value) {
    conflicts.push(`marketedForDataCenter of ${product}: the case says ${center.value ? 'yes' : 'no'}, the catalogue ${listed.value ? 'yes' : 'no'}`)
  }
  return conflicts
}
