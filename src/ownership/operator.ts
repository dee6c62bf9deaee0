import { z } from 'zod'
import type { Verdict } from '../logic/verdict.ts'
import type { Entity } from './graph.ts'

const ownerCounts = z.union([
  z.strictObject({
    /** The lists whose parties count, those whose restrictions reach furthest first. */
    lists: z.array(z.array(z.string()).min(1)).min(1),
    /** The lists of which only some entries count, and the entry does not say which. */
    unsettled: z.array(z.string()).default([]),
  }),
  z.strictObject({
    /** What of an owner counts: where it is organized or resident, and where it is headquartered. */
    places: z.array(z.enum(['country', 'headquarters'])).min(1),
    /** The table of the countries. */
    table: z.string(),
  }),
])

const definition = z.strictObject({
  id: z.string(),
  citation: z.string(),
  /** The fact of a party that states what the owners add up to. */
  fact: z.string(),
  /** Whether it is asked of the parties of a deal, or of the members of a consortium. */
  of: z.enum(['party', 'member']).default('party'),
  /** The activities whose law asks for it; every one where none is named. */
  activities: z.array(z.string()).optional(),
  /** "50 percent or more" is `at_least`, "more than 50 percent" is `more_than`. */
  line: z.union([
    z.strictObject({ at_least: z.number().min(0).max(100) }),
    z.strictObject({ more_than: z.number().min(0).max(100) }),
  ]),
  /** What a party is called that counts as an owner by itself: `listed`. */
  counted: z.string(),
  counts: ownerCounts,
  /** What an unknown share is under this law, for the flag that it raises. */
  unknownShare: z.strictObject({ text: z.string(), citation: z.string() }),
  source: z.string(),
  verified: z.strictObject({
    on: z.string(),
    against: z.string(),
    confidence: z.enum(['A', 'B', 'C']),
  }),
})

/** `rules/ownership.yaml`: how each body of law adds up ownership. */
export const ownershipFile = z.strictObject({ operators: z.array(definition) })

export type OperatorDefinition = z.infer<typeof definition>

/** How one body of law, or one contract, adds up ownership on a day. */
export interface Operator {
  readonly id: string
  readonly citation: string
  readonly fact: string
  readonly of: 'party' | 'member'
  readonly activities?: readonly string[] | undefined
  readonly line: { readonly test: 'at_least' | 'more_than'; readonly percent: number }
  readonly counted: string
  /** Whether an entity counts by itself, not through its owners. */
  readonly counts: (entity: Entity) => Verdict
  readonly unknownShare: { readonly text: string; readonly citation: string }
  /** How far the restrictions of an owner reach, for the most restrictive one; higher reaches further. */
  readonly restrictiveness?: (entity: Entity) => number
}

/** The operator that the rules define, with the countries of its table as of a day. */
export function operatorOf(
  { line, counts, ...named }: OperatorDefinition,
  members: (table: string) => ReadonlySet<unknown>,
): Operator {
  const shared = { ...named, line: lineOf(line) }
  if ('table' in counts) {
    const countries = members(counts.table)
    return { ...shared, counts: (entity) => isFrom(entity, counts.places, countries) }
  }
  const { lists, unsettled } = counts
  return {
    ...shared,
    counts: (entity) => isListed(entity, lists.flat(), unsettled),
    ...(lists.length > 1 && { restrictiveness: (entity: Entity) => reach(entity, lists) }),
  }
}

const lineOf = (line: OperatorDefinition['line']): Operator['line'] =>
  'at_least' in line
    ? { test: 'at_least', percent: line.at_least }
    : { test: 'more_than', percent: line.more_than }

function isListed(
  { lists }: Entity,
  counting: readonly string[],
  unsettled: readonly string[],
): Verdict {
  if (lists === 'unknown') return 'unknown'
  if (lists.some((list) => counting.includes(list))) return 'yes'
  return lists.some((list) => unsettled.includes(list)) ? 'unknown' : 'no'
}

/** An owner is from any of its places; its seat alone can say that it is not. */
function isFrom(
  entity: Entity,
  places: readonly ('country' | 'headquarters')[],
  countries: ReadonlySet<unknown>,
): Verdict {
  if (places.some((place) => entity[place] !== undefined && countries.has(entity[place])))
    return 'yes'
  return entity.headquarters === undefined ? 'unknown' : 'no'
}

/** The most restrictive owner decides; supplement no. 8 to part 744. */
function reach({ lists }: Entity, furthestFirst: readonly (readonly string[])[]): number {
  if (lists === 'unknown') return 0
  const at = furthestFirst.findIndex((group) => group.some((list) => lists.includes(list)))
  return at < 0 ? 1 : furthestFirst.length - at
}
