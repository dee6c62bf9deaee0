import type { Issue } from '../errors.ts'
import type { UrgentRow } from './summary/urgent-rows.ts'
import type { Tallies } from './tally.ts'

/** A record that can't be read as a row; it stays in the chunk, so that nothing of it is lost. */
export interface BadRecord {
  /** Number of the record in its chunk, from 0. */
  readonly at: number
  readonly code: string
  readonly message: string
  readonly help?: string
  /** Heading of the one cell that is to blame; the others were read. */
  readonly column?: string
}

/**
 * Some rows of a table one behind the other: the unit of work on one machine and on many. It holds
 * whole records as UTF-16 text, so that it is decided alike wherever it is decided.
 */
export interface Chunk {
  /** Counts the chunks of a run from 0. */
  readonly index: number
  /** Number of the first row; the heading is row 1. */
  readonly firstRow: number
  /** Line of the file on which the first row begins, where the file has lines. */
  readonly firstLine?: number
  readonly sheet?: string
  /** CSV records with the delimiter of the plan, each with its line end. */
  readonly text: string
  /** End of each record in the text. */
  readonly ends: Uint32Array
  readonly bad: readonly BadRecord[]
}

/** A row that is not decided, where it stands and why. */
export interface Rejected {
  readonly row: number
  readonly line?: number
  readonly sheet?: string
  /** Heading of the column, where one is to blame. */
  readonly column?: string
  readonly issue: Omit<Issue, 'at'>
  /** The record as it stands in the file. */
  readonly record: string
}

/** What came of a chunk. The results hold one row for each row in, rejected ones too. */
export interface ChunkResult {
  readonly index: number
  readonly rows: number
  readonly decided: number
  readonly rejected: readonly Rejected[]
  /** Rows of the results in UTF-8, in order, as the format of the plan writes them. */
  readonly results: Uint8Array
  readonly tallies: Tallies
  /** The rows of it that most need a person, the first of them first. */
  readonly urgent: readonly UrgentRow[]
}
