import type { How } from './searcher.ts'

/** A word of the query, or several, set against a word of the name, or several. */
export interface Pair {
  readonly query: readonly number[]
  readonly name: readonly number[]
  readonly degree: number
  readonly how: How
}
