import type { Source, Value } from '../logic/facts.ts'
import type { Destination } from './country-names.ts'
import { scopeOf, type Dictionary, type FactDefinition, type Scope } from './dictionary.ts'
import { knownOf } from './known.ts'

/** What a case says of one thing: its facts by name, and where each came from. */
export interface Layer {
  readonly values: Record<string, Value | undefined>
  readonly sources: Record<string, Source | undefined>
}

/**
 * A layer that says nothing yet. Objects without a prototype are hash tables from the start: facts come in
 * any order, and an engine that took each order for a class of its own would read all of them slowly.
 */
export function emptyLayer(): Layer {
  return {
    values: Object.create(null) as Layer['values'],
    sources: Object.create(null) as Layer['sources'],
  }
}

/** The facts of a scope by the keys under which a case gives them, nested as the case is. */
type Places = Map<string, FactDefinition | Places>

type Reading = {
  readonly dictionary: Dictionary
  readonly destination: (code: string) => Destination
}

/** Adds every fact of a scope that the input gives. What the input says beside facts is passed over. */
export function layer(
  input: object,
  scope: Scope,
  { dictionary, destination }: Reading,
  into: Layer = emptyLayer(),
): Layer {
  read(input, placesOf(dictionary, scope), destination, into)
  return into
}

function read(
  input: object,
  places: Places,
  destination: Reading['destination'],
  into: Layer,
): void {
  for (const key of Object.keys(input)) {
    const place = places.get(key)
    if (place === undefined) continue
    const raw = (input as Record<string, unknown>)[key]
    if (place instanceof Map) {
      if (typeof raw === 'object' && raw !== null) read(raw, place, destination, into)
      continue
    }
    const known = knownOf(place, raw, destination)
    if (known === undefined) continue
    into.values[place.name] = known.value
    into.sources[place.name] = known.source
  }
}

const byScope = new WeakMap<Dictionary, Map<Scope, Places>>()

function placesOf(dictionary: Dictionary, scope: Scope): Places {
  const scopes = byScope.get(dictionary) ?? allPlaces(dictionary)
  byScope.set(dictionary, scopes)
  return scopes.get(scope) ?? new Map<string, FactDefinition>()
}

function allPlaces(dictionary: Dictionary): Map<Scope, Places> {
  const scopes = new Map<Scope, Places>()
  for (const fact of dictionary.values()) {
    if (fact.at === 'derived') continue
    const steps = fact.at.split('.')
    const last = steps.pop()!
    let branch = below(scopes, scopeOf(fact.name))
    for (const step of steps) branch = below(branch, step)
    branch.set(last, fact)
  }
  return scopes
}

function below<Key extends string>(places: Map<Key, FactDefinition | Places>, key: Key): Places {
  const known = places.get(key)
  if (known instanceof Map) return known
  const fresh: Places = new Map()
  places.set(key, fresh)
  return fresh
}

/** What a case says at a place, whether a value, `unknown` or nothing. */
export function saidAt(input: object, place: string): unknown {
  let node: unknown = input
  for (const step of stepsTo(place)) {
    if (typeof node !== 'object' || node === null) return undefined
    node = (node as Record<string, unknown>)[step]
  }
  return node
}

const steps = new Map<string, readonly string[]>()

function stepsTo(place: string): readonly string[] {
  const known = steps.get(place) ?? place.split('.')
  steps.set(place, known)
  return known
}

const pathCache = new WeakMap<Dictionary, Map<string, Record<string, string>>>()

/** Where each fact of the scopes stands below a prefix: `items[0].specs.tpp`. */
export function pathsOf(
  dictionary: Dictionary,
  prefix: string,
  scopes: readonly Scope[],
): Record<string, string> {
  let cached = pathCache.get(dictionary)
  if (cached === undefined) pathCache.set(dictionary, (cached = new Map()))
  const known = cached.get(prefix)
  if (known !== undefined) return known
  const paths: Record<string, string> = {
    parties: 'parties',
    circuits: `${prefix}.specs`,
    productionInputs: `${prefix}.production.inputs`,
    modules: `${prefix}.modules`,
  }
  for (const { name, at: place, passedOver } of dictionary.values()) {
    const scope = scopeOf(name)
    if (!scopes.includes(scope)) continue
    const start = scope === 'deal' ? '' : `${prefix}.`
    paths[name] =
      passedOver?.stated ??
      DERIVED_FROM[name] ??
      start +
        (DERIVED_BESIDE[name] ?? (place === 'derived' ? name.slice(name.indexOf('.') + 1) : place))
  }
  cached.set(prefix, paths)
  return paths
}

/** Paths with some of them elsewhere. The many that are shared are not copied. */
export function withAsks(
  paths: Readonly<Record<string, string | undefined>>,
  ...asks: readonly Readonly<Record<string, string | undefined>>[]
): Readonly<Record<string, string | undefined>> {
  if (asks.every((own) => Object.keys(own).length === 0)) return paths
  return Object.assign(Object.create(paths) as Record<string, string>, ...asks)
}

/** Where the facts stand that derived facts are worked out from, for questions. */
export const DERIVED_FROM: Readonly<Record<string, string>> = {
  'redFlags.open': 'redFlags',
  'redFlags.raised': 'redFlags',
  'redFlags.resolved': 'redFlags',
  'compute.country': 'compute.region',
  'route.viaMacauOrD5': 'via',
  'route.viaEmbargoed': 'via',
  'exceptions.claimed': 'licenseExceptions',
  'item.letter': 'letters',
  'item.knownLetters': 'letters',
  'item.sent': 'activity',
  'generalLicenses.claimed': 'generalLicenses',
  'provider.stated': 'provider',
  'model.words': 'model',
  'evidence.nac.daysBeforeExport': 'evidence.nac.registered',
}

/** The same within one item or one production input, below its own place in the case. */
const DERIVED_BESIDE: Readonly<Record<string, string>> = {
  'item.entry': 'eccn',
  'item.claimedEntry': 'eccn',
  'item.bareEntry': 'eccn',
  'item.modelWeights': 'form',
  'item.publicationClaimed': 'weightsPublished',
  'party.statedBusiness': 'business',
  'party.seenLists': 'lists',
  'item.circuitSeen': 'containsCircuit',
  'party.kycSeen': 'kyc.flags',
  'party.unidentified': 'identityVerified',
  'item.keySeen': 'licenseKey.purpose',
  'item.technologySeen': 'designTechnology',
  'item.paragraphConfirmed': 'eccn',
  'item.category': 'eccn',
  'item.series': 'eccn',
  'item.controlledFor.NS': 'eccn',
  'item.deMinimisPercent': 'production.content',
  'item.deMinimisApplies': 'production.content',
  'item.oneTimeReportNeeded': 'production.content',
  'item.certifiedOutside': 'production.certificates',
  'item.exclusionsClaimed': 'exclusions',
  'input.productGroup': 'eccn',
  'input.category': 'eccn',
  'input.series': 'eccn',
  'input.paragraphs': 'eccn',
}
