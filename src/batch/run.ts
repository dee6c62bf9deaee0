import type { Chunk, ChunkResult } from './chunk.ts'
import type { DecisionStore } from './decision-store.ts'
import type { Hands } from './hands.ts'
import type { VerdictStore } from './verdict-store.ts'

/** What takes the results of chunks, in their order. */
export interface Sink {
  /** Chunks that are written already, and are not decided again. */
  readonly chunksDone: number
  readonly take: (result: ChunkResult) => void
}

/**
 * Decides the chunks of a source and hands on what came of them in the order of the rows, whatever order
 * they are done in. @throws what reading throws, after everything that was read before is handed on.
 */
export async function runChunks(
  chunks: AsyncIterable<Chunk>,
  hands: Hands,
  stores: Stores,
  sink: Sink,
  /** Chunks that may be under way at once; it bounds memory. */
  underWay: number,
): Promise<void> {
  const under: Promise<ChunkResult>[] = []
  const takeFirst = async (): Promise<void> => sink.take(await under.shift()!)
  try {
    for await (const chunk of chunks) {
      if (chunk.index < sink.chunksDone) continue
      const deciding = decideChunk(chunk, hands, stores)
      // Waited for in its turn; a failure before that is not to end the process.
      deciding.catch(() => {})
      under.push(deciding)
      if (under.length >= underWay) await takeFirst()
    }
  } finally {
    while (under.length > 0) await takeFirst()
  }
}

/** What is known of parties and of keys, whichever chunk asked for it first. */
export interface Stores {
  readonly verdicts: VerdictStore
  readonly decisions: DecisionStore
}

/** Reads, screens and decides one chunk. @throws where the rows that come out are not those that went in. */
export async function decideChunk(
  chunk: Chunk,
  hands: Hands,
  { verdicts, decisions }: Stores,
): Promise<ChunkResult> {
  const { index } = chunk
  const unknown = await hands.read(chunk)
  const missing = await hands.place(index, await verdicts.of(unknown))
  const result = await hands.decide(index, await decisions.of(index, missing))
  const out = result.decided + result.rejected.length
  if (result.rows !== chunk.ends.length || out !== result.rows)
    throw new Error(
      `chunk ${index}: ${chunk.ends.length} rows in, ${result.decided} decided and ${result.rejected.length} rejected`,
    )
  return result
}
