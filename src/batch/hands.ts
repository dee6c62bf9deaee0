import type { Chunk, ChunkResult } from './chunk.ts'
import type { Means } from './decider.ts'
import { rowDecider, type ReadChunk, type RowDecider } from './decide-rows.ts'
import { Memo } from './memo.ts'
import { verdictOf, type Party, type Verdict } from './parties.ts'
import type { Plan } from './plan.ts'
import type { ListChange, TouchedParty } from './touched.ts'

/** Verdicts by the key of their party. */
export type Verdicts = readonly (readonly [key: string, verdict: Verdict])[]

/** What does the work of a run, here or in threads. A chunk is decided where it was read. */
export interface Hands {
  /** Reads a chunk and says which of its parties it knows no verdict on. */
  readonly read: (chunk: Chunk) => Promise<readonly (readonly [key: string, party: Party])[]>
  readonly screen: (parties: readonly Party[]) => Promise<readonly Verdict[]>
  /** Which of the parties a change of the lists may touch. */
  readonly touched: (parties: readonly TouchedParty[]) => Promise<readonly boolean[]>
  /** Decides a chunk that was read, given the verdicts that it lacked. */
  readonly decide: (index: number, verdicts: Verdicts) => Promise<ChunkResult>
  readonly close: () => Promise<void>
}

/** The work of one thread, step by step. */
export interface Steps {
  readonly read: (chunk: Chunk) => (readonly [key: string, party: Party])[]
  readonly screen: (parties: readonly Party[]) => Verdict[]
  readonly touched: (parties: readonly TouchedParty[]) => boolean[]
  readonly decide: (index: number, verdicts: Verdicts) => ChunkResult
}

const MOST_VERDICTS = 100_000

/** The steps of a plan with the law and the lists at hand. */
export function stepsOf(plan: Plan, means: Means, foldNames: boolean): Steps {
  const decider: RowDecider = rowDecider(plan, means, foldNames)
  const known = new Memo<Verdict>(MOST_VERDICTS)
  let change: ListChange | undefined
  const waiting = new Map<number, { read: ReadChunk; verdicts: Map<string, Verdict> }>()
  return {
    read: (chunk) => {
      const read = decider.read(chunk)
      const verdicts = new Map<string, Verdict>()
      const unknown: [string, Party][] = []
      for (const [key, party] of decider.parties(read)) {
        const verdict = known.get(key)
        // Kept with the chunk, since the memory may let go of it before the chunk is decided.
        if (verdict === undefined) unknown.push([key, party])
        else verdicts.set(key, verdict)
      }
      waiting.set(chunk.index, { read, verdicts })
      return unknown
    },
    screen: (parties) =>
      parties.map((party) =>
        verdictOf(party, means.lists!.screener, means.engine.wording, means.lists!.decide),
      ),
    touched: (parties) => {
      change ??= means.lists!.changed!()
      return parties.map((party) => change!.touches(party))
    },
    decide: (index, given) => {
      const found = waiting.get(index)
      if (found === undefined) throw new Error(`chunk ${index} was not read here`)
      waiting.delete(index)
      for (const [key, verdict] of given) {
        known.set(key, verdict)
        found.verdicts.set(key, verdict)
      }
      return decider.decide(found.read, (key) => found.verdicts.get(key))
    },
  }
}

/** Hands that work in this thread. */
export const ownHands = (steps: Steps): Hands => ({
  read: (chunk) => Promise.resolve(steps.read(chunk)),
  screen: (parties) => Promise.resolve(steps.screen(parties)),
  touched: (parties) => Promise.resolve(steps.touched(parties)),
  decide: (index, verdicts) => Promise.resolve(steps.decide(index, verdicts)),
  close: () => Promise.resolve(),
})
