import { scopeOf, type Dictionary } from '../facts/dictionary.ts'
import type { Condition, Test } from '../logic/condition.ts'
import { both, domainOf, isEmpty, passing, type Domain, type Members } from './domain.ts'

/** What the facts may still be inside a conjunction. A fact that is not in it may be anything. */
export type Room = ReadonlyMap<string, Domain>

/** What narrowing a room needs to know of the pack over the days of a text. */
export interface Surroundings {
  readonly dictionary: Dictionary
  readonly members: (name: string) => Members
  /** Text of a definition on those days; undefined where there is none. */
  readonly definition: (id: string) => Condition | undefined
}

export const EVERYTHING: Room = new Map()

interface Bound {
  readonly fact: string
  readonly is: Test
  readonly negated: boolean
}

/** The tests of single facts that a condition demands whatever else holds. */
export function demands(
  condition: Condition,
  around: Surroundings,
  negated = false,
  seen: readonly string[] = [],
): Bound[] {
  switch (condition.kind) {
    case 'leaf':
      return [{ fact: condition.fact, is: condition.is, negated }]
    case 'unless':
      return demands(condition.of, around, !negated, seen)
    case 'all':
    case 'any':
      return (condition.kind === 'all') === negated
        ? []
        : condition.of.flatMap((part) => demands(part, around, negated, seen))
    case 'holds': {
      const definition = seen.includes(condition.id) ? undefined : around.definition(condition.id)
      return definition === undefined
        ? []
        : demands(definition, around, negated, [...seen, condition.id])
    }
    default:
      return []
  }
}

/** The room that a condition leaves of another, or the fact for which it leaves no value at all. */
export function narrowed(room: Room, condition: Condition, around: Surroundings): Room | string {
  const left = new Map(room)
  for (const { fact, is, negated } of demands(condition, around)) {
    const passes = passing(is, negated, around.members)
    const definition = around.dictionary.get(fact)
    if (passes === undefined || definition === undefined) continue
    const domain = both(left.get(fact) ?? domainOf(definition), passes)
    if (isEmpty(domain)) return fact
    left.set(fact, domain)
  }
  return left
}

/** The room inside a list: facts of its members are those of another party or circuit, and so open again. */
export const insideList = (room: Room): Room =>
  new Map([...room].filter(([fact]) => scopeOf(fact) === 'deal' || scopeOf(fact) === 'item'))
