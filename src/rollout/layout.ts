import type { Engine } from '../engine.ts'
import { FEATURE_KINDS } from './kinds.ts'
import type { Column, Manifest } from './manifest.ts'
import { located } from './regions.ts'
import { expand, gazetteerOf, placeOf, type Expansion, type Place } from './places.ts'

/** The rows and columns of a rollout, over all its law dates. */
export interface Layout {
  readonly rows: readonly Place[]
  readonly columns: readonly Column[]
  /** Whether a feature has a cell in a place. */
  readonly has: (column: Column, code: string) => boolean
  /** Where a feature is to be switched on on a day, with the path of the word that says so. */
  readonly on: (column: Column, code: string, day: string) => readonly PropertyKey[] | undefined
}

/** Lays a manifest out: a place that is in a group on one of the days has a row on all of them. */
export function layoutOf(manifest: Manifest, engine: Engine, days: readonly string[]): Layout {
  const gazetteer = gazetteerOf(engine)
  const codesOf = (words: readonly string[]): string[] =>
    words.map((word) => {
      const found = located(engine, word)
      return 'code' in found ? found.code : word
    })
  const { places, features } = manifest
  const onDays = (words: readonly string[]): Expansion[] =>
    days.map((day) => expand(words, gazetteer, day))
  const all = onDays(places)
  const regions = features.map(({ kind, regions: words }) =>
    words !== undefined && FEATURE_KINDS[kind]!.regions === 'places'
      ? onDays(codesOf(words))
      : undefined,
  )
  const wanted = features.map(({ on }) => on && onDays(on))
  const codes = new Set(
    [...all, ...regions.flatMap((one) => one ?? [])].flatMap(({ included }) => [
      ...included.keys(),
    ]),
  )
  const mentioned = new Set(all.flatMap((one) => [...one.mentioned]))
  // Rows stand in the order of the gazetteer, whatever the order in which the words name them.
  const order = new Map(gazetteer.all.map((code, i) => [code, i]))
  return {
    rows: [...codes]
      .sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
      .map((code) => placeOf(code, engine, mentioned)),
    columns: columnsOf(manifest),
    has: ({ feature }, code) =>
      (regions[feature] ?? all).some(({ included }) => included.has(code)),
    on: ({ feature }, code, day) => {
      const i = days.indexOf(day)
      const within = (regions[feature] ?? all)[i]?.included.get(code)
      const said = wanted[feature]?.[i]?.included.get(code)
      if (within === undefined || (wanted[feature] !== undefined && said === undefined))
        return undefined
      if (said !== undefined) return ['features', feature, 'on', said]
      return regions[feature] === undefined
        ? ['places', within]
        : ['features', feature, 'regions', within]
    },
  }
}

/** Every feature with each of its models and classes of customers. */
export function columnsOf({ features, models = [], customers = [] }: Manifest): Column[] {
  return features.flatMap((feature, i) => {
    const hasModel = FEATURE_KINDS[feature.kind]!.model !== 'none'
    const offered = hasModel ? indexesOf(models, feature.models) : []
    const served = indexesOf(customers, feature.customers)
    return orNone(offered).flatMap((model) =>
      orNone(served).map((who) => ({ feature: i, model, customers: who })),
    )
  })
}

const indexesOf = (all: readonly { readonly id: string }[], ids?: readonly string[]): number[] =>
  all.flatMap(({ id }, i) => (ids === undefined || ids.includes(id) ? [i] : []))

const orNone = (indexes: readonly number[]): (number | undefined)[] =>
  indexes.length === 0 ? [undefined] : [...indexes]
