import type { Chunk, ChunkResult } from '../chunk.ts'
import { CHUNK_SIZE, type ChunkSize } from '../read/chunks.ts'
import { mostUrgent } from '../summary/urgent-rows.ts'
import { addTallies, noTallies } from '../tally.ts'

/**
 * A chunk in pieces that are decided one after the other: the results of 50,000 rows as one text would not
 * fit the heap of a thread. Rows and lines keep their numbers.
 */
export function* slicesOf(chunk: Chunk, size: ChunkSize = CHUNK_SIZE): Generator<Chunk, void> {
  const { text, ends, bad, firstRow, firstLine } = chunk
  let [index, from, line] = [0, 0, firstLine]
  while (from < ends.length) {
    const start = from === 0 ? 0 : ends[from - 1]!
    let to = from + 1
    while (to < ends.length && to - from < size.rows && ends[to]! - start <= size.letters) to += 1
    const piece = text.slice(start, ends[to - 1])
    yield {
      ...chunk,
      index,
      firstRow: firstRow + from,
      ...(line !== undefined && { firstLine: line }),
      text: piece,
      ends: ends.subarray(from, to).map((end) => end - start),
      bad: bad
        .filter(({ at }) => at >= from && at < to)
        .map((one) => ({ ...one, at: one.at - from })),
    }
    if (line !== undefined) line += piece.split('\n').length - 1
    ;[index, from] = [index + 1, to]
  }
}

/** What came of a chunk, put together from what came of its slices in their order. */
export function joined(index: number, slices: readonly ChunkResult[]): ChunkResult {
  const tallies = noTallies()
  for (const slice of slices) addTallies(tallies, slice.tallies)
  return {
    index,
    rows: slices.reduce((sum, { rows }) => sum + rows, 0),
    decided: slices.reduce((sum, { decided }) => sum + decided, 0),
    rejected: slices.flatMap(({ rejected }) => rejected),
    results: Buffer.concat(slices.map(({ results }) => results)),
    tallies,
    urgent: mostUrgent(slices.flatMap(({ urgent }) => urgent)),
  }
}
