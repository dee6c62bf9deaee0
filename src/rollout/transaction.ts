import type { Case, ItemInput, PartyInput } from '../facts/case.ts'
import { FEATURE_KINDS } from './kinds.ts'
import {
  HERE,
  type Column,
  type CustomerInput,
  type DealFacts,
  type Manifest,
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
  return {
    kind: 'transaction',
    id: cellName(manifest, column, place.code),
    date: day,
    activity: kind.activity,
    ...(manifest.from === undefined ? {} : { from: manifest.from }),
    to: place.to,
    ...(place.region === undefined || place.region === place.to ? {} : { region: place.region }),
    ...items(manifest, column),
    parties: [...ours(manifest, column, place), customer(manifest, column, place, seats)],
    ...joined(manifest.facts, feature.facts),
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
    const runs =
      feature.operator === undefined ? 'exporter' : `features[${column.feature}].operator`
    const who = FEATURE_KINDS[feature.kind]!.inRegions ? ['exporter', runs] : ['exporter']
    return `${who[Number(index)] ?? `customers[${column.customers ?? 0}]`}${rest}`
  }
  if (path === 'from' || path === 'activity') return path
  return path === 'to' || path === 'region' ? 'places' : `facts.${path}`
}

function joined(all: DealFacts = {}, own: DealFacts = {}): DealFacts {
  const endUse = { ...(all['endUse'] as object), ...(own['endUse'] as object) }
  return { ...all, ...own, ...(Object.keys(endUse).length === 0 ? {} : { endUse }) }
}

function items(
  manifest: Manifest,
  { feature, model }: Column,
): { readonly items?: readonly ItemInput[] } {
  const own = manifest.features[feature]!.items ?? []
  const { id: _, ...ofModel } = (model === undefined ? undefined : manifest.models?.[model]) ?? {
    id: '',
  }
  const all = model === undefined ? own : [...own, ofModel]
  return all.length === 0 ? {} : { items: all }
}

function ours(manifest: Manifest, column: Column, place: Place): PartyInput[] {
  const { kind, operator } = manifest.features[column.feature]!
  const exporter = { role: 'exporter', ...manifest.exporter }
  if (!FEATURE_KINDS[kind]!.inRegions) return [exporter]
  // Who runs a data center receives what is installed in it.
  const runs = operator ?? { ...manifest.exporter, country: place.to }
  return [exporter, { role: 'end-user', ...here(runs, place) }]
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
