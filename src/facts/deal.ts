import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import type { Accelerator } from '../catalog/catalog.ts'
import { lookup, type Catalog } from '../catalog/lookup.ts'
import { bounds, quantity, type Quantity } from '../derive/measured.ts'
import type { AssumedFact, CircuitResult } from '../determination.ts'
import type { Facts, List, Source, Value } from '../logic/facts.ts'
import { standing, type Profile } from './assumptions.ts'
import type { Case, CircuitInput, ItemInput, PartyInput } from './case.ts'
import { circuitOf } from './circuit.ts'
import type { Destination } from './country-names.ts'
import { scopeOf, type Dictionary, type FactDefinition, type Scope } from './dictionary.ts'
import { isBoxed } from './fact-schema.ts'
import { knownOf } from './known.ts'
import { heldBy, isListed } from './ownership.ts'

/** What reading a case needs to know of the pack. */
export interface Context {
  readonly dictionary: Dictionary
  readonly catalog: Catalog
  readonly destination: (code: string) => Destination
  /** Members of "Macau or D:5" on the law date, for aggregate ownership. */
  readonly macauOrD5: ReadonlySet<Value>
  readonly day: string
  readonly profiles: readonly Profile[]
}

/** One item of a case with all the facts that the law can ask of it. */
export interface DealItem {
  readonly index: number
  readonly product: string
  readonly quantity: number | null
  readonly claimed: string | null
  readonly facts: Facts
  readonly circuits: readonly CircuitResult[]
  readonly conflicts: readonly string[]
  /** What a person should know of how the product was read: not found, ambiguous. */
  readonly remarks: readonly string[]
  readonly assumed: readonly AssumedFact[]
}

/** Lays out a case as facts: one deal with each item, its circuits, and the parties. */
export function dealItems(input: Case, context: Context): DealItem[] {
  const deal = dealFacts(input, context)
  const parties = partyList(input, context)
  const items = input.items ?? [{}]
  return items.map((item, index) => dealItem(input, item, index, deal, parties, context))
}

interface Layer {
  readonly values: Record<string, Value | undefined>
  readonly sources: Record<string, Source | undefined>
}

function dealItem(input: Case, item: ItemInput, index: number, deal: Layer, parties: List | undefined, context: Context): DealItem {
  const { dictionary, catalog } = context
  const own = layer(item, 'item', context)
  const found = productOf(item, catalog)
  const form = (own.values['item.form'] as string | undefined) ?? found.form
  if (own.values['item.form'] === undefined && form !== undefined) {
    own.values['item.form'] = form
    own.sources['item.form'] = { from: 'catalogue', text: found.rows[0]?.name ?? '', confidence: 'C' }
  }
  const claimed = (own.values['item.eccn'] as string | undefined) ?? null
  // A case that claims no ECCN makes no claim: there is nothing to ask.
  own.values['item.eccn'] = claimed ?? 'none'
  const circuits = circuitsOf(item, index, form, found.rows, context)
  const values = { ...deal.values, ...own.values, ...derivedOfItem(input, item, index, circuits, context) }
  const sources = { ...deal.sources, ...own.sources }
  const assumed = assume(values, sources, input, index, context)
  return {
    index,
    product: item.product ?? item.description ?? `item ${index + 1}`,
    quantity: item.quantity ?? null,
    claimed,
    facts: {
      values,
      sources,
      paths: pathsOf(dictionary, `items[${index}]`, ['deal', 'item']),
      lists: { parties, circuits: circuits.list },
      label: item.product ?? `item ${index + 1}`,
    },
    circuits: circuits.results,
    conflicts: circuits.conflicts,
    remarks: found.remarks,
    assumed,
  }
}

/** Every fact of a scope that the input gives, by its place in the dictionary. */
function layer(input: object, scope: Scope, { dictionary, destination }: Context): Layer {
  const values: Record<string, Value | undefined> = {}
  const sources: Record<string, Source | undefined> = {}
  for (const fact of factsOf(dictionary, scope)) {
    const known = knownOf(fact, at(input, fact.at), destination)
    if (known === undefined) continue
    values[fact.name] = known.value
    sources[fact.name] = known.source
  }
  return { values, sources }
}

const byScope = new WeakMap<Dictionary, Map<Scope, FactDefinition[]>>()

function factsOf(dictionary: Dictionary, scope: Scope): FactDefinition[] {
  let scopes = byScope.get(dictionary)
  if (scopes === undefined) {
    scopes = new Map()
    for (const fact of dictionary.values()) {
      if (fact.at === 'derived') continue
      const of = scopeOf(fact.name)
      scopes.set(of, [...(scopes.get(of) ?? []), fact])
    }
    byScope.set(dictionary, scopes)
  }
  return scopes.get(scope) ?? []
}

function at(input: object, path: string): unknown {
  let node: unknown = input
  for (const step of path.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Record<string, unknown>)[step]
  }
  return node
}

