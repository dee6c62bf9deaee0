import type { Entity, Holding, OwnershipGraph } from '../ownership/graph.ts'
import { bounds, type Quantity } from '../derive/measured.ts'
import { shareFact, type Case, type OwnerInput, type PartyInput } from './case.ts'
import type { Context } from './context.ts'
import { knownOf, unboxed } from './known.ts'

/** Who owns the parties of a case, and which entity each party is. */
export interface CaseOwners {
  readonly graph: OwnershipGraph
  /** By index of the party: its entity, or undefined where the case names no owner of it. */
  readonly subjects: readonly (string | undefined)[]
}

/** One place of a case that speaks of a company: as a party, or as an owner at any depth. */
interface Mention {
  readonly entity: string
  readonly input: PartyInput | OwnerInput
  /** Whether it is spoken of as a direct owner of a party. */
  readonly direct: boolean
  /** An owner that may be one of several parties of its name. */
  readonly ambiguous: boolean
}

/**
 * The owners of a case as a graph; undefined where it names none. A company that has an `id` is the
 * same wherever the id stands, also as the name of an owner; an owner that has the name of a party is
 * that party. The chain ends at an owner with `owners: []`, and at a direct owner of which the case
 * says no more: its own owners do not count. Whoever stands further up has owners that are unknown.
 */
export function caseOwners(input: Case, context: Context): CaseOwners | undefined {
  const parties = input.parties ?? []
  if (!parties.some(({ owners }) => owners !== undefined)) return undefined
  const { of, holdings, mentions } = read(parties, context)
  const byEntity = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const group = byEntity.get(mention.entity)
    if (group === undefined) byEntity.set(mention.entity, [mention])
    else group.push(mention)
  }
  return {
    graph: {
      entities: [...byEntity].map(([id, group]) => entityOf(id, group, context)),
      holdings,
    },
    subjects: of.map((entity) =>
      byEntity.get(entity)!.some(({ input: { owners } }) => owners !== undefined)
        ? entity
        : undefined,
    ),
  }
}

function read(
  parties: readonly PartyInput[],
  context: Context,
): { of: string[]; holdings: Holding[]; mentions: Mention[] } {
  const ids = idsOf(parties)
  const of = parties.map(({ id }, i) => (id === undefined ? `parties[${i}]` : `id:${id}`))
  const named = new Map<string, Set<string>>()
  parties.forEach(({ name }, i) => {
    if (name !== undefined) named.set(name, (named.get(name) ?? new Set()).add(of[i]!))
  })
  const entityAt = ({ id, name }: OwnerInput, place: string): string => {
    if (id !== undefined) return `id:${id}`
    if (ids.has(name)) return `id:${name}`
    const [party, ...others] = named.get(name) ?? []
    return party !== undefined && others.length === 0 ? party : place
  }
  const holdings = new Map<string, Holding>()
  const mentions: Mention[] = []
  const walk = (
    held: string,
    owners: readonly OwnerInput[],
    place: string,
    direct: boolean,
  ): void => {
    owners.forEach((owner, i) => {
      const at = `${place}.owners[${i}]`
      const entity = entityAt(owner, at)
      const ambiguous = entity === at && named.has(owner.name)
      mentions.push({ entity, input: owner, direct, ambiguous })
      const holding = holdingOf(owner, entity, held, context)
      // A company that is described twice is held by the same owners, not twice by them.
      holdings.set(JSON.stringify(holding), holding)
      walk(entity, owner.owners ?? [], at, false)
    })
  }
  parties.forEach((party, i) => {
    mentions.push({ entity: of[i]!, input: party, direct: false, ambiguous: false })
    walk(of[i]!, party.owners ?? [], `parties[${i}]`, true)
  })
  return { of, holdings: [...holdings.values()], mentions }
}

function idsOf(inputs: readonly (PartyInput | OwnerInput)[], ids = new Set<string>()): Set<string> {
  for (const { id, owners = [] } of inputs) {
    if (id !== undefined) ids.add(id)
    idsOf(owners, ids)
  }
  return ids
}

function holdingOf(
  { share, from, until, source }: OwnerInput,
  holder: string,
  held: string,
  { destination }: Context,
): Holding {
  const known = knownOf(shareFact, share, destination)
  const range = known === undefined ? undefined : bounds(known.value as Quantity)
  const sources = [known?.source.text, source].filter((text) => text !== undefined)
  return {
    holder,
    held,
    percent: range === undefined ? 'unknown' : [range.low, range.high],
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(sources.length > 0 && { source: sources.join(', ') }),
  }
}

function entityOf(id: string, mentions: readonly Mention[], context: Context): Entity {
  const inputs = mentions.map(({ input }) => input)
  const headquarters = seatOf(inputs, context)
  const country = placeOf(inputs, context)
  return {
    id,
    name: inputs.map(({ name }) => name).find((name) => name !== undefined) ?? id,
    ...(country !== undefined && { country }),
    ...(headquarters !== undefined && { headquarters }),
    lists: listsOf(inputs),
    ...(isEnd(mentions, context) && { unnamedOwners: 'not-counted' as const }),
  }
}

/** Every list that some mention names; otherwise what all that speak of lists agree on. */
function listsOf(inputs: readonly (PartyInput | OwnerInput)[]): Entity['lists'] {
  const said = inputs.map((input) => unboxed(input['lists'])).filter((lists) => lists !== undefined)
  const lists = [...new Set(said.flatMap((one) => (Array.isArray(one) ? (one as string[]) : [])))]
  return lists.length === 0 && (said.length === 0 || said.includes('unknown')) ? 'unknown' : lists
}

/** The country where it is headquartered, Macau or D:5 first where the mentions differ. */
function seatOf(
  inputs: readonly (PartyInput | OwnerInput)[],
  { destination, macauOrD5 }: Context,
): string | undefined {
  const said = inputs
    .map((input) => unboxed(input['headquarters']))
    .filter((seat) => seat !== undefined)
  const seats = said.flatMap((seat) =>
    seat === 'unknown' ? [] : [destination(seat as string).country],
  )
  const restricted = seats.find((seat) => macauOrD5.has(seat))
  return restricted ?? (said.includes('unknown') ? undefined : seats[0])
}

/** The country where it is organized or resident, as the first mention that gives one has it. */
function placeOf(
  inputs: readonly (PartyInput | OwnerInput)[],
  { destination }: Context,
): string | undefined {
  const said = inputs
    .map((input) => unboxed(input['country']))
    .find((country) => typeof country === 'string' && country !== 'unknown')
  return said === undefined ? undefined : destination(said as string).country
}

/** Whether nobody above it counts: it is said to have no owners, or the case asks no further. */
function isEnd(mentions: readonly Mention[], context: Context): boolean {
  if (mentions.some(({ ambiguous, input }) => ambiguous || statesOwners(input, context)))
    return false
  const described = mentions.flatMap(({ input: { owners } }) =>
    owners === undefined ? [] : [owners],
  )
  if (described.length === 0) return mentions.some(({ direct }) => direct)
  return (
    described.every((owners) => owners.length === 0) &&
    mentions.some(({ input }) => !('role' in input))
  )
}

/** Whether a party states that owners who count may hold it up to the line of the law that counts them. */
function statesOwners(input: PartyInput | OwnerInput, { operators }: Context): boolean {
  return operators.some(({ fact, line }) => {
    const share = unboxed((input as Readonly<Record<string, unknown>>)[fact])
    const high = Array.isArray(share) ? (share as number[])[1]! : share
    return typeof high === 'number' && high >= line.percent
  })
}
