import type { ListEntry } from '../screening/list-entry.ts'

/** A kind of flaw in what a list publishes: handled, kept and reported. */
export const FAULTS = [
  'duplicate',
  'glued-footnote',
  'split-entry',
  'odd-country',
  'names-in-name',
  'unbalanced',
  'address-only',
  'no-notice',
  'footnote-missing',
] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultFound {
  readonly fault: Fault
  readonly entry: string
  readonly detail: string
}

/** One version of one list. */
export interface ListVersion {
  readonly code: string
  /** The day of the list's contents, ISO. */
  readonly date: string
  /** How it came here: a URL or a file name. */
  readonly from: string
  /** When it was fetched or read in, UTC; undefined for the lists of the package. */
  readonly fetched?: string | undefined
  readonly entries: readonly ListEntry[]
}
