import type { Case, ItemInput, PartyInput } from '../facts/case.ts'
import { isBoxed } from '../facts/fact-schema.ts'
import { FEATURE_KINDS } from './kinds.ts'
import {
  HERE,
  type Column,
  type CustomerInput,
  type DealFacts,
  type Manifest,
  type ModelInput,
  type PartyFacts,
} from './manifest.ts'
import type { Place } from './places.ts'

/** Where the customers of a class are seated in one variant of a cell, where the class names a group. */
export interface Seats {
  readonly headquarters?: string
  readonly parentHeadquarters?: string
}

/**
 * The transaction that a cell of a rollout stands for: what `licet check` would be asked of this feature,
 * in this place, for these customers. `day` is its law date.
 */
export function transactionOf(
  manifest: Manifest,
  column: Column,
  place: Place,
  day: string,
  seats: Seats = {},
): Case {
  const feature = manifest.features[column.feature]!
  const kind = FEATURE_KINDS[feature.kind]!
  const compute = machinesOf(manifest, column)
  const ofKind = {
    ...(kind.does.length === 0 ? {} : { service: { does: kind.does } }),
    ...(compute === undefined ? {} : { compute }),
  }
  return {
    kind: 'transaction',
    id: cellName(manifest, column, place.code),
    date: day,
    activity: kind.activity,
    ...(compute === undefined && manifest.from !== undefined ? { from: manifest.from } : {}),
    to: place.to,
    ...(place.region === undefined || place.region === place.to ? {} : { region: place.region }),
    ...ofModel(manifest, column),
    ...items(manifest, column),
    parties: [...ours(manifest, column, place), customer(manifest, column, place, seats)],
    ...joined(joined(ofKind, manifest.facts), feature.facts),
  }
}

/** The name of a cell on the command line: `IR:api`, with the model and the customers where there are several. */
export function cellName(manifest: Manifest, column: Column, code: string): string {
  const { features, models = [], customers = [] } = manifest
  const model = column.model === undefined ? undefined : models[column.model]?.id
  const who = column.customers === undefined ? undefined : customers[column.customers]?.id
  return [
    code,
    features[column.feature]!.id,
    ...(model === undefined || models.length < 2 ? [] : [model]),
    ...(who === undefined || customers.length < 2 ? [] : [who]),
  ].join(':')
}

/** What the transaction's items and parties are called in the manifest: `items[0]` is `models[1]`. */
export function originOf(manifest: Manifest, column: Column, path: string): string {
  const feature = manifest.features[column.feature]!
  const [, list, index, rest] = /^(items|parties)\[(\d+)\](.*)$/.exec(path) ?? []
  if (list === 'items') {
    const own = feature.items?.length ?? 0
    return Number(index) < own || column.model === undefined
      ? `features[${column.feature}].items[${index}]${rest}`
      : `models[${column.model}]${rest}`
  }
  if (list === 'parties') {
    // Where customers are is where the cell is.
    if (rest === '.embargoedRegion') return 'places'
    const runs =
      feature.operator === undefined ? 'exporter' : `features[${column.feature}].operator`
    const who =
      FEATURE_KINDS[feature.kind]!.regions === 'places' ? ['exporter', runs, runs] : ['exporter']
    return `${who[Number(index)] ?? `customers[${column.customers ?? 0}]`}${rest}`
  }
  if (path === 'from' || path === 'activity') return path
  if (path === 'to' || path === 'region') return 'places'
  if (path === 'compute.region') return `features[${column.feature}].regions`
  const key = path === 'model' ? 'name' : path === 'provider' ? 'provider' : undefined
  return key !== undefined && column.model !== undefined
    ? `models[${column.model}].${key}`
    : `facts.${path}`
}

/** Facts with others over them, mapping by mapping. */
function joined(all: DealFacts = {}, own: DealFacts = {}): DealFacts {
  const found: Record<string, unknown> = { ...all }
  for (const [key, value] of Object.entries(own)) {
    const below = found[key]
    found[key] = isMapping(below) && isMapping(value) ? { ...below, ...value } : value
  }
  return found
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isBoxed(value)

/** Where the machines stand that are used over a network; it is they that say where the service comes from. */
function machinesOf({ features }: Manifest, { feature }: Column): DealFacts | undefined {
  const { kind, regions: [region] = [] } = features[feature]!
  return FEATURE_KINDS[kind]!.regions === 'machines' && region !== undefined
    ? { region }
    : undefined
}

/** Which model it is, and whose terms apply to it. */
function ofModel({ models = [] }: Manifest, { model }: Column): DealFacts {
  const { name, provider } = (model === undefined ? undefined : models[model]) ?? {}
  return {
    ...(name === undefined ? {} : { model: name }),
    ...(provider === undefined ? {} : { provider }),
  }
}

/** What is sent: the items of the feature and, where it is sent too, the model. Nothing for a service. */
function items(
  { features, models = [] }: Manifest,
  { feature, model }: Column,
): { readonly items?: readonly ItemInput[] } {
  const { kind, items: own = [] } = features[feature]!
  const sent = FEATURE_KINDS[kind]!.model === 'sent' && model !== undefined ? [models[model]!] : []
  const all = [...own, ...sent.map(weightsOf)]
  return all.length === 0 ? {} : { items: all }
}

function weightsOf({ id: _, provider: __, name, ...facts }: ModelInput): ItemInput {
  return { form: 'model-weights', ...(name === undefined ? {} : { description: name }), ...facts }
}

function ours(manifest: Manifest, column: Column, place: Place): PartyInput[] {
  const { kind, operator } = manifest.features[column.feature]!
  const { ours: role, regions } = FEATURE_KINDS[kind]!
  const exporter = { role, ...manifest.exporter }
  if (regions !== 'places') return [exporter]
  // Who runs a data center receives what is installed in it.
  const runs = operator ?? { ...manifest.exporter, country: place.to }
  const there = here(runs, place)
  return [exporter, { role: 'ultimate-consignee', ...there }, { role: 'end-user', ...there }]
}

function customer(manifest: Manifest, column: Column, place: Place, seats: Seats): PartyInput {
  const { role } = FEATURE_KINDS[manifest.features[column.feature]!.kind]!
  const found = column.customers === undefined ? undefined : manifest.customers?.[column.customers]
  const { id: _, title: __, ...facts }: CustomerInput = { id: '', country: HERE, ...found }
  const { headquarters, parentHeadquarters } = seats
  const seated = {
    ...facts,
    ...(headquarters === undefined ? {} : { headquarters }),
    ...(parentHeadquarters === undefined
      ? {}
      : { ultimateParent: { ...facts.ultimateParent, headquarters: parentHeadquarters } }),
  }
  return { role, ...here(seated, place) }
}

/** A party with the place of the cell where its facts say `here`. */
function here(party: PartyFacts, place: Place): PartyFacts {
  const told = (value: unknown): unknown => (value === HERE ? place.to : value)
  const { ultimateParent: parent } = party
  const facts = Object.fromEntries(Object.entries(party).map(([key, value]) => [key, told(value)]))
  if (parent === undefined) return facts
  return { ...facts, ultimateParent: { ...parent, headquarters: told(parent['headquarters']) } }
}
