import { bossOf, type Database } from './boss.ts'
import type { Run, Server } from './server.ts'

/** What a job says of its chunk, whose rows stand in a table of their own. */
export interface ChunkJob {
  readonly run: string
  readonly chunk: number
  readonly firstRow: number
  readonly rows: number
}

export interface SentJob extends ChunkJob {
  readonly id: string
  /** Seconds after which a silent worker has lost it. */
  readonly leaseSeconds: number
}

export interface TakenJob extends SentJob {
  /** 1 for the first time that it is tried. */
  readonly attempt: number
}

/** A chunk that was tried as often as it may be, and why it came to nothing. */
export interface DeadLetter extends SentJob {
  readonly reason: string
}

/** The jobs of one program version, of which one is a chunk of some run. */
export interface Jobs {
  readonly queue: string
  readonly send: (job: SentJob, run: Run) => Promise<void>
  /** The next chunk that waits, if any; it is this worker's for the length of its lease. */
  readonly take: () => Promise<TakenJob | undefined>
  /** Keeps a chunk for the length of its lease from now; false where it was given to another. */
  readonly keep: (job: TakenJob) => Promise<boolean>
  /** Ends a job in the transaction that writes what came of it. */
  readonly complete: (id: string, run: Run) => Promise<void>
  /** Gives a chunk back with the reason; after its last attempt it is a dead letter. */
  readonly giveBack: (id: string, reason: string, by: string) => Promise<void>
  /** Dead letters of the jobs that the chunks of a run have now. */
  readonly deadLetters: (run: string) => Promise<DeadLetter[]>
  /** Chunks of a run that have neither a result nor a job: someone took it out of the queue. */
  readonly lost: (run: string) => Promise<number[]>
  /** Takes jobs, with their dead letters, out of the queue. */
  readonly remove: (ids: readonly string[], run: Run) => Promise<void>
  readonly close: () => Promise<void>
}

/** Where the tables of pg-boss stand. */
export const JOB_SCHEMA = 'licet_jobs'
/** How often a chunk is tried again before it is a dead letter. */
export const RETRIES = 3
const RETRY_SECONDS = 1

/**
 * Opens the queue of one version of the program: an answer is that of its engine, so that no other may give
 * it. Chunks whose worker is silent are given out again by whoever has it open.
 */
export async function openJobs(
  server: Pick<Server, 'run'>,
  version: string,
  maintenanceSeconds: number,
): Promise<Jobs> {
  const queue = `chunks-${version}`
  const dead = `dead-letters-${version}`
  // pg-boss takes any failure to fetch for a race that was lost, and says nothing of it.
  let failure: unknown
  const database: Database = {
    executeSql: async (text, values) => {
      try {
        return { rows: await server.run(text, values) }
      } catch (error) {
        failure = error
        throw error
      }
    },
  }
  const boss = await bossOf({
    db: database,
    schema: JOB_SCHEMA,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: maintenanceSeconds,
  })
  // What fails here fails again where it is asked for.
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(dead)
  await boss.createQueue(queue, {
    name: queue,
    retryLimit: RETRIES,
    retryDelay: RETRY_SECONDS,
    deadLetter: dead,
  })
  return {
    queue,
    send: async ({ id, ...data }, run) => {
      // A dead letter has an id of its own, and tells by its data which job it was.
      await boss.insert(
        [{ id, name: queue, data: { ...data, job: id }, expireInSeconds: data.leaseSeconds }],
        {
          db: within(run),
        },
      )
    },
    take: async () => {
      failure = undefined
      const [job] = await boss.fetch<Omit<SentJob, 'id'>>(queue, { includeMetadata: true })
      if (failure !== undefined) throw failure as Error
      if (job === undefined) return undefined
      const { id, data, retryCount } = job
      return { ...data, id, attempt: retryCount + 1 }
    },
    keep: async ({ id, leaseSeconds }) => {
      const kept = await server.run(
        `UPDATE ${JOB_SCHEMA}.job SET expire_in = now() - started_on + $3 * interval '1 second'
         WHERE name = $1 AND id = $2 AND state = 'active' RETURNING id`,
        [queue, id, leaseSeconds],
      )
      return kept.length > 0
    },
    complete: async (id, run) => {
      await boss.complete(queue, id, {}, { db: within(run) })
    },
    giveBack: async (id, reason, by) => {
      await boss.fail(queue, id, { message: plainText(reason), by })
    },
    deadLetters: async (run) => {
      const found = await server.run<{ id: string; data: Omit<SentJob, 'id'>; output: unknown }>(
        `SELECT c.job::text AS id, d.data, d.output FROM ${JOB_SCHEMA}.job d JOIN licet.chunk c
         ON d.name = $1 AND d.data->>'run' = $2 AND c.run = $2::uuid
         AND c.chunk = (d.data->>'chunk')::int AND d.data->>'job' = c.job::text`,
        [dead, run],
      )
      return found.map(({ id, data, output }) => ({ ...data, id, reason: reasonIn(output) }))
    },
    lost: async (run) => {
      const found = await server.run<{ chunk: number }>(
        `SELECT c.chunk FROM licet.chunk c WHERE c.run = $1
         AND NOT EXISTS (SELECT 1 FROM licet.result r WHERE r.run = c.run AND r.chunk = c.chunk)
         AND NOT EXISTS (SELECT 1 FROM ${JOB_SCHEMA}.job j
           WHERE j.name = $2 AND j.id = c.job AND j.state IN ('created', 'retry', 'active'))
         AND NOT EXISTS (SELECT 1 FROM ${JOB_SCHEMA}.job d
           WHERE d.name = $3 AND d.data->>'job' = c.job::text)`,
        [run, queue, dead],
      )
      return found.map(({ chunk }) => chunk)
    },
    remove: async (ids, run) => {
      if (ids.length === 0) return
      await boss.deleteJob(queue, [...ids], { db: within(run) })
      await run(`DELETE FROM ${JOB_SCHEMA}.job WHERE name = $1 AND data->>'job' = ANY($2)`, [
        dead,
        ids,
      ])
    },
    close: () => boss.stop({ graceful: false, close: false }),
  }
}

const within = (run: Run): Database => ({
  executeSql: async (text, values) => ({ rows: await run(text, values) }),
})

/** A text that `jsonb` takes: without NUL, and without halves of letters. */
const plainText = (text: string): string =>
  Buffer.from(text.replaceAll('\u0000', ' ').slice(0, LONGEST_REASON)).toString()
const LONGEST_REASON = 2000

/** pg-boss itself gives the reason of an expired job one level deeper. */
function reasonIn(output: unknown): string {
  const { message, value } = (output ?? {}) as {
    message?: string
    value?: { message?: string }
  }
  if (message !== undefined) return message
  return value?.message === undefined ? 'no reason was given' : SILENT
}

const SILENT = `the ${RETRIES + 1} workers that took it fell silent, each in its turn: it may be more than their memory holds`
