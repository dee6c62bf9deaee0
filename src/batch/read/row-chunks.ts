import { csvCell } from '../../tables/csv.ts'
import type { BadRecord, Chunk } from '../chunk.ts'
import type { ChunkSize } from './chunks.ts'

/** A row of a table that is no text: its cells as text, and what is wrong with one of them. */
export interface TableRow {
  readonly cells: readonly string[]
  /** Number of the row in its sheet or file; the heading is row 1. */
  readonly row: number
  readonly line?: number
  readonly sheet?: string
  readonly fault?: Omit<BadRecord, 'at'>
}

/** Puts rows into chunks of CSV. A chunk holds rows that follow each other in one sheet. */
export async function* rowChunks(
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  size: ChunkSize,
): AsyncGenerator<Chunk> {
  let index = 0
  let open: { readonly first: TableRow; last: number } | undefined
  let [text, ends, bad]: [string, number[], BadRecord[]] = ['', [], []]
  const closed = (): Chunk => {
    const { row, line, sheet } = open!.first
    const chunk: Chunk = {
      index: index++,
      firstRow: row,
      ...(line !== undefined && { firstLine: line }),
      ...(sheet !== undefined && { sheet }),
      text,
      ends: Uint32Array.from(ends),
      bad,
    }
    open = undefined
    ;[text, ends, bad] = ['', [], []]
    return chunk
  }
  try {
    for await (const one of rows) {
      const follows = open?.last === one.row - 1 && open.first.sheet === one.sheet
      if (open !== undefined && !follows) yield closed()
      open ??= { first: one, last: one.row }
      open.last = one.row
      if (one.fault !== undefined) bad.push({ at: ends.length, ...one.fault })
      text += recordOf(one.cells)
      ends.push(text.length)
      if (ends.length >= size.rows || text.length >= size.letters) yield closed()
    }
  } catch (error) {
    if (open !== undefined) yield closed()
    throw error
  }
  if (open !== undefined) yield closed()
}

/** A record is never an empty line, which would be passed over. */
function recordOf(cells: readonly string[]): string {
  const record = cells.map(csvCell).join(',')
  return record === '' ? '""\n' : `${record}\n`
}
