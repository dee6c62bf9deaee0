import type { Accelerator } from '../catalog/catalog.ts'
import { lookup, type Catalog } from '../catalog/lookup.ts'
import type { CircuitInput } from './case.ts'

/** What the catalogue makes of a product's name. */
export interface Product {
  readonly rows: readonly Accelerator[]
  /** How many of the product the name speaks of, as in `8x H100`. */
  readonly count: number | undefined
  readonly form: string | undefined
  /** What a person should know of how the name was read, worked out when asked for. */
  readonly remarks: () => readonly string[]
}

const NONE: Product = { rows: [], count: undefined, form: undefined, remarks: () => [] }

/** Looks up the product of an item or circuit. */
export function productOf({ product, specs }: CircuitInput, catalog: Catalog): Product {
  if (product === undefined) return NONE
  const found = lookup(catalog, product)
  if ('unknown' in found) {
    return specs === undefined
      ? { ...NONE, remarks: () => [notFound(product, found.suggestions)] }
      : NONE
  }
  const rows = 'found' in found ? [found.found] : found.candidates
  const forms = new Set(rows.map(({ form }) => form))
  return {
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
