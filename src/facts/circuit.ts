import type { Accelerator } from '../catalog/catalog.ts'
import { nearLine } from '../derive/near-line.ts'
import type { CircuitResult } from '../determination.ts'
import type { Facts } from '../logic/facts.ts'
import type { CircuitInput } from './case.ts'
import { catalogued, type Catalogued } from './catalogued.ts'
import type { Destination } from './country-names.ts'
import type { Dictionary } from './dictionary.ts'
import { MEASURES, type Figures } from './figures.ts'
import { emptyLayer, layer, type Layer } from './layer.ts'
import { conflictsOf } from './spec-conflicts.ts'
import { statedThroughput, workedOut } from './worked-out.ts'

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
  const joined =
    input.specs === undefined ? ofProduct(row, kind) : join(input, product, row, kind, context)
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
  const fresh = {
    ...laidOut(UNSTATED, workedOut(UNSTATED, [], row.figures), row, kind),
    conflicts: [],
  }
  kinds.set(kind, fresh)
  return fresh
}

function join(
  input: CircuitInput,
  product: string,
  row: Catalogued,
  kind: Kind | undefined,
  context: Reading,
): Joined {
  const stated = layer(input.specs ?? {}, 'circuit', context)
  const measures = workedOut(stated, statedThroughput(input), row.figures)
  return {
    ...laidOut(stated, measures, row, kind),
    conflicts: conflictsOf(product, stated, measures, row),
  }
}

function laidOut(
  stated: Layer,
  measures: Figures,
  row: Catalogued,
  kind: Kind | undefined,
): Omit<Joined, 'conflicts'> {
  const { values, sources } = emptyLayer()
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

function resultOf(
  product: string,
  count: number,
  { values, sources, measures }: Joined,
  dictionary: Dictionary,
): CircuitResult {
  const others = Object.keys(values)
    .filter((name) => !isMeasure(name) && name !== 'circuit.kind')
    .sort()
  return {
    product,
    count,
    values: [...MEASURED, ...others].flatMap((name) => {
      const value = values[name]
      if (value === undefined) return []
      return [
        {
          name,
          value,
          unit: dictionary.get(name)?.unit ?? '',
          source: sources[name] ?? { from: 'case' },
        },
      ]
    }),
    steps: MEASURES.flatMap((name) => measures[name]?.steps ?? []),
  }
}
