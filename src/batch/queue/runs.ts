import { randomUUID } from 'node:crypto'
import type { Plan } from '../plan.ts'
import { addAudit } from './audit.ts'
import type { Jobs } from './jobs.ts'
import { packJson, unpackJson } from './packing.ts'
import type { Server } from './server.ts'

/** What a worker needs to know to decide a chunk of a run; law, lists and decisions go by their digests. */
export interface Spec {
  readonly plan: Plan
  /** SHA-256 of the file of the rule pack. */
  readonly pack: string
  readonly lists?: {
    /** SHA-256 of the index file. */
    readonly file: string
    /** SHA-256 over all lists, as the index names it. */
    readonly sha256: string
    /** SHA-256 of what people have decided about hits; empty where they have decided nothing. */
    readonly clearances: string
  }
}

/** A batch that is spread over workers. */
export interface QueuedRun {
  readonly id: string
  /** The day of the run, which stays the same when it is taken up later. */
  readonly today: string
  readonly leaseSeconds: number
}

export interface NewRun {
  /** What makes it the same batch, its day apart. */
  readonly key: string
  readonly file: string
  readonly today: string
  readonly leaseSeconds: number
  readonly spec: Spec
  /** Who begins it, and when, UTC. */
  readonly by: string
  readonly at: string
}

/** The run of a batch that was begun and is not finished. */
export async function openRun(
  { run }: Pick<Server, 'run'>,
  key: string,
): Promise<QueuedRun | undefined> {
  const [found] = await run<{ id: string; today: string; lease_seconds: number }>(
    'SELECT id::text, today, lease_seconds FROM licet.run WHERE key = $1 AND finished_at IS NULL',
    [key],
  )
  return found && { id: found.id, today: found.today, leaseSeconds: found.lease_seconds }
}

export async function beginRun(
  { together }: Pick<Server, 'together'>,
  { queue }: Pick<Jobs, 'queue'>,
  { key, file, today, leaseSeconds, spec, by, at }: NewRun,
): Promise<QueuedRun> {
  const id = randomUUID()
  const packed = await packJson(spec)
  await together(async (run) => {
    const made = await run(
      `INSERT INTO licet.run (id, key, file, today, queue, lease_seconds, spec)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, key, file, today, queue, leaseSeconds, packed],
    )
    if (made.length === 0) return
    const { pack, lists } = spec
    await addAudit(run, {
      run: id,
      subject: 'begun',
      by,
      at,
      body: { key, file, today, pack, lists },
    })
  })
  return { id, today, leaseSeconds }
}

/** What the chunks of a run are decided with; undefined where the run is finished or no longer there. */
export async function specOf({ run }: Pick<Server, 'run'>, id: string): Promise<Spec | undefined> {
  const [found] = await run<{ spec: Buffer }>(
    'SELECT spec FROM licet.run WHERE id = $1 AND finished_at IS NULL',
    [id],
  )
  return found && ((await unpackJson(found.spec)) as Spec)
}

/** Says that every chunk of the table is in the queue. */
export async function setWhole(
  { run }: Pick<Server, 'run'>,
  id: string,
  { chunks, rows }: { readonly chunks: number; readonly rows: number },
): Promise<void> {
  await run('UPDATE licet.run SET chunks = $2, rows = $3 WHERE id = $1', [id, chunks, rows])
}

/** Takes a run out of the queue with its rows and results. Its audit stays, and says so. */
export async function abandonRun(
  { together }: Pick<Server, 'together'>,
  jobs: Pick<Jobs, 'remove'>,
  id: string,
  { by, at }: Pick<NewRun, 'by' | 'at'>,
): Promise<void> {
  await together(async (run) => {
    const [there] = await run('SELECT 1 FROM licet.run WHERE id = $1 FOR UPDATE', [id])
    if (there === undefined) return
    await addAudit(run, { run: id, subject: 'abandoned', by, at, body: {} })
    const open = await run<{ job: string }>('SELECT job::text FROM licet.chunk WHERE run = $1', [
      id,
    ])
    await jobs.remove(
      open.map(({ job }) => job),
      run,
    )
    await run('DELETE FROM licet.run WHERE id = $1', [id])
  })
}

/** Ends a run whose results are in place: rows and results are cleared away, the audit and the run stay. */
export async function finishRun(
  { together }: Pick<Server, 'together'>,
  id: string,
  entry: { readonly by: string; readonly at: string; readonly body: unknown },
): Promise<void> {
  await together(async (run) => {
    await run('SELECT 1 FROM licet.run WHERE id = $1 FOR NO KEY UPDATE', [id])
    await addAudit(run, { run: id, subject: 'finished', ...entry })
    await run('DELETE FROM licet.chunk WHERE run = $1', [id])
    await run('DELETE FROM licet.result WHERE run = $1', [id])
    await run('UPDATE licet.run SET finished_at = now() WHERE id = $1', [id])
  })
}
