import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Fault } from '../../src/errors.ts'
import { csvRecords } from '../../src/tables/csv.ts'
import { columnOf, openTable, TableError, type Table } from '../../src/tables/rows.ts'
import { answer, type Answer, type Threshold } from '../../src/screening/answer.ts'
import { sayStale } from '../../src/report/screened.ts'
import { VERSION } from '../../src/version.ts'
import { isFolder, noSuchFile, unreadable } from '../read-text.ts'
import type { Terminal } from '../terminal.ts'
import { COLUMNS, csvRow, rowsOf } from './hit-rows.ts'
import { basisOf, openLists, type ListFlags, type OpenLists } from './open-lists.ts'
import { progressOf } from './progress.ts'
import { openResumable, runOf } from './resumable.ts'

export interface FileFlags extends ListFlags {
  readonly threshold: Threshold
  readonly nameColumn?: string
  readonly countryColumn?: string
  readonly addressColumn?: string
  readonly out?: string
}

const BATCH = 500
const MOST_REMEMBERED = 20_000

/**
 * Screens every name of a file and writes a row for each hit, and for each name without one. Returns the
 * exit code: 2 where something is to be reviewed. A run that was killed is taken up where it was.
 * @throws Fault (exit 4) where the file or a column can't be read.
 */
export async function screenFile(
  file: string,
  flags: FileFlags,
  terminal: Terminal,
  screen?: (lists: OpenLists, subject: Parameters<typeof answer>[1]) => Answer | undefined,
): Promise<number> {
  const table = await tableOf(file)
  const columns = columnsOf(table, flags, file)
  const lists = await openLists(flags, terminal.today(), 'any script')
  const { size, mtimeMs } = statSync(file)
  const run = runOf([file, size, mtimeMs, flags, lists.version, VERSION])
  const isXlsx = flags.out !== undefined && /\.xlsx$/i.test(flags.out)
  const isLines = flags.out !== undefined && /\.jsonl$/i.test(flags.out)
  const output =
    flags.out === undefined
      ? undefined
      : openResumable(
          isXlsx ? `${flags.out}.csv` : flags.out,
          run,
          isLines ? '' : `${COLUMNS.join(',')}\n`,
        )
  if (output === undefined) terminal.stdout.write(`${COLUMNS.join(',')}\n`)
  const before = output?.rowsDone ?? 0
  if (before > 0) terminal.stderr.write(`taking up after ${before} names\n`)
  const counts: Record<string, number> = { ...output?.counts }
  const progress = progressOf(terminal, before)
  const known = new Map<string, Answer | undefined>()
  const judge =
    screen ??
    ((open, subject) => answer(open.screener, subject, flags.threshold, { decide: open.decide }))
  let [done, text] = [0, '']
  const flush = (): void => {
    if (text === '') return
    if (output === undefined) terminal.stdout.write(text)
    else output.append(text, done, counts)
    text = ''
  }
  try {
    for await (const { cells, row, share } of table.rows) {
      done += 1
      if (done <= before) continue
      const subject = subjectOf(cells, columns)
      const key = JSON.stringify(subject)
      const answered = known.has(key) ? known.get(key) : judged(judge, lists, subject)
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(key, answered)
      if (answered !== undefined) {
        counts[answered.status] = (counts[answered.status] ?? 0) + 1
        text += isLines
          ? `${JSON.stringify({ row, ...answered })}\n`
          : `${rowsOf(answered, String(row)).map(csvRow).join('\n')}\n`
      } else counts['not-affected'] = (counts['not-affected'] ?? 0) + 1
      if (done % BATCH === 0) flush()
      progress.at(done, share)
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    flush()
    throw new Fault(4, [error.issue])
  } finally {
    progress.end()
  }
  flush()
  output?.finish()
  if (isXlsx) await toXlsx(flags.out, lists)
  summarize(counts, done, lists, flags.out, terminal)
  return (counts['hits'] ?? 0) + (counts['not-comparable'] ?? 0) > 0 ? 2 : 0
}

function judged(
  judge: (lists: OpenLists, subject: Answer['query']) => Answer | undefined,
  lists: OpenLists,
  subject: Answer['query'],
): Answer | undefined {
  return judge(lists, subject)
}

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

interface Columns {
  readonly name: number
  readonly country: number | undefined
  readonly address: number | undefined
}

const USUAL_NAMES = [
  'name',
  'party',
  'party name',
  'company',
  'company name',
  'counterparty',
  'customer',
]

function columnsOf({ heading }: Table, flags: FileFlags, file: string): Columns {
  const find = (wanted: string): number => {
    const column = columnOf(heading, wanted, file)
    if (!column.ok) throw new Fault(4, column.issues)
    return column.value
  }
  const usual = heading.find((column) => USUAL_NAMES.includes(column.trim().toLowerCase()))
  const name = flags.nameColumn ?? usual
  if (name === undefined)
    throw new Fault(4, [
      {
        code: 'usage',
        message: 'which column has the names?',
        at: { file },
        help: `--name-column, one of: ${heading.join(', ')}`,
      },
    ])
  return {
    name: find(name),
    country: flags.countryColumn === undefined ? undefined : find(flags.countryColumn),
    address: flags.addressColumn === undefined ? undefined : find(flags.addressColumn),
  }
}

function subjectOf(cells: readonly string[], columns: Columns): Answer['query'] {
  const cell = (at: number | undefined): string | undefined => {
    const text = at === undefined ? '' : (cells[at] ?? '').trim()
    return text === '' ? undefined : text
  }
  const country = cell(columns.country)?.toUpperCase()
  const address = cell(columns.address)
  return {
    name: cell(columns.name) ?? '',
    ...(country !== undefined && { country }),
    ...(address !== undefined && { address }),
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

/** Puts the finished table, which stands beside as CSV, into a workbook, every cell as text, with the lists on a sheet of their own. */
async function toXlsx(file: string, lists: OpenLists): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const table = `${file}.csv`
  const { records } = csvRecords(readFileSync(table, 'utf8'))
  const cellOf = (value: string): { value: string; type: StringConstructor } => ({
    value: value.slice(0, MOST_LETTERS_OF_A_CELL),
    type: String,
  })
  const hits = records.map(({ cells }) => cells.map(cellOf))
  const basis = Object.entries(basisOf(lists)).flatMap(([key, value]) =>
    Array.isArray(value)
      ? (value as object[]).map((one) => Object.values(one).map((cell) => cellOf(String(cell))))
      : [[cellOf(key), cellOf(String(value))]],
  )
  const stream = writeXlsxFile([
    { data: hits, sheet: 'screening' },
    { data: basis, sheet: 'lists' },
  ])
  writeFileSync(`${file}.making`, await stream.toBuffer())
  renameSync(`${file}.making`, file)
  rmSync(table)
}

/** What a cell of a workbook may hold. */
const MOST_LETTERS_OF_A_CELL = 32_767
