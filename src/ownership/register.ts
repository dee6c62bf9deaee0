import type { Range } from '../logic/facts.ts'
import type { Entity, OwnershipGraph } from './graph.ts'
import { boundsOf, isHeldOn } from './issues.ts'
import { WHOLE } from './percent.ts'

/** One owner's share on a day, in units of `percent.ts`. */
export interface Share extends Range {
  readonly holder: string
  readonly source: string | undefined
}

/** The owners of every company on one day. */
export interface Register {
  readonly entity: (id: string) => Entity
  readonly ids: readonly string[]
  /** Direct owners, in the order of their ids. */
  readonly owners: (held: string) => readonly Share[]
  /** The companies that it holds. */
  readonly holds: (holder: string) => readonly string[]
  /** Whether parties that count may stand among the owners that are not named. */
  readonly isOpen: (held: string) => boolean
  /** Whether the shares contradict each other, so that they cannot clear anybody. */
  readonly isContradictory: (held: string) => boolean
}

/** Reads the holdings of a day. What `issuesOf` finds at fault is held by somebody unknown. */
export function registerOn(graph: OwnershipGraph, asOf: string): Register {
  const entities = new Map<string, Entity>()
  const addEntity = (entity: Entity): void => {
    const { id } = entity
    entities.set(id, entities.has(id) ? { id, name: entity.name, lists: 'unknown' } : entity)
  }
  for (const entity of graph.entities) addEntity(entity)
  const owners = new Map<string, Map<string, Share>>()
  const holds = new Map<string, Set<string>>()
  const ownHolder = new Set<string>()
  for (const holding of graph.holdings) {
    if (!isHeldOn(holding, asOf)) continue
    const { holder, held, source } = holding
    for (const id of [holder, held]) {
      if (!entities.has(id)) addEntity({ id, name: id, lists: 'unknown' })
    }
    if (holder === held) {
      ownHolder.add(held)
      continue
    }
    const register = owners.get(held) ?? new Map<string, Share>()
    register.set(holder, together(register.get(holder), { holder, source, ...boundsOf(holding) }))
    owners.set(held, register)
    holds.set(holder, (holds.get(holder) ?? new Set()).add(held))
  }
  const sorted = new Map([...owners].map(([held, shares]) => [held, inOrder(shares.values())]))
  const ownersOf = (held: string): readonly Share[] => sorted.get(held) ?? []
  return {
    entity: (id) => entities.get(id) ?? { id, name: id, lists: 'unknown' },
    ids: [...entities.keys()],
    owners: ownersOf,
    holds: (holder) => [...(holds.get(holder) ?? [])],
    isOpen: (held) => entities.get(held)?.unnamedOwners === undefined || ownHolder.has(held),
    isContradictory: (held) => ownersOf(held).reduce((sum, { low }) => sum + low, 0) > WHOLE,
  }
}

/** What owners that the graph does not name can hold of a company, in units. */
export function unnamedShare(register: Register, held: string): Range {
  let low = 0
  let high = 0
  for (const share of register.owners(held)) {
    low += share.low
    high += share.high
  }
  return { low: Math.max(0, WHOLE - high), high: Math.max(0, WHOLE - low) }
}

/** Two records of one holding may be one share told twice or two shares: at least one, at most both. */
function together(earlier: Share | undefined, share: Share): Share {
  if (earlier === undefined) return share
  const sources = [earlier.source, share.source].filter((source) => source !== undefined)
  return {
    holder: share.holder,
    source: sources.length === 0 ? undefined : [...new Set(sources)].sort().join('; '),
    low: Math.min(earlier.low, share.low),
    high: Math.min(WHOLE, earlier.high + share.high),
  }
}

const inOrder = (shares: Iterable<Share>): Share[] =>
  [...shares].sort((a, b) => (a.holder < b.holder ? -1 : 1))
