import type { Engine } from '../engine.ts'
import { scopeOf } from '../facts/dictionary.ts'
import type { Value } from '../logic/facts.ts'
import type { Law } from '../rules/on-day.ts'
import type { Pack } from '../rules/pack.ts'
import type { Place } from './places.ts'

/** What a day's law can tell apart. Equal keys: no condition says one thing of the one and another of the other. */
export interface Alike {
  /** Of places, where a deal goes and where its parties are. */
  readonly place: (place: Pick<Place, 'code' | 'to' | 'region'>) => string
  /** Of countries, as one fact of a party and nothing else: `party.headquarters`. */
  readonly seat: (fact: string, code: string) => string
}

/** Countries that code names by itself: see src/facts/deal.ts, src/facts/parties.ts, src/ccl/destination.ts. */
export const NAMED_IN_CODE = ['US', 'UA', 'AE']
/** The table to which code holds the seats of a party's owners: see src/facts/parties.ts. */
const TABLE_IN_CODE = 'macau-or-d5'

/**
 * Says which places a day's law treats alike: those that stand in the same tables, and in the same lists
 * of its conditions. A rollout decides one of them for all. A test holds each cell equal to its own check.
 */
export function alikeOn(engine: Engine, law: Law): Alike {
  const { lists, seats } = named(engine)
  const tables = engine.pack.tables.map(({ id }) => law.book.members(id))
  const ofPlace = keysOf([...tables, ...lists])
  const ofSeat = new Map(
    [...seats].map(([fact, tests]) => {
      const sets = tests.map((one) => (typeof one === 'string' ? law.book.members(one) : one))
      return [fact, keysOf([law.book.members(TABLE_IN_CODE), ...sets])]
    }),
  )
  return {
    place: ({ code, to, region }) => {
      if (region !== undefined) return `${to} ${region}`
      const { country, region: embargoed } = engine.destination(to)
      return embargoed === undefined ? ofPlace(country) : code
    },
    seat: (fact, code) => ofSeat.get(fact)?.(engine.destination(code).country) ?? code,
  }
}

function keysOf(sets: readonly ReadonlySet<Value>[]): (country: string) => string {
  const known = new Map<string, string>()
  return (country) => {
    const key = known.get(country) ?? sets.map((set) => (set.has(country) ? '1' : '0')).join('')
    known.set(country, key)
    return key
  }
}

interface Named {
  /** The lists of countries, and the single countries, that stand in a pack beside its tables. */
  readonly lists: readonly ReadonlySet<string>[]
  /** What its conditions test of each fact that says where a party is: tables by name, and lists. */
  readonly seats: ReadonlyMap<string, readonly (string | ReadonlySet<string>)[]>
}

const namedOf = new WeakMap<Pack, Named>()

function named({ pack, dictionary }: Engine): Named {
  const known = namedOf.get(pack)
  if (known !== undefined) return known
  const codes = new Set(pack.countries.countries.map(({ code }) => code))
  const lists = new Map(NAMED_IN_CODE.map((code) => [code, new Set([code])]))
  collectLists([pack.provisions, pack.ccl], codes, lists)
  const seats = new Map(
    [...dictionary.values()]
      .filter(({ name, type }) => type === 'country' && scopeOf(name) === 'party')
      .map(({ name }) => {
        const tests = new Map<string, string | ReadonlySet<string>>()
        collectTests(pack.provisions, name, tests)
        return [name, [...tests.values()]]
      }),
  )
  const found = { lists: [...lists.values()], seats }
  namedOf.set(pack, found)
  return found
}

function collectLists(
  value: unknown,
  codes: ReadonlySet<string>,
  into: Map<string, ReadonlySet<string>>,
): void {
  if (typeof value === 'string') {
    if (codes.has(value)) into.set(value, new Set([value]))
  } else if (Array.isArray(value) && value.length > 0 && value.every((one) => codes.has(one))) {
    into.set(value.join(), new Set(value))
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectLists(part, codes, into)
}

/** Finds what the leaves of conditions hold a fact against. */
function collectTests(
  value: unknown,
  name: string,
  into: Map<string, string | ReadonlySet<string>>,
): void {
  if (typeof value !== 'object' || value === null) return
  const { fact, is } = value as { fact?: unknown; is?: { test: string; value: unknown } }
  if (fact === name && is !== undefined) {
    const { test, value: against } = is
    const isTable = test === 'in_group' || test === 'in_table'
    if (isTable) into.set(String(against), String(against))
    else into.set(String(against), new Set([against].flat() as string[]))
  } else for (const part of Object.values(value)) collectTests(part, name, into)
}
