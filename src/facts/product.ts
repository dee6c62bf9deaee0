import type { Accelerator } from '../catalog/catalog.ts'
import type { Instance } from '../catalog/cloud.ts'
import { lookup, type Catalog, type Lookup } from '../catalog/lookup.ts'
import type { Confidence } from '../derive/measured.ts'
import type { CircuitInput } from './case.ts'

/** What the catalogue makes of a product's name. */
export interface Product {
  readonly rows: readonly Accelerator[]
  /** How many of the product the name speaks of, as in `8x H100`. */
  readonly count: number | undefined
  readonly form: string | undefined
  /** How far it can be relied on that the name stands for these products. */
  readonly confidence: Confidence
  /** Counts between which sources disagree, in words. */
  readonly conflict: string | undefined
  /** What a person should know of how the name was read, worked out when asked for. */
  readonly remarks: () => readonly string[]
}

const NONE: Product = {
  rows: [],
  count: undefined,
  form: undefined,
  confidence: 'A',
  conflict: undefined,
  remarks: () => [],
}

/** Looks up the product of an item or circuit. */
export function productOf({ product, specs }: CircuitInput, catalog: Catalog): Product {
  if (product === undefined) return NONE
  const found = lookup(catalog, product)
  if (found.instance !== undefined) return ofInstance(found.instance, found)
  if ('unknown' in found) {
    return specs === undefined
      ? { ...NONE, remarks: () => [notFound(product, found.suggestions)] }
      : NONE
  }
  const rows = rowsOf(found)
  const forms = new Set(rows.map(({ form }) => form))
  return {
    ...NONE,
    rows,
    count: found.circuits,
    form: found.circuits !== undefined ? 'computer' : forms.size === 1 ? rows[0]?.form : undefined,
    remarks: () =>
      rows.length > 1
        ? [
            `\`${product}\` names ${rows.map(({ name }) => name).join(', ')}; the answer holds for each`,
          ]
        : [],
  }
}

function notFound(product: string, suggestions: readonly string[]): string {
  const near = suggestions.map((name) => `\`${name}\``).join(' or ')
  return `no accelerator \`${product}\` in the catalogue; ${near === '' ? 'give its specs' : `did you mean ${near}?`}`
}

const rowsOf = (found: Lookup): readonly Accelerator[] =>
  'found' in found ? [found.found] : 'candidates' in found ? found.candidates : []

/** An instance type of a cloud provider: a computer with so many of an accelerator. */
function ofInstance(instance: Instance, found: Lookup): Product {
  const { providerName, type, accelerator, count, counts, confidence, source, note } = instance
  const rows = rowsOf(found)
  const held = count === undefined ? accelerator : `${count} x ${accelerator}`
  const share = count !== undefined && count < 1 ? ', a share of one accelerator' : ''
  const said = `\`${type}\` of ${providerName} holds ${held}${share} (${source}, confidence ${confidence})`
  const of = counts.map((one) => `${one.count} (${one.source})`).join(', ')
  return {
    rows,
    count: found.circuits,
    form: 'computer',
    confidence,
    conflict:
      count === undefined
        ? `${type}: sources disagree on how many ${accelerator} it holds: ${of}; state \`count\``
        : undefined,
    remarks: () => [
      note === undefined ? said : `${said}; ${note}`,
      ...(rows.length > 0
        ? []
        : [`the catalogue has no numbers of ${accelerator}; give its specs`]),
    ],
  }
}
