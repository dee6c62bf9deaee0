import { Fault } from '../../errors.ts'
import type { Chunk } from '../chunk.ts'
import type { ChunkSize } from './chunks.ts'

/** A table that is read chunk by chunk. */
export interface Source {
  readonly headings: readonly string[]
  readonly delimiter: string
  /** What a person should know of how it is read: an encoding that was guessed, a sheet passed over. */
  readonly remarks: readonly string[]
  /** Whether the results should begin with a byte order mark, as spreadsheets want of other letters. */
  readonly wantsMark: boolean
  /** How far the reading has come, 0 to 1. */
  readonly share: () => number
  /**
   * The rows; ends with a Fault (exit 4) where the file is damaged, after the rows before that place.
   * Faults of a cell, such as an error of a spreadsheet, count in the columns that are needed.
   */
  readonly chunks: (size: ChunkSize, needed: ReadonlySet<number>) => AsyncIterable<Chunk>
}

/** The end of reading where a file is damaged, named by the row that it cuts. */
export const damaged = (file: string, row: number, reason: string): Fault =>
  new Fault(4, [
    {
      code: 'truncated',
      message: `${reason} in or after row ${row}; what follows was not read`,
      at: { file },
      help: 'fetch the file again and run the batch again',
    },
  ])

/** A file that can't be read at all. */
export const unreadable = (file: string, code: string, message: string, help?: string): Fault =>
  new Fault(4, [{ code, message, at: { file }, ...(help !== undefined && { help }) }])
