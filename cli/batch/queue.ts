import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOutput, runDigest } from '../../src/batch/output.ts'
import type { Chunk } from '../../src/batch/chunk.ts'
import type { Plan } from '../../src/batch/plan.ts'
import { keepObject, sha256 } from '../../src/batch/queue/objects.ts'
import type { DeadLetter } from '../../src/batch/queue/jobs.ts'
import {
  abandonRun,
  beginRun,
  finishRun,
  openRun,
  type QueuedRun,
  type Spec,
} from '../../src/batch/queue/runs.ts'
import { UNREACHABLE } from '../../src/batch/queue/server-faults.ts'
import { spread } from '../../src/batch/queue/spread.ts'
import { openSource } from '../../src/batch/read/open.ts'
import { Fault } from '../../src/errors.ts'
import type { IndexMeta } from '../../src/screening/index-file.ts'
import { CLEARANCES } from '../../src/lists/clearances.ts'
import { currentFile, readIndex, storeFolder } from '../../src/lists/store.ts'
import { builtPack } from '../../src/rules/load.ts'
import { VERSION } from '../../src/version.ts'
import { visible } from '../../src/visible.ts'
import { openLists } from '../screening/open-lists.ts'
import { progressOf } from '../screening/progress.ts'
import type { Terminal } from '../terminal.ts'
import { clearancesDigest, clearancesFolder } from './basis.ts'
import type { BatchFlags, JudgedRows, Table } from './batch.ts'
import { headingOf } from './files.ts'
import { nameOfProcess, openQueue } from './open-queue.ts'
import { knownHeadings, sheetsFor } from './planning.ts'

type Queue = Awaited<ReturnType<typeof openQueue>>

/** Letters of a chunk, whatever the number of its rows: a worker holds several times as much. */
const MOST_LETTERS = 16_777_216

/** Has the rows of a table judged by the workers at a queue; the bytes are those of a batch on this machine. */
export async function judgeOnQueue(
  url: string,
  table: Table,
  flags: BatchFlags,
  terminal: Terminal,
): Promise<JudgedRows> {
  if (flags.changedSince !== undefined)
    throw new Fault(4, [
      {
        code: 'usage',
        message: 'workers keep nothing of the last run that --changed-since could go on from',
        at: { file: '--queue' },
        help: 'leave out one of the two; a whole run gives the same results',
      },
    ])
  const queue = await openQueue(url, 'licet batch', flags.patience)
  try {
    return await judge(queue, table, flags, terminal)
  } catch (error) {
    await queue.close()
    throw error
  }
}

async function judge(
  queue: Queue,
  table: Table,
  flags: BatchFlags,
  terminal: Terminal,
): Promise<JudgedRows> {
  const { server, jobs } = queue
  const { file, source, files } = table
  const by = nameOfProcess()
  const { run, plan, lists } = await begun(queue, table, flags, terminal, by)
  const output = openOutput(
    files.partial,
    {
      digest: run.id,
      today: run.today,
      resume: flags.resume === true,
      stops: flags.onError === 'stop',
      file,
    },
    headingOf(source, plan),
  )
  const progress = progressOf(terminal, output.totals.rows, 'rows')
  let dead: readonly DeadLetter[]
  try {
    const came = await spread(server, jobs, {
      run,
      plan,
      chunks: () => chunksOf(table, flags),
      sink: output,
      at: (share) => progress.at(output.totals.rows, share),
      by,
      now: terminal.now,
      alone: () =>
        terminal.stderr.write(
          `no worker of licet ${VERSION} is at ${server.place}: start one with licet work --queue\n`,
        ),
    })
    dead = came.dead
  } catch (error) {
    // What the table itself ends can't be taken up; what the server ends can.
    const isOfTable = error instanceof Fault && error.issues[0]?.code !== UNREACHABLE
    if (isOfTable) await abandonRun(server, jobs, run.id, { by, at: terminal.now() })
    throw error
  } finally {
    output.close()
    progress.end()
  }
  const { totals } = output
  for (const { firstRow, rows, reason } of dead)
    terminal.stderr.write(
      `rows ${firstRow} to ${firstRow + rows - 1} were decided by no worker: ${visible(reason)}\n`,
    )
  return {
    totals,
    ...(lists !== undefined && { lists }),
    ...(dead.length > 0 && { exit: 5 }),
    finish: async () => {
      const { rows, decided, rejected } = totals
      const body = { rows, decided, rejected }
      // A run with dead letters stays, so that --resume tries these again.
      if (dead.length === 0) await finishRun(server, run.id, { by, at: terminal.now(), body })
    },
    close: queue.close,
  }
}

interface Begun {
  readonly run: QueuedRun
  readonly plan: Plan
  readonly lists: IndexMeta | undefined
}

/** The run of a table: the one that was begun and is taken up, or a new one. What it rests on is at the server. */
async function begun(
  { server, jobs }: Queue,
  { file, sha256: digest, plan, engine }: Table,
  flags: BatchFlags,
  terminal: Terminal,
  by: string,
): Promise<Begun> {
  const pack = readFileSync(builtPack())
  const index = flags.screen ? currentFile(storeFolder(process.env), flags.lists) : undefined
  const indexBytes = index === undefined ? undefined : readFileSync(index)
  const key = runDigest([
    await digest,
    { ...plan, today: '' },
    VERSION,
    engine.sha256,
    indexBytes === undefined ? null : sha256(indexBytes),
    clearancesDigest(),
    flags.chunkRows,
    flags.onError,
  ])
  if (!(await server.hold(key)))
    throw new Fault(4, [
      {
        code: 'under-way',
        message: 'this batch is under way already, from another terminal or machine',
        at: { file },
        help: 'licet work --queue ... --status shows how far it is',
      },
    ])
  const open = await openRun(server, key)
  const found = flags.resume === true ? open : undefined
  if (open !== undefined && found === undefined)
    await abandonRun(server, jobs, open.id, { by, at: terminal.now() })
  const lasting = { ...plan, today: found?.today ?? plan.today }
  // Whether the lists are as fresh as is demanded is found out before anything is spread.
  if (flags.screen) await openLists(flags, lasting.today, [])
  const lists = index === undefined ? undefined : readIndex(index).meta
  const spec: Spec = {
    plan: lasting,
    pack: await keepObject(server, pack),
    ...(index !== undefined && {
      lists: {
        file: await keepObject(server, indexBytes!),
        sha256: lists!.sha256,
        clearances: await keepClearances(server),
      },
    }),
  }
  if (found !== undefined) terminal.stderr.write(`taking up run ${found.id}\n`)
  const { leaseSeconds, today } = { leaseSeconds: flags.lease, today: lasting.today }
  const run =
    found ??
    (await beginRun(server, jobs, { key, file, today, leaseSeconds, spec, by, at: terminal.now() }))
  return { run, plan: lasting, lists }
}

async function keepClearances(server: Queue['server']): Promise<string> {
  const file = join(clearancesFolder(), CLEARANCES)
  return existsSync(file) ? keepObject(server, readFileSync(file)) : ''
}

/** The chunks of a table from its beginning; it is opened anew, since it may be read more than once. */
async function* chunksOf(
  { file, engine, plan }: Table,
  flags: BatchFlags,
): AsyncGenerator<Chunk, void> {
  const sheet = sheetsFor(flags)
  const source = await openSource(
    file,
    { ...flags, ...(sheet !== undefined && { sheet }) },
    knownHeadings(flags, engine),
  )
  yield* source.chunks(
    { rows: flags.chunkRows, letters: MOST_LETTERS },
    new Set(plan.columns.map(({ at }) => at)),
  )
}
