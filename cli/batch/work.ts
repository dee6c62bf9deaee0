import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { work as workAt } from '../../src/batch/queue/work.ts'
import { sayStatus, statusOf } from '../../src/batch/queue/status.ts'
import { workersAt } from '../../src/batch/queue/workers.ts'
import { storeFolder } from '../../src/lists/store.ts'
import { VERSION } from '../../src/version.ts'
import { visible } from '../../src/visible.ts'
import type { WorkFlags } from '../commands/work.ts'
import type { Terminal } from '../terminal.ts'
import { nameOfProcess, openQueue } from './open-queue.ts'

/** Works at a queue until SIGINT or SIGTERM, or shows how far its batches are. Returns the exit code. */
export async function work(flags: WorkFlags, terminal: Terminal): Promise<number> {
  const queue = await openQueue(flags.queue, 'licet work', flags.patience)
  try {
    return flags.status === true ? await show(queue, terminal) : await decide(queue, terminal)
  } finally {
    await queue.close()
  }
}

type Queue = Awaited<ReturnType<typeof openQueue>>

async function show({ server, jobs }: Queue, { stdout }: Terminal): Promise<number> {
  const runs = await statusOf(server)
  const workers = await workersAt(server, jobs.queue)
  stdout.write(`workers of licet ${VERSION}: ${workers}\n`)
  if (runs.length === 0) stdout.write('no batch is in the queue\n')
  for (const run of runs)
    for (const line of sayStatus(run).split('\n'))
      stdout.write(`${line.startsWith('  ') ? '  ' : ''}${visible(line.trimStart())}\n`)
  return 0
}

async function decide({ server, jobs }: Queue, terminal: Terminal): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'licet-work-'))
  chmodSync(scratch, 0o700)
  const stop = new AbortController()
  const end = (): void => stop.abort()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  const name = nameOfProcess()
  terminal.stderr.write(`${name} works at ${server.place}\n`)
  try {
    await workAt(server, jobs, {
      id: randomUUID(),
      name,
      engine: VERSION,
      own: { lists: storeFolder(process.env), scratch },
      now: terminal.now,
      stop: stop.signal,
      tell: (message) => terminal.stderr.write(`${visible(message)}\n`),
    })
    return 0
  } finally {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
    rmSync(scratch, { recursive: true, force: true })
  }
}
