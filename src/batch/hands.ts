import type { Chunk, ChunkResult } from './chunk.ts'
import type { Means } from './decider.ts'
import type { Kinds } from './decision.ts'
import { rowDecider, type PlacedChunk, type ReadChunk, type RowDecider } from './decide-rows.ts'
import type { Drift } from './list-drift.ts'
import { NOTHING, verdictOf, verdictOnce, type Party, type Verdict } from './parties.ts'
import type { Plan } from './plan.ts'
import type { Decisions } from './shared.ts'
import type { ListChange, OlderLists, TouchedParty } from './touched.ts'

/** Verdicts by the key of their party. */
export type Verdicts = readonly (readonly [key: string, verdict: Verdict])[]

/** A verdict as threads tell each other; null where nothing was found, as of most parties. */
export type Told = Verdict | null

/** The verdict that was told. @throws where none was: silence on a party is never that nothing was found. */
export function heard(told: Told | undefined): Verdict {
  if (told === undefined) throw new Error('a party was asked about, and no verdict came')
  return told ?? NOTHING
}

const told = (verdict: Verdict): Told => (verdictOnce(verdict) === NOTHING ? null : verdict)

/** What does the work of a run, here or in threads. A chunk is decided where it was read. */
export interface Hands {
  /** Reads a chunk and says which of its parties it knows no verdict on. */
  readonly read: (chunk: Chunk) => Promise<readonly (readonly [key: string, party: Party])[]>
  readonly screen: (parties: readonly Party[]) => Promise<readonly Told[]>
  /** Which of the parties the change of the lists since older ones may touch. */
  readonly touched: (
    parties: readonly TouchedParty[],
    since: OlderLists,
  ) => Promise<readonly boolean[]>
  /** How the lists have moved under the verdicts that hold after it. */
  readonly drift: (since: OlderLists) => Promise<Drift>
  /** Takes the keys of parties of which it is known that nothing is found. */
  readonly hold: (keys: readonly string[]) => Promise<void>
  /** Takes the verdicts that a chunk lacked, in their order, and says on which of its keys nothing is known. */
  readonly place: (index: number, verdicts: readonly Told[]) => Promise<readonly string[]>
  /** Decides some keys of a chunk. */
  readonly settle: (index: number, keys: readonly string[]) => Promise<Decisions>
  /** Decides a chunk whose keys are known, given what was decided elsewhere. */
  readonly decide: (index: number, decisions: Decisions) => Promise<ChunkResult>
  readonly close: () => Promise<void>
}

/** The work of one thread, step by step. */
export interface Steps {
  readonly read: (chunk: Chunk) => (readonly [key: string, party: Party])[]
  readonly screen: (parties: readonly Party[]) => Told[]
  readonly touched: (parties: readonly TouchedParty[], since: OlderLists) => boolean[]
  readonly drift: (since: OlderLists) => Drift
  readonly hold: (keys: readonly string[]) => void
  readonly place: (index: number, verdicts: readonly Told[]) => string[]
  /** Decides some keys, given what others decided of kinds of deals, and tells what it decided of more. */
  readonly settle: (index: number, keys: readonly string[], known: Kinds) => Settling
  readonly decide: (index: number, decisions: Decisions) => ChunkResult
}

/** What came of some keys, and of kinds of deals that were not known before. */
export interface Settling {
  readonly decisions: Decisions
  readonly news: Kinds
}

/** The steps of a plan with the law and the lists at hand. */
export function stepsOf(plan: Plan, means: Means, foldNames: boolean): Steps {
  const decider: RowDecider = rowDecider(plan, means, foldNames)
  let made: ListChange | undefined
  const change = (since: OlderLists): ListChange => (made ??= means.lists!.changedSince!(since))
  const waiting = new Map<number, ReadChunk>()
  const placed = new Map<number, PlacedChunk>()
  return {
    read: (chunk) => {
      const read = decider.read(chunk)
      waiting.set(chunk.index, read)
      return [...read.unknown].map(([{ key }, party]) => [key, party])
    },
    screen: (parties) =>
      parties.map((party) =>
        told(verdictOf(party, means.lists!.screener, means.engine.wording, means.lists!.decide)),
      ),
    touched: (parties, since) => parties.map((party) => change(since).touches(party)),
    drift: (since) => change(since).drift,
    hold: (keys) => {
      decider.hold(keys)
      // All parties were looked at, and the older lists take as much memory as these.
      made = undefined
    },
    place: (index, given) => {
      const read = taken(waiting, index)
      const verdicts = new Map<string, Verdict>()
      for (const [i, { key }] of [...read.unknown.keys()].entries())
        verdicts.set(key, heard(given[i]))
      const chunk = decider.place(read, (key) => verdicts.get(key))
      placed.set(index, chunk)
      return decider.missing(chunk)
    },
    settle: (index, keys, kinds) => {
      decider.learnKinds(kinds)
      return { decisions: decider.settle(placed.get(index)!, keys), news: decider.news() }
    },
    decide: (index, decisions) => {
      const chunk = taken(placed, index)
      decider.learn(chunk, decisions)
      return decider.decide(chunk)
    },
  }
}

/** What waits for a chunk, which is then on its way. */
function taken<Held>(all: Map<number, Held>, index: number): Held {
  const found = all.get(index)
  if (found === undefined) throw new Error(`chunk ${index} was not read here`)
  all.delete(index)
  return found
}

/** Hands that work in this thread. */
export const ownHands = (steps: Steps): Hands => ({
  read: (chunk) => Promise.resolve(steps.read(chunk)),
  screen: (parties) => Promise.resolve(steps.screen(parties)),
  touched: (parties, since) => Promise.resolve(steps.touched(parties, since)),
  drift: (since) => Promise.resolve(steps.drift(since)),
  hold: (keys) => Promise.resolve(steps.hold(keys)),
  place: (index, verdicts) => Promise.resolve(steps.place(index, verdicts)),
  settle: (index, keys) => Promise.resolve(steps.settle(index, keys, []).decisions),
  decide: (index, decisions) => Promise.resolve(steps.decide(index, decisions)),
  close: () => Promise.resolve(),
})
