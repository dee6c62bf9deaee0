import type { Verdict } from '../logic/verdict.ts'
import type { Entity } from './graph.ts'

/** How one body of law, or one contract, adds up ownership. */
export interface Operator {
  readonly id: string
  readonly citation: string
  /** "50 percent or more" is `at_least`, "more than 50 percent" is `more_than`. */
  readonly line: { readonly test: 'at_least' | 'more_than'; readonly percent: number }
  /** What a party is called that counts as an owner by itself: `listed`. */
  readonly counted: string
  /** Whether an entity counts by itself, not through its owners. */
  readonly counts: (entity: Entity) => Verdict
  /** What an unknown share is under this law, for the flag that it raises. */
  readonly unknownShare: { readonly text: string; readonly citation: string }
  /** How far the restrictions of an owner reach, for the most restrictive one; higher reaches further. */
  readonly restrictiveness?: (entity: Entity) => number
}
