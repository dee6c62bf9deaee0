import { createReadStream, statSync } from 'node:fs'
import type { Issue, Result } from '../errors.ts'
import { suggest } from '../suggest.ts'
import { csvScanner, type CsvRecord } from './csv.ts'

/** One row of a table that is read piece by piece, and how far the reading has come, 0 to 1. */
export interface TableRow {
  readonly cells: readonly string[]
  /** Row of the file, from 1 for the heading. */
  readonly row: number
  readonly share: number
}

/** A table that is larger than memory may be: its heading, and its rows as they are read. */
export interface Table {
  readonly heading: readonly string[]
  readonly rows: AsyncIterable<TableRow>
}

/**
 * Opens a CSV (comma, semicolon or tab) or XLSX file; the first row is the heading.
 * Rows stop with an error where the file is cut off inside a quoted cell, or is no UTF-8.
 */
export async function openTable(file: string): Promise<Result<Table>> {
  if (/\.xlsx$/i.test(file)) return openXlsx(file)
  const size = statSync(file).size
  const records = recordsOf(file, size)[Symbol.asyncIterator]()
  const first = await records.next()
  if (first.done === true)
    return failed({ code: 'empty', message: 'the file is empty', at: { file } })
  return {
    ok: true,
    value: { heading: first.value.cells, rows: { [Symbol.asyncIterator]: () => records } },
  }
}

const SNIFFED = 65_536

async function* recordsOf(file: string, size: number): AsyncGenerator<TableRow> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let scanner: ReturnType<typeof csvScanner> | undefined
  let [read, row, start] = [0, 0, '']
  const rowOf = ({ cells }: CsvRecord): TableRow => ({
    cells,
    row: (row += 1),
    share: size === 0 ? 1 : read / size,
  })
  for await (const chunk of createReadStream(file, { highWaterMark: SNIFFED })) {
    const bytes = chunk as Buffer
    read += bytes.length
    const text = decoded(() => decoder.decode(bytes, { stream: true }), file)
    scanner ??= csvScanner(separatorOf((start += text)))
    for (const record of scanner.push(text)) yield rowOf(record)
  }
  const rest = decoded(() => decoder.decode(), file)
  scanner ??= csvScanner()
  for (const record of scanner.push(rest)) yield rowOf(record)
  const { records, openQuoteAt } = scanner.end()
  if (openQuoteAt !== undefined)
    throw new TableError({
      code: 'truncated',
      message:
        'a quote is opened here and never closed: the file is cut off, or a cell has a stray quote',
      at: { file, line: openQuoteAt },
    })
  for (const record of records) yield rowOf(record)
}

/** Stops the reading of a table. */
export class TableError extends Error {
  readonly issue: Issue

  constructor(issue: Issue) {
    super(issue.message)
    this.name = 'TableError'
    this.issue = issue
  }
}

function decoded(decode: () => string, file: string): string {
  try {
    return decode()
  } catch {
    throw new TableError({
      code: 'not-utf-8',
      message: 'the file is not UTF-8',
      at: { file },
      help: 'save it as "CSV UTF-8"',
    })
  }
}

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (separator: string): number => bare.split(separator).length
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',')
}

async function openXlsx(file: string): Promise<Result<Table>> {
  const { readSheet } = await import('read-excel-file/node')
  let sheet: readonly (readonly unknown[])[]
  try {
    sheet = await readSheet(file)
  } catch (error) {
    const message = `can't be read as XLSX: ${error instanceof Error ? error.message : String(error)}`
    return failed({ code: 'bad-xlsx', message, at: { file } })
  }
  const [heading, ...rows] = sheet.map((row) => row.map(cellText))
  if (heading === undefined)
    return failed({ code: 'empty', message: 'the sheet is empty', at: { file } })
  async function* each(): AsyncGenerator<TableRow> {
    for (const [i, cells] of rows.entries())
      yield { cells, row: i + 2, share: (i + 1) / rows.length }
  }
  return { ok: true, value: { heading, rows: each() } }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const failed = (issue: Issue): Result<never> => ({ ok: false, issues: [issue] })

/** The place of a column: by its heading, or by its letter (`B`), or by its number from 1. */
export function columnOf(heading: readonly string[], wanted: string, file: string): Result<number> {
  const plain = (text: string): string => text.trim().toLowerCase()
  const named = heading.findIndex((name) => plain(name) === plain(wanted))
  if (named >= 0) return { ok: true, value: named }
  const at = /^[A-Za-z]{1,2}$/.test(wanted)
    ? [...wanted.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    : /^\d+$/.test(wanted)
      ? Number(wanted) - 1
      : -1
  if (at >= 0 && at < heading.length) return { ok: true, value: at }
  const near = suggest(wanted, heading)
  const help =
    near === undefined ? `columns here: ${heading.join(', ')}` : `did you mean \`${near}\`?`
  return failed({ code: 'unknown-column', message: `no column \`${wanted}\``, at: { file }, help })
}
