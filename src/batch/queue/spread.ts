import { setTimeout as wait } from 'node:timers/promises'
import type { Chunk } from '../chunk.ts'
import type { Sink } from '../run.ts'
import type { Plan } from '../plan.ts'
import { addAudit, readAudit } from './audit.ts'
import { putChunk, takeResult } from './chunks.ts'
import { deadResult } from './dead-rows.ts'
import type { DeadLetter, Jobs } from './jobs.ts'
import { setWhole, type QueuedRun } from './runs.ts'
import type { Server } from './server.ts'
import { workersAt } from './workers.ts'

/** What is spread, and where what comes of it goes. */
export interface Spreading {
  readonly run: QueuedRun
  readonly plan: Plan
  /** The chunks of the table, from its beginning each time that it is called. */
  readonly chunks: () => AsyncIterable<Chunk>
  readonly sink: Sink
  readonly by: string
  /** UTC. */
  readonly now: () => string
  /** Told of each chunk that was handed on, with the share of the table, 0 while it is still being read. */
  readonly at: (share: number) => void
  /** Told once each time that no worker is there. */
  readonly alone: () => void
}

/** What a run came to, chunk by chunk. */
export interface Spread {
  readonly chunks: number
  readonly rows: number
  /** Chunks that no worker could decide. */
  readonly dead: readonly DeadLetter[]
}

const POLL_MS = 200
/** Dead letters, lost jobs and workers are looked for less often. */
const LOOK_MS = 1000

/**
 * Puts the chunks of a table in the queue and hands on what came of them, in order. Chunks that are there
 * already stay, but for those that were dead letters when it began, which are tried anew.
 * @throws what reading the table throws, after everything before that place is handed on.
 */
export async function spread(server: Server, jobs: Jobs, terms: Spreading): Promise<Spread> {
  const { run, sink, chunks } = terms
  const fed = feed(server, jobs, terms)
  const dead: DeadLetter[] = []
  let next = sink.chunksDone
  let letters = new Map<number, DeadLetter>()
  let looked = 0
  let isAlone = false
  const look = async (): Promise<void> => {
    if (performance.now() - looked < LOOK_MS) return
    looked = performance.now()
    letters = new Map((await jobs.deadLetters(run.id)).map((one) => [one.chunk, one]))
    for (const lost of await jobs.lost(run.id))
      await putChunk(server, jobs, run, await chunkAt(chunks(), lost))
    const isNobody = (await workersAt(server, jobs.queue)) === 0
    if (isNobody && !isAlone) terms.alone()
    isAlone = isNobody
  }
  try {
    while (!fed.isDone() || next < fed.chunks()) {
      const result = await takeResult(server, run.id, next)
      // Letters of before are none of this run until every chunk was put there anew.
      if (result === undefined && fed.isDone()) await look()
      const letter = letters.get(next)
      if (result !== undefined) sink.take(result)
      else if (letter !== undefined) {
        await tellOfLetter(server, letter, terms)
        sink.take(deadResult(terms.plan, await chunkAt(chunks(), next), letter.reason))
        dead.push(letter)
      } else {
        await wait(POLL_MS)
        continue
      }
      next += 1
      terms.at(fed.isDone() ? next / fed.chunks() : 0)
    }
  } finally {
    fed.stop()
  }
  const failure = fed.failure()
  if (failure !== undefined) throw failure
  await reconcile(server, run.id, { chunks: fed.chunks(), rows: fed.rows(), dead })
  return { chunks: fed.chunks(), rows: fed.rows(), dead }
}

interface Feeding {
  readonly chunks: () => number
  readonly rows: () => number
  readonly isDone: () => boolean
  readonly failure: () => Error | undefined
  readonly stop: () => void
}

/** Puts chunks in the queue while others are handed on. */
function feed(server: Server, jobs: Jobs, { run, chunks }: Spreading): Feeding {
  let [count, rows, isDone, isStopped] = [0, 0, false, false]
  let failure: Error | undefined
  const feeding = async (): Promise<void> => {
    const [found] = await server.run<{ chunks: number }>(
      'SELECT count(*)::int AS chunks FROM licet.chunk WHERE run = $1',
      [run.id],
    )
    const again = new Set((await jobs.deadLetters(run.id)).map(({ chunk }) => chunk))
    for await (const chunk of chunks()) {
      if (isStopped) return
      if (chunk.index >= found!.chunks || again.has(chunk.index))
        await putChunk(server, jobs, run, chunk)
      count += 1
      rows += chunk.ends.length
    }
    await setWhole(server, run.id, { chunks: count, rows })
  }
  feeding()
    .catch((error: unknown) => {
      failure = error as Error
    })
    .finally(() => {
      isDone = true
    })
  return {
    chunks: () => count,
    rows: () => rows,
    isDone: () => isDone,
    failure: () => failure,
    stop: () => {
      isStopped = true
    },
  }
}

async function chunkAt(chunks: AsyncIterable<Chunk>, index: number): Promise<Chunk> {
  for await (const chunk of chunks) if (chunk.index === index) return chunk
  throw new Error(`the table has no chunk ${index} any more`)
}

async function tellOfLetter(
  { together }: Pick<Server, 'together'>,
  { id, run: runId, chunk, firstRow, rows, reason }: DeadLetter,
  { by, now }: Spreading,
): Promise<void> {
  await together(async (run) => {
    await run('SELECT 1 FROM licet.run WHERE id = $1 FOR NO KEY UPDATE', [runId])
    const body = { chunk, firstRow, rows, reason }
    await addAudit(run, { run: runId, subject: `dead letter ${id}`, by, at: now(), body })
  })
}

/**
 * Compares what the queue has with what the table has.
 * @throws where rows in are not rows decided, rejected and in dead letters, or the audit says otherwise.
 */
async function reconcile(
  { run }: Pick<Server, 'run'>,
  id: string,
  { chunks, rows, dead }: Spread,
): Promise<void> {
  const [found] = await run<{ chunks: number; rows: number; judged: number }>(
    `SELECT count(*)::int AS chunks, coalesce(sum(rows), 0)::float8 AS rows,
     coalesce(sum(decided + rejected), 0)::float8 AS judged FROM licet.result WHERE run = $1`,
    [id],
  )
  const deadRows = dead.reduce((sum, one) => sum + one.rows, 0)
  const audited = (await readAudit(run, id)).filter(({ subject }) => subject.startsWith('chunk '))
  const told = audited.map(({ body }) => JSON.parse(body) as { decided: number; rejected: number })
  const toldRows = told.reduce((sum, { decided, rejected }) => sum + decided + rejected, 0)
  const is = found!
  if (
    is.chunks + dead.length !== chunks ||
    is.judged !== is.rows ||
    is.rows + deadRows !== rows ||
    audited.length !== is.chunks ||
    toldRows !== is.judged
  )
    throw new Error(
      `run ${id}: ${rows} rows in ${chunks} chunks in; ${is.judged} decided or rejected in ${is.chunks} chunks, ${deadRows} in ${dead.length} dead letters; ${toldRows} in ${audited.length} entries of the audit`,
    )
}
