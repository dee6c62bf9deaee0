import { weaker, type Confidence } from '../derive/measured.ts'
import type { List } from '../logic/facts.ts'
import type { CircuitInput, ItemInput } from './case.ts'
import { circuitOf, type Circuit } from './circuit.ts'
import type { Context } from './context.ts'
import { pathsOf } from './layer.ts'
import { productOf, type Product } from './product.ts'

/** The circuits of an item, as the list that conditions go through and as they were made. */
export interface Circuits {
  readonly list: List
  readonly made: readonly Circuit[]
}

/** Software, technology and other goods hold no circuit; everything else holds at least one. */
export const FORMS_WITHOUT_CIRCUITS: ReadonlySet<string> = new Set([
  'software',
  'technology',
  'model-weights',
  'other',
])

/** The circuits of an item: those that it lists, and the one that its product and specs describe where they name another. */
export function circuitsOf(
  item: ItemInput,
  index: number,
  form: string | undefined,
  product: Product,
  context: Context,
): Circuits {
  if (form !== undefined && FORMS_WITHOUT_CIRCUITS.has(form)) {
    return { list: { members: [], complete: true, asks: 'circuits' }, made: [] }
  }
  const paths = (prefix: string) => pathsOf(context.dictionary, prefix, ['circuit'])
  const listed = (item.circuits ?? []).map((circuit) => ({
    circuit,
    found: productOf(circuit, context.catalog),
  }))
  const made = listed.map(({ circuit, found }, i) => {
    const kind = kindOf(circuit, found.form, found.form)
    const one = circuitOf(
      circuit,
      found.rows,
      kind,
      circuit.count,
      context,
      paths(`items[${index}].circuits[${i}].specs`),
    )
    return reliedOn(one, found.confidence)
  })
  const named = product.rows.some((row) => !listed.some(({ found }) => found.rows.includes(row)))
  if (listed.length === 0 || item.specs !== undefined || named) {
    const kind = kindOf(item, form, product.form)
    const one = circuitOf(
      item,
      product.rows,
      kind,
      countOf(item, form, product),
      context,
      paths(`items[${index}].specs`),
    )
    made.push(reliedOn(one, product.confidence))
  }
  return {
    list: { members: made.map(({ facts }) => facts), complete: true, asks: 'circuits' },
    made,
  }
}

/** A circuit whose values are as good as the name by which it was found; what the case states stands. */
function reliedOn(circuit: Circuit, confidence: Confidence): Circuit {
  if (confidence === 'A') return circuit
  const sources = Object.fromEntries(
    Object.entries(circuit.facts.sources).map(([fact, source]) => [
      fact,
      source?.from === 'case' || source === undefined
        ? source
        : { ...source, confidence: weaker(source.confidence ?? 'A', confidence) },
    ]),
  )
  return { ...circuit, facts: { ...circuit.facts, sources } }
}

/** One, where the item is the circuit or its card; a computer may hold several, and so may what has no form. */
function countOf(
  { count }: CircuitInput,
  form: string | undefined,
  product: Product,
): number | undefined {
  if (count !== undefined || product.count !== undefined) return count ?? product.count
  if (product.conflict !== undefined) return undefined
  return product.rows.length > 0 || (form !== undefined && form !== 'computer') ? 1 : undefined
}

const OF_MEMORY = ['memoryBandwidth', 'packageArea', 'memoryBandwidthDensity']
const OF_PROCESSOR = [
  'tpp',
  'tops',
  'throughput',
  'performanceDensity',
  'interconnectBandwidth',
  'dieArea',
]

/**
 * Processor or memory: by the form, or by what the specs speak of where they speak of the one alone. A
 * bare circuit may be either, so that a memory stack is not taken for a processor that computes little.
 */
function kindOf(
  { specs = {} }: CircuitInput,
  form: string | undefined,
  ofProduct: string | undefined,
): 'processor' | 'memory' | undefined {
  if (form === 'memory' || ofProduct === 'memory') return 'memory'
  const memory = OF_MEMORY.some((name) => name in specs)
  const processor = OF_PROCESSOR.some((name) => name in specs) || ofProduct !== undefined
  if (form === 'assembly' || form === 'computer' || (form !== undefined && !memory))
    return 'processor'
  return memory === processor ? undefined : memory ? 'memory' : 'processor'
}
