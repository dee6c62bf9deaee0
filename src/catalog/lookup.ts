import type { Accelerator } from './catalog.ts'
import {
  cloudOf,
  findInstance,
  type Cloud,
  type CloudProvider,
  type Instance,
  type Resolved,
} from './cloud.ts'
import { normalize } from './normalize.ts'
import { similar } from './similar.ts'
import { suggest } from '../suggest.ts'

/** The rows of the catalogue, indexed by every name that they have. */
export interface Catalog {
  readonly rows: readonly Accelerator[]
  readonly byName: ReadonlyMap<string, Accelerator>
  readonly byAmbiguousName: ReadonlyMap<string, readonly Accelerator[]>
  /** Instance types and regions of cloud providers. */
  readonly cloud: Cloud
}

export type Lookup =
  /**
   * `circuits` where the text named several of a product, as in `8x H100 SXM`: a computer with
   * so many. `instance` where it named an instance type, which is such a computer.
   */
  | { readonly found: Accelerator; readonly circuits?: number; readonly instance?: Instance }
  | {
      readonly candidates: readonly Accelerator[]
      readonly circuits?: number
      readonly instance?: Instance
    }
  | {
      readonly unknown: string
      readonly suggestions: readonly string[]
      readonly circuits?: number
      readonly instance?: Instance
    }

/** Indexes the rows. @throws where one name would stand for two products. */
export function catalogOf(
  rows: readonly Accelerator[],
  providers: readonly CloudProvider[] = [],
): Catalog {
  const byName = new Map<string, Accelerator>()
  const byAmbiguousName = new Map<string, Accelerator[]>()
  for (const row of rows) {
    for (const key of keys(row, [row.name, ...row.aliases])) {
      const other = byName.get(key)
      if (other !== undefined && other !== row) {
        throw new Error(`${row.name} and ${other.name} have the name ${key} in common`)
      }
      byName.set(key, row)
    }
    for (const key of keys(row, row.ambiguous)) {
      byAmbiguousName.set(key, [...(byAmbiguousName.get(key) ?? []), row])
    }
  }
  for (const [key, sharers] of byAmbiguousName) {
    const owner = byName.get(key)
    if (owner === undefined) continue
    const names = sharers.map((row) => row.name).join(', ')
    throw new Error(`${key} names ${owner.name} alone and is ambiguous for ${names}`)
  }
  return { rows, byName, byAmbiguousName, cloud: cloudOf(providers) }
}

/**
 * Finds a product by name, whatever its case, spaces and hyphens, with or without its vendor. A
 * name that several products share gives all of them, and an unknown one the most similar names:
 * it never guesses. `<n> x <product>`, `server with <n> <product>` and an instance type of a cloud provider
 * give the product and the number.
 */
export function lookup(catalog: Catalog, text: string): Lookup {
  const single = find(catalog, text)
  if (single !== undefined) return single
  const hosted = findInstance(catalog.cloud, text)
  if (hosted !== undefined) {
    return 'found' in hosted
      ? held(catalog, hosted.found)
      : { unknown: text, suggestions: typesIn(hosted) }
  }
  const several = SEVERAL.exec(text)
  const circuits = Number(several?.[1] ?? several?.[2] ?? 0)
  const product = circuits > 0 ? find(catalog, several?.[3] ?? '') : undefined
  if (product !== undefined) return { ...product, circuits }
  return {
    unknown: text,
    // Compares every name of the catalogue, so only where somebody reads it.
    get suggestions() {
      return suggested(catalog, several?.[3] ?? text)
    },
  }
}

/** What an instance holds; a share of an accelerator comes in a machine with the whole of it. */
function held(catalog: Catalog, instance: Instance): Lookup {
  const circuits = instance.count === undefined ? {} : { circuits: Math.ceil(instance.count) }
  const product = find(catalog, instance.accelerator)
  return {
    ...(product ?? { unknown: instance.accelerator, suggestions: [] }),
    ...circuits,
    instance,
  }
}

const typesIn = (hosted: Exclude<Resolved<Instance>, { found: Instance }>): readonly string[] =>
  'unknown' in hosted
    ? hosted.suggestions
    : hosted.candidates.map(({ provider, type }) => `${provider}:${type}`)

const suggestions = new WeakMap<Catalog, Map<string, readonly string[]>>()
const MOST_SUGGESTIONS = 1_000

/** What a name may have meant; the same unknown names come again. */
function suggested(catalog: Catalog, text: string): readonly string[] {
  let known = suggestions.get(catalog)
  if (known === undefined || known.size > MOST_SUGGESTIONS)
    suggestions.set(catalog, (known = new Map<string, readonly string[]>()))
  let names = known.get(text)
  if (names === undefined) known.set(text, (names = near(catalog, text)))
  return names
}

/** Instance types are told apart by single letters, so that only a near one is meant. */
function near({ rows, cloud }: Catalog, text: string): readonly string[] {
  const type =
    text.includes('.') || text.includes('_') ? suggest(text, cloud.instances.keys()) : undefined
  const meant = type === undefined ? [] : cloud.instances.get(type)!.map((one) => one.type)
  return [...meant, ...similar(rows, text)].slice(0, MOST_NAMES)
}
const MOST_NAMES = 3

/** `server with 8 H100 SXM` or `8x H100 SXM`. */
const SEVERAL =
  /^\s*(?:(?:an?\s+)?server\s+with\s+(\d{1,6})(?:\s*[x×])?\s+|(\d{1,6})\s*[x×]\s*)(\S.*)$/i

/** Words that say what kind of thing a product is, not which one. */
const GENERIC =
  /\s+(?:(?:tensor\s+core\s+)?gpus?|accelerators?|graphics\s+cards?|cards?|modules?|chips?)\s*$/i

function find(
  catalog: Catalog,
  text: string,
): { readonly found: Accelerator } | { readonly candidates: readonly Accelerator[] } | undefined {
  for (const name of [text, text.replace(GENERIC, '')]) {
    const key = normalize(name)
    const found = catalog.byName.get(key)
    if (found !== undefined) return { found }
    const candidates = catalog.byAmbiguousName.get(key)
    if (candidates !== undefined) return { candidates }
  }
  return undefined
}

function keys(row: Accelerator, names: readonly string[]): Set<string> {
  const vendor = normalize(row.vendor)
  const found = new Set<string>()
  for (const name of names) {
    const key = normalize(name)
    const bare = key.startsWith(vendor) ? key.slice(vendor.length) : key
    if (bare === '') continue
    found.add(bare).add(vendor + bare)
  }
  return found
}