const pathCache = new WeakMap<Dictionary, Map<string, Record<string, string>>>()

/** Where each fact of the scopes stands below a prefix: `items[0].specs.tpp`. */
function pathsOf(dictionary: Dictionary, prefix: string, scopes: readonly Scope[]): Record<string, string> {
  let cached = pathCache.get(dictionary)
  if (cached === undefined) pathCache.set(dictionary, (cached = new Map()))
  const known = cached.get(prefix)
  if (known !== undefined) return known
  const paths: Record<string, string> = { parties: 'parties', circuits: `${prefix}.specs` }
  for (const { name, at: place } of dictionary.values()) {
    const scope = scopeOf(name)
    if (!scopes.includes(scope)) continue
    const below = scope === 'deal' ? '' : `${prefix}.`
    paths[name] = DERIVED_FROM[name] ?? below + (place === 'derived' ? name.slice(name.indexOf('.') + 1) : place)
  }
  cached.set(prefix, paths)
  return paths
}

/** Where the facts stand that derived facts are worked out from, for questions. */
const DERIVED_FROM: Readonly<Record<string, string>> = {
  'redFlags.open': 'redFlags',
  'exceptions.claimed': 'licenseExceptions',
  'item.letter': 'letters',
  'evidence.nac.daysBeforeExport': 'evidence.nac.registered',
}

function dealFacts(input: Case, context: Context): Layer {
  const { values, sources } = layer(input, 'deal', context)
  const { destination, day } = context
  values['exceptions.claimed'] = input.licenseExceptions ?? []
  const to = unboxed(input['to'])
  const region = typeof to === 'string' ? destination(to).region : undefined
  if (values['activity'] === 'deemed-export' || values['activity'] === 'deemed-reexport') {
    const recipient = (input.parties ?? []).find(({ role }) => role === 'recipient')
    const nationality = recipient === undefined ? undefined : unboxed(recipient['nationality'])
    values['to'] = typeof nationality === 'string' && nationality !== 'unknown' ? destination(nationality).country : undefined
    sources['to'] = { from: 'derived', text: 'most recent nationality of the recipient, 15 CFR 734.13(b)' }
  }
  if (region === 'UA-43' || region === 'UA-40') values['to.region'] = region
  else if (values['to'] !== undefined && values['to'] !== 'UA') values['to.region'] = 'none'
  const registered = values['evidence.nac.registered']
  if (typeof registered === 'string') {
    values['evidence.nac.daysBeforeExport'] = differenceInCalendarDays(noon(day), noon(registered))
    sources['evidence.nac.daysBeforeExport'] = { from: 'derived', text: `registered ${registered}` }
  }
  return { values, sources }
}

/** Noon is the same calendar day in every zone that counts days from it. */
const noon = (day: string): string => `${day}T12:00:00Z`

const unboxed = (raw: unknown): unknown => (isBoxed(raw) ? raw.value : raw)

function partyList(input: Case, context: Context): List | undefined {
  if (input.parties === undefined) return undefined
  const members = input.parties.map((party, i) => partyFacts(party, i, context))
  const named = input.parties.some(({ role }) => RECEIVERS.has(role))
  return { members, complete: named, asks: 'parties' }
}

/** Roles of which a deal must name at least one before "no party" can be answered. */
const RECEIVERS = new Set(['end-user', 'recipient', 'tenant', 'remote-user', 'licensee', 'target'])

function partyFacts(party: PartyInput, index: number, context: Context): Facts {
  const { values, sources } = layer(party, 'party', context)
  const { owners } = party
  if (owners !== undefined) {
    values['party.listedOwnership'] ??= heldBy(owners, isListed)
    values['party.d5Ownership'] ??= heldBy(owners, (owner) => {
      const seat = unboxed(owner.headquarters) ?? unboxed(owner.country)
      if (typeof seat !== 'string' || seat === 'unknown') return undefined
      return context.macauOrD5.has(context.destination(seat).country)
    })
    sources['party.listedOwnership'] ??= { from: 'derived', text: 'sum of the shares of its direct owners' }
    sources['party.d5Ownership'] ??= { from: 'derived', text: 'sum of the shares of its direct owners' }
  }
  return {
    values,
    sources,
    paths: pathsOf(context.dictionary, `parties[${index}]`, ['party']),
    lists: {},
    label: `${party.role}: ${party.name ?? `party ${index + 1}`}`,
  }
}

interface Product {
  readonly rows: readonly Accelerator[]
  readonly count: number | undefined
  readonly form: string | undefined
  readonly remarks: readonly string[]
}

