import { JOB_SCHEMA } from './jobs.ts'
import type { Server } from './server.ts'

/** How far a run is, as every machine sees it. */
export interface RunStatus {
  readonly id: string
  readonly file: string
  /** UTC, to the second. */
  readonly begun: string
  readonly isFinished: boolean
  /** Chunks of the table; undefined while it is still being read. */
  readonly chunks: number | undefined
  readonly rows: number
  readonly chunksDone: number
  readonly chunksUnderWay: number
  readonly chunksDead: number
  readonly rowsDone: number
  /** Rows a second over the last minute. */
  readonly rate: number
}

/** Runs that are open, and those that were finished within a day, the latest first. */
export async function statusOf({ run }: Pick<Server, 'run'>): Promise<RunStatus[]> {
  const rows = await run<{
    id: string
    file: string
    begun: string
    finished: boolean
    chunks: number | null
    queued: number
    rows: number
    done: number
    active: number
    dead: number
    rows_done: number
    rate: number
  }>(
    `SELECT u.id::text, u.file, to_char(u.begun_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS begun,
       u.finished_at IS NOT NULL AS finished, u.chunks,
       coalesce(u.rows, c.rows, 0)::float8 AS rows, coalesce(c.chunks, 0)::int AS queued,
       coalesce(r.chunks, 0)::int AS done, coalesce(r.rows, 0)::float8 AS rows_done,
       coalesce(r.rate, 0)::float8 AS rate, coalesce(c.active, 0)::int AS active,
       coalesce(c.dead, 0)::int AS dead
     FROM licet.run u
     LEFT JOIN LATERAL (
       SELECT count(*) AS chunks, sum(c.rows) AS rows,
         count(*) FILTER (WHERE j.state = 'active') AS active,
         count(*) FILTER (WHERE j.state = 'failed') AS dead
       FROM licet.chunk c LEFT JOIN ${JOB_SCHEMA}.job j ON j.name = u.queue AND j.id = c.job
       WHERE c.run = u.id) c ON true
     LEFT JOIN LATERAL (
       SELECT count(*) AS chunks, sum(rows) AS rows,
         sum(rows) FILTER (WHERE at > now() - interval '1 minute')
           / least(60, greatest(1, extract(epoch FROM now() - u.begun_at))) AS rate
       FROM licet.result WHERE run = u.id) r ON true
     WHERE u.finished_at IS NULL OR u.finished_at > now() - interval '1 day'
     ORDER BY u.begun_at DESC`,
  )
  return rows.map((one) => ({
    id: one.id,
    file: one.file,
    begun: one.begun,
    isFinished: one.finished,
    chunks: one.chunks ?? undefined,
    rows: one.rows,
    chunksDone: one.finished ? (one.chunks ?? 0) : one.done,
    chunksUnderWay: one.active,
    chunksDead: one.dead,
    rowsDone: one.finished ? one.rows : one.rows_done,
    rate: one.rate,
  }))
}

/** A run in two lines. */
export function sayStatus(one: RunStatus): string {
  const { id, file, begun, chunks, rows, chunksDone, chunksUnderWay, chunksDead, rowsDone } = one
  const head = `${file}, begun ${begun} UTC, run ${id}`
  if (one.isFinished) return `${head}\n  finished: ${rows} rows in ${chunksDone} chunks`
  const left = Math.max(0, rows - rowsDone)
  const time =
    one.rate > 0 && chunks !== undefined ? `, about ${Math.ceil(left / one.rate)} s left` : ''
  const of = chunks === undefined ? 'the table is still being read' : `of ${chunks}`
  return [
    head,
    `  chunks: ${chunksDone} done ${of}, ${chunksUnderWay} under way, ${chunksDead} dead letters`,
    `  rows: ${rowsDone} done, ${left} left, ${Math.round(one.rate)} a second${time}`,
  ].join('\n')
}
