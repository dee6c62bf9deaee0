import type { Server } from './server.ts'

/** Seconds after which a worker that said nothing is taken for gone. */
export const SILENT_SECONDS = 20

/** Says that a worker is there; those that have been silent for a day are forgotten. */
export async function seenWorking(
  { run }: Pick<Server, 'run'>,
  { id, name, queue }: { readonly id: string; readonly name: string; readonly queue: string },
): Promise<void> {
  await run(
    `INSERT INTO licet.worker (id, name, queue) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
    [id, name, queue],
  )
  await run("DELETE FROM licet.worker WHERE seen_at < now() - interval '1 day'")
}

export async function leaveWork({ run }: Pick<Server, 'run'>, id: string): Promise<void> {
  await run('DELETE FROM licet.worker WHERE id = $1', [id])
}

/** Workers of a queue that are there. */
export async function workersAt({ run }: Pick<Server, 'run'>, queue: string): Promise<number> {
  const [found] = await run<{ workers: number }>(
    `SELECT count(*)::int AS workers FROM licet.worker
     WHERE queue = $1 AND seen_at > now() - $2 * interval '1 second'`,
    [queue, SILENT_SECONDS],
  )
  return found!.workers
}
