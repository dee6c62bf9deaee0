import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Fault } from '../../src/errors.ts'
import { openTable, TableError, type Table, type TableRow } from '../../src/tables/rows.ts'
import { sayStale } from '../../src/report/screened.ts'
import { storeFolder, versionNamed } from '../../src/lists/store.ts'
import type { Threshold } from '../../src/screening/answer.ts'
import { VERSION } from '../../src/version.ts'
import { isFolder, noSuchFile, unreadable } from '../read-text.ts'
import type { Terminal } from '../terminal.ts'
import { columnsOf, subjectOf, type ColumnFlags, type Columns } from './columns.ts'
import { COLUMNS } from './hit-rows.ts'
import { judgeOf, type BatchRow, type JudgedBatch, type Plan } from './judge.ts'
import { isOpen, noteOfStale, openLists, type ListFlags, type OpenLists } from './open-lists.ts'
import { progressOf, type Progress } from './progress.ts'
import { openResumable, runOf, type ResumableFile } from './resumable.ts'
import { inThisThread, inThreads, type Judges } from './workers.ts'

export interface FileFlags extends ListFlags, ColumnFlags {
  readonly threshold: Threshold
  readonly out?: string
  readonly workers?: number
}

const BATCH = 250
/** Bytes of a file from which threads are worth their start. */
const LARGE_FILE = 100_000
/** Every thread holds the lists. */
const MOST_THREADS = 4

/**
 * Screens every name of a file, or those that a change of the lists since a version can affect, and writes
 * a row for each hit, and for each name without one. Returns the exit code: 2 where something is to be
 * reviewed, and where no hit was looked for on stale lists, which clears nobody. A run that was killed is taken up where it was.
 * @throws Fault (exit 4) where the file or a column can't be read.
 */
export async function screenFile(
  file: string,
  flags: FileFlags,
  terminal: Terminal,
  since?: string,
): Promise<number> {
  const table = await tableOf(file)
  const columns = columnsOf(table, flags, file)
  const lists = await openLists(flags, terminal.today(), 'any script')
  if (since !== undefined) versionNamed(storeFolder(process.env), since)
  const isLines = flags.out !== undefined && /\.jsonl$/i.test(flags.out)
  const isXlsx = flags.out !== undefined && /\.xlsx$/i.test(flags.out)
  const plan: Plan = {
    lists: lists.version,
    threshold: flags.threshold,
    since,
    today: terminal.today(),
    isLines,
    stale: noteOfStale(lists, flags),
  }
  const output = outputOf(file, flags, plan, isXlsx)
  if (output === undefined) terminal.stdout.write(`${COLUMNS.join(',')}\n`)
  const before = output?.rowsDone ?? 0
  if (before > 0) terminal.stderr.write(`taking up after ${before} names\n`)
  const judges = await judgesOf(file, flags, plan, lists)
  const counts: Record<string, number> = { ...output?.counts }
  const progress = progressOf(terminal, before)
  const keep = ({ text, counts: more }: JudgedBatch, done: number): void => {
    for (const [status, count] of Object.entries(more))
      counts[status] = (counts[status] ?? 0) + count
    if (output === undefined) terminal.stdout.write(text)
    else output.append(text, done, counts)
  }
  let done: number
  try {
    done = await run(table, columns, before, judges, keep, progress)
  } finally {
    progress.end()
    await judges.close()
  }
  output?.finish()
  if (isXlsx) await (await import('./workbook.ts')).toXlsx(flags.out, lists)
  summarize(counts, done, lists, flags.out, terminal)
  const isFound = (counts['hits'] ?? 0) + (counts['not-comparable'] ?? 0) > 0
  return isFound || (done > 0 && isOpen(lists, flags)) ? 2 : 0
}

/** Where the answer goes, or undefined where that is the screen. */
function outputOf(
  file: string,
  { out, workers: _, ...flags }: FileFlags,
  plan: Plan,
  isXlsx: boolean,
): ResumableFile | undefined {
  if (out === undefined) return undefined
  const { size, mtimeMs } = statSync(file)
  return openResumable(
    isXlsx ? `${out}.csv` : out,
    runOf([file, size, mtimeMs, out, flags, plan, VERSION]),
    plan.isLines ? '' : `${COLUMNS.join(',')}\n`,
  )
}

async function judgesOf(
  file: string,
  { workers }: FileFlags,
  plan: Plan,
  lists: OpenLists,
): Promise<Judges> {
  const count = workers ?? Math.min(MOST_THREADS, availableParallelism())
  const isLarge = workers !== undefined || statSync(file).size >= LARGE_FILE
  const threads = count > 1 && isLarge ? inThreads(count, plan, lists.shared) : undefined
  return threads ?? inThisThread(await judgeOf(plan, lists))
}

/** Judges the rows of a table in batches and keeps what they gave in the order of the rows. */
async function run(
  { rows }: Table,
  columns: Columns,
  before: number,
  { judge, atOnce }: Judges,
  keep: (judged: JudgedBatch, done: number) => void,
  progress: Progress,
): Promise<number> {
  const underWay: { judged: Promise<JudgedBatch>; done: number; share: number }[] = []
  let [done, batch, share]: [number, BatchRow[], number] = [0, [], 0]
  const keepFirst = async (): Promise<void> => {
    const first = underWay.shift()!
    keep(await first.judged, first.done)
    progress.at(first.done, first.share)
  }
  const send = (): void => {
    if (batch.length === 0) return
    const judged = judge(batch)
    // What fails is reported when its turn comes.
    judged.catch(() => undefined)
    underWay.push({ judged, done, share })
    batch = []
  }
  try {
    for await (const row of rows) {
      done += 1
      if (done <= before) continue
      ;({ share } = row)
      batch.push(rowOf(row, columns))
      if (batch.length < BATCH) continue
      send()
      if (underWay.length >= atOnce) await keepFirst()
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    send()
    while (underWay.length > 0) await keepFirst()
    throw new Fault(4, [error.issue])
  }
  send()
  while (underWay.length > 0) await keepFirst()
  return done
}

const rowOf = ({ cells, row }: TableRow, columns: Columns): BatchRow => ({
  row,
  subject: subjectOf(cells, columns),
})

async function tableOf(file: string): Promise<Table> {
  try {
    if (isFolder(file))
      throw new Fault(4, [
        { code: 'folder', message: 'a folder stands where a file is needed', at: { file } },
      ])
    const table = await openTable(file)
    if (!table.ok) throw new Fault(4, table.issues)
    return table.value
  } catch (error) {
    if (error instanceof Fault) throw error
    if (error instanceof TableError) throw new Fault(4, [error.issue])
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Fault(4, [isGone ? noSuchFile(file) : unreadable(file, error)])
  }
}

function summarize(
  counts: Readonly<Record<string, number>>,
  rows: number,
  lists: OpenLists,
  out: string | undefined,
  { stderr }: Terminal,
): void {
  const parts = Object.entries(counts).map(([status, count]) => `${count} ${status}`)
  stderr.write(`${rows} names: ${parts.join(', ')}; lists ${lists.version}\n`)
  const stale = lists.ages.filter((list) => list.stale)
  if (stale.length > 0) stderr.write(`${sayStale(stale)}\n`)
  if (out !== undefined) stderr.write(`wrote ${out}\n`)
}
