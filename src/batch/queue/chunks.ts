import { randomUUID } from 'node:crypto'
import type { Chunk, ChunkResult } from '../chunk.ts'
import { addAudit } from './audit.ts'
import type { ChunkJob, Jobs } from './jobs.ts'
import { sha256 } from './objects.ts'
import {
  packBytes,
  packChunk,
  packJson,
  unpackBytes,
  unpackChunk,
  unpackJson,
  type Details,
} from './packing.ts'
import type { QueuedRun } from './runs.ts'
import type { Server } from './server.ts'

/**
 * Puts a chunk in the queue, its rows in a table, both in one transaction. A chunk that is there gets the
 * rows and a new job in the place of its old one.
 */
export async function putChunk(
  { together }: Pick<Server, 'together'>,
  jobs: Pick<Jobs, 'send' | 'remove'>,
  { id: runId, leaseSeconds }: QueuedRun,
  chunk: Chunk,
): Promise<void> {
  const payload = await packChunk(chunk)
  const id = randomUUID()
  const rows = chunk.ends.length
  const { firstRow } = chunk
  await together(async (run) => {
    const [before] = await run<{ job: string }>(
      'SELECT job::text FROM licet.chunk WHERE run = $1 AND chunk = $2 FOR UPDATE',
      [runId, chunk.index],
    )
    if (before?.job === id) return
    if (before !== undefined) await jobs.remove([before.job], run)
    await run(
      `INSERT INTO licet.chunk (run, chunk, first_row, rows, job, sha256, payload)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (run, chunk)
       DO UPDATE SET job = excluded.job, sha256 = excluded.sha256, payload = excluded.payload`,
      [runId, chunk.index, firstRow, rows, id, sha256(payload), payload],
    )
    await jobs.send({ id, run: runId, chunk: chunk.index, firstRow, rows, leaseSeconds }, run)
  })
}

/** The rows of a chunk. @throws where they are not there, or not what was put there. */
export async function takeChunk(
  { run }: Pick<Server, 'run'>,
  { run: id, chunk: index }: ChunkJob,
): Promise<Chunk> {
  const [found] = await run<{ sha256: string; payload: Buffer }>(
    'SELECT sha256, payload FROM licet.chunk WHERE run = $1 AND chunk = $2',
    [id, index],
  )
  if (found === undefined) throw new Error('the rows of the chunk are not in the queue')
  const is = sha256(found.payload)
  if (is !== found.sha256)
    throw new Error(
      `the rows of the chunk are damaged in the queue: SHA-256 ${is}, not ${found.sha256}`,
    )
  return unpackChunk(found.payload)
}

/** Who decided a chunk, and with what. */
export interface DecidedBy {
  readonly by: string
  readonly at: string
  readonly engine: string
  readonly pack: string
  readonly lists: string | null
}

/**
 * Writes what came of a chunk, its entry of the audit and the end of its job, all or none of them. Where
 * another worker was first, or the run is gone, only the job ends.
 */
export async function putResult(
  { together }: Pick<Server, 'together'>,
  jobs: Pick<Jobs, 'complete'>,
  job: ChunkJob & { readonly id: string; readonly attempt: number },
  { results, ...details }: ChunkResult,
  { by, at, ...basis }: DecidedBy,
): Promise<void> {
  const [packed, rest] = await Promise.all([
    packBytes(results),
    packJson(details satisfies Details),
  ])
  const digest = sha256(results)
  const { rows, decided, rejected, tallies } = details
  await together(async (run) => {
    const [open] = await run(
      'SELECT 1 FROM licet.run WHERE id = $1 AND finished_at IS NULL FOR NO KEY UPDATE',
      [job.run],
    )
    const written =
      open === undefined
        ? []
        : await run(
            `INSERT INTO licet.result (run, chunk, rows, decided, rejected, sha256, results, details)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (run, chunk) DO NOTHING RETURNING chunk`,
            [job.run, job.chunk, rows, decided, rejected.length, digest, packed, rest],
          )
    if (written.length > 0)
      await addAudit(run, {
        run: job.run,
        subject: `chunk ${job.chunk}`,
        by,
        at,
        body: {
          ...basis,
          firstRow: job.firstRow,
          rows,
          decided,
          rejected: rejected.length,
          outcomes: tallies.outcome,
          results: digest,
          attempt: job.attempt,
        },
      })
    await jobs.complete(job.id, run)
  })
}

/** What came of a chunk; undefined where nothing has yet. @throws where it is not what was written. */
export async function takeResult(
  { run }: Pick<Server, 'run'>,
  id: string,
  chunk: number,
): Promise<ChunkResult | undefined> {
  const [found] = await run<{ sha256: string; results: Buffer; details: Buffer }>(
    'SELECT sha256, results, details FROM licet.result WHERE run = $1 AND chunk = $2',
    [id, chunk],
  )
  if (found === undefined) return undefined
  const results = await unpackBytes(found.results)
  const is = sha256(results)
  if (is !== found.sha256)
    throw new Error(
      `the results of chunk ${chunk} are damaged in the queue: ${is}, not ${found.sha256}`,
    )
  return { ...((await unpackJson(found.details)) as Details), results }
}

export async function hasResult(
  { run }: Pick<Server, 'run'>,
  { run: id, chunk }: ChunkJob,
): Promise<boolean> {
  const found = await run('SELECT 1 FROM licet.result WHERE run = $1 AND chunk = $2', [id, chunk])
  return found.length > 0
}
