import type { Range } from '../logic/facts.ts'

/** Who holds whom. Shares, lists and owners that the graph does not give are unknown, never none. */
export interface OwnershipGraph {
  readonly entities: readonly Entity[]
  readonly holdings: readonly Holding[]
}

/** A company, person or state that holds or is held. */
export interface Entity {
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** Where it is headquartered, which the terms of a provider may ask for. ISO 3166-1 alpha-2. */
  readonly headquarters?: string
  /** The lists that it stands on, on the day of the question; `unknown` where it was not screened. */
  readonly lists: readonly string[] | 'unknown'
  /**
   * What is known of the owners that the graph does not name. `not-counted` for a person, a state, or
   * a company whose other owners were looked into: none of them is a party that counts, nor owned by
   * one. Left out, they are unknown, and so is a company of which the graph names no owner at all.
   */
  readonly unnamedOwners?: 'not-counted'
}

/** One holder's share in one company. */
export interface Holding {
  readonly holder: string
  readonly held: string
  /** Percent, exact or between two bounds, both included. */
  readonly percent: number | readonly [number, number] | 'unknown'
  /** First day on which it is held, as an ISO date; held all along where left out. */
  readonly from?: string
  /** First day on which it is no longer held. */
  readonly until?: string
  readonly source?: string
}

/** A holding that the answer rests on. */
export interface Step {
  readonly holder: string
  readonly held: string
  /** Percent. */
  readonly percent: Range
  /** Whether the holder counts as an owner, and why. */
  readonly counts: 'yes' | 'unknown'
  readonly because: 'listed' | 'owned' | 'not-screened' | 'owners-unknown'
  readonly source?: string
}