function productOf({ product, specs }: CircuitInput, catalog: Catalog): Product {
  const none: Product = { rows: [], count: undefined, form: undefined, remarks: [] }
  if (product === undefined) return none
  const found = lookup(catalog, product)
  if ('unknown' in found) {
    if (specs !== undefined) return none
    const near = found.suggestions.map((name) => `\`${name}\``).join(' or ')
    const hint = near === '' ? 'give its specs' : `did you mean ${near}?`
    return { ...none, remarks: [`no accelerator \`${product}\` in the catalogue; ${hint}`] }
  }
  const rows = 'found' in found ? [found.found] : found.candidates
  const several = found.circuits !== undefined
  const forms = new Set(rows.map(({ form }) => form))
  const remarks =
    rows.length > 1 ? [`\`${product}\` names ${rows.map(({ name }) => name).join(', ')}; the answer holds for each`] : []
  return { rows, count: found.circuits, form: several ? 'computer' : forms.size === 1 ? rows[0]?.form : undefined, remarks }
}

interface Circuits {
  readonly list: List
  readonly results: readonly CircuitResult[]
  readonly conflicts: readonly string[]
}

/** Software, technology and other goods hold no circuit; everything else holds at least one. */
const WITHOUT_CIRCUITS = new Set(['software', 'technology', 'other'])

function circuitsOf(item: ItemInput, index: number, form: string | undefined, rows: readonly Accelerator[], context: Context): Circuits {
  if (form !== undefined && WITHOUT_CIRCUITS.has(form)) {
    return { list: { members: [], complete: true, asks: 'circuits' }, results: [], conflicts: [] }
  }
  const { dictionary } = context
  const made =
    item.circuits === undefined
      ? [circuitOf(item, rows, kindOf(item, form), context, pathsOf(dictionary, `items[${index}].specs`, ['circuit']))]
      : item.circuits.map((circuit, i) => {
          const product = productOf(circuit, context.catalog)
          const prefix = `items[${index}].circuits[${i}].specs`
          return circuitOf(circuit, product.rows, kindOf(circuit, product.form), context, pathsOf(dictionary, prefix, ['circuit']))
        })
  return {
    list: { members: made.map(({ facts }) => facts), complete: true, asks: 'circuits' },
    results: made.map(({ result }) => result),
    conflicts: made.flatMap(({ conflicts }) => conflicts),
  }
}

function kindOf({ specs }: CircuitInput, form: string | undefined): 'processor' | 'memory' | undefined {
  if (form === 'memory') return 'memory'
  if (form !== undefined) return 'processor'
  if (specs === undefined) return undefined
  if ('memoryBandwidth' in specs || 'packageArea' in specs || 'memoryBandwidthDensity' in specs) return 'memory'
  return 'processor'
}

function derivedOfItem(input: Case, item: ItemInput, index: number, circuits: Circuits, { day }: Context): Record<string, Value | undefined> {
  const flags = input.redFlags?.filter((flag) => flag.item === undefined || flag.item === index)
  const letters = input.letters?.filter(({ items }) => items === undefined || items.includes(index))
  const bound = letters?.some(({ received, until }) => received <= day && (until === undefined || day < until))
  return {
    'redFlags.open': flags?.some(({ resolved }) => resolved === undefined),
    'item.letter': bound,
    'item.purchaseValue':
      item.quantity === undefined || item.unitValue === undefined ? undefined : item.quantity * item.unitValue,
    'item.aggregateTpp': aggregateTpp(item, circuits),
  }
}

function aggregateTpp(item: ItemInput, { list, results }: Circuits): Quantity | undefined {
  if (item.quantity === undefined || list.members.length === 0) return undefined
  let low = 0
  let high = 0
  for (const [i, member] of list.members.entries()) {
    const tpp = member.values['circuit.tpp']
    if (tpp === undefined) return undefined
    const each = bounds(tpp as Quantity)
    low += each.low * results[i]!.count * item.quantity
    high += each.high * results[i]!.count * item.quantity
  }
  return quantity(low, high)
}

/** Fills the silent facts of one item from the profiles, and says which. Never overwrites a fact. */
function assume(
  values: Record<string, Value | undefined>,
  sources: Record<string, Source | undefined>,
  input: Case,
  index: number,
  context: Context,
): AssumedFact[] {
  if (context.profiles.length === 0) return []
  const assumed: AssumedFact[] = []
  for (const [name, { value, basis, expires, profile }] of standing(context.profiles, input, index, context.day)) {
    const fact = context.dictionary.get(name)!
    // A case that says `unknown` is not silent: the question stands.
    if (values[name] !== undefined || at(input, fact.at) !== undefined || input[DERIVED_FROM[name] ?? ''] !== undefined) continue
    const known = knownOf(fact, value, context.destination)
    if (known === undefined) continue
    values[name] = known.value
    sources[name] = { from: 'assumed', text: `${profile.id}: ${basis}, until ${expires}` }
    assumed.push({ fact: name, value, profile: profile.id, basis, signedBy: profile.signedBy, expires })
  }
  return assumed
}
