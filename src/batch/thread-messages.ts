import type { Chunk, ChunkResult } from './chunk.ts'
import type { Kinds } from './decision.ts'
import type { Settling, Told } from './hands.ts'
import type { Drift } from './list-drift.ts'
import type { MeansPlace } from './means.ts'
import type { Party } from './parties.ts'
import type { Plan } from './plan.ts'
import type { Decisions } from './shared.ts'
import type { OlderLists, TouchedParty } from './touched.ts'

/** What a thread begins with. */
export interface ThreadStart {
  readonly plan: Plan
  readonly place: MeansPlace
  readonly foldNames: boolean
}

/** What a thread is asked to do. */
export type Task =
  | { readonly do: 'read'; readonly chunk: Chunk }
  | { readonly do: 'screen'; readonly parties: readonly Party[] }
  | {
      readonly do: 'touched'
      readonly parties: readonly TouchedParty[]
      readonly since: OlderLists
    }
  | { readonly do: 'drift'; readonly since: OlderLists }
  | { readonly do: 'hold'; readonly keys: readonly string[] }
  | { readonly do: 'place'; readonly index: number; readonly verdicts: readonly Told[] }
  | {
      readonly do: 'settle'
      readonly index: number
      readonly keys: readonly string[]
      readonly kinds: Kinds
    }
  | { readonly do: 'decide'; readonly index: number; readonly decisions: Decisions }

/** What each task gives. */
export interface Done {
  readonly read: readonly (readonly [key: string, party: Party])[]
  readonly screen: readonly Told[]
  readonly touched: readonly boolean[]
  readonly drift: Drift
  readonly hold: void
  readonly place: readonly string[]
  readonly settle: Settling
  readonly decide: ChunkResult
}

export interface Asked {
  readonly id: number
  readonly task: Task
}

export type Answered =
  | { readonly id: number; readonly done: Done[keyof Done] }
  | { readonly id: number; readonly failed: string }
