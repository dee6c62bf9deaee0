import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { BadRecord, Chunk } from '../chunk.ts'

/** A row as it was read: its cells, its text without the line end, and what is wrong with it. */
export interface Row {
  readonly cells: readonly string[]
  readonly text: string
  /** Whether `splitCells` gives its cells. */
  readonly isPlain: boolean
  readonly fault?: Omit<BadRecord, 'at'>
}

/**
 * Reads the rows of a chunk, as many as it has records, and gives each with its number, from 0. A record without a
 * quote is split, and so is one whose quoted cells are plain; all others are read by csv-parse at once, after these.
 * @throws where the two do not agree on how many there are.
 */
export function eachRow(
  { text, ends, bad }: Pick<Chunk, 'text' | 'ends' | 'bad'>,
  delimiter: string,
  take: (row: Row, at: number) => void,
): void {
  const faults = new Map(bad.map((one) => [one.at, one]))
  const quoted: { readonly at: number; readonly text: string }[] = []
  let start = 0
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at]!
    const record = textOf(text, start, end)
    start = end
    const fault = faults.size === 0 ? undefined : faults.get(at)
    if (fault !== undefined) {
      const cells = cellsOfBad(record, fault, delimiter)
      take({ cells, text: record, isPlain: false, fault }, at)
      continue
    }
    const cells = splitCells(record, delimiter)
    if (cells === undefined) quoted.push({ at, text: record })
    else take({ cells, text: record, isPlain: true }, at)
  }
  if (quoted.length > 0) parseQuoted(quoted, delimiter, take)
}

/** The rows of a chunk in their order. */
export function rowsOf(chunk: Pick<Chunk, 'text' | 'ends' | 'bad'>, delimiter: string): Row[] {
  const rows = new Array<Row>(chunk.ends.length)
  eachRow(chunk, delimiter, (row, at) => {
    rows[at] = row
  })
  return rows
}

/**
 * The cells of a record in which every quote opens or closes a cell that holds neither a quote nor a line end;
 * undefined where one does not, which is for csv-parse to read.
 */
export const splitCells = (record: string, delimiter: string): string[] | undefined =>
  record.includes('"') ? cellsOfQuoted(record, delimiter) : record.split(delimiter)

/** A record without its line end and without the empty lines before it. */
function textOf(text: string, start: number, end: number): string {
  let [from, to] = [start, end]
  while (from < to && isLineEnd(text.charCodeAt(from))) from += 1
  if (to > from && text.charCodeAt(to - 1) === LF) to -= 1
  if (to > from && text.charCodeAt(to - 1) === CR) to -= 1
  return text.slice(from, to)
}

function cellsOfQuoted(record: string, delimiter: string): string[] | undefined {
  if (record.includes('\n') || record.includes('\r')) return undefined
  const parts = record.split('"')
  // The parts by turns stand outside quotes and inside.
  if (parts.length % 2 === 0) return undefined
  const cells: string[] = []
  const last = parts.length - 1
  for (let i = 0; i <= last; i += 2) {
    const outside = parts[i]!
    const opens = i === last || (i === 0 && outside === '') || outside.endsWith(delimiter)
    const closed = i === 0 || (i === last && outside === '') || outside.startsWith(delimiter)
    if (!opens || !closed) return undefined
    const between = outside.split(delimiter)
    // What stands at an end that touches a quote is the empty text beside the delimiter there.
    cells.push(...between.slice(i === 0 ? 0 : 1, i === last ? between.length : -1))
    if (i < last) cells.push(parts[i + 1]!)
  }
  return cells
}

/** What can be read of a bad record: all of it where one cell is to blame, nothing where it is no record. */
const cellsOfBad = (record: string, { column }: BadRecord, delimiter: string): readonly string[] =>
  column === undefined ? [] : parsedAlone(record, delimiter).cells

const [CR, LF] = [0x0d, 0x0a]
const isLineEnd = (code: number): boolean => code === CR || code === LF

function parseQuoted(
  records: readonly { readonly at: number; readonly text: string }[],
  delimiter: string,
  take: (row: Row, at: number) => void,
): void {
  const parsed = parsedTogether(
    records.map(({ text }) => text),
    delimiter,
  )
  for (const [k, { at, text }] of records.entries()) {
    const cells = parsed?.[k]
    take(cells === undefined ? parsedAlone(text, delimiter) : { cells, text, isPlain: false }, at)
  }
}

const optionsOf = (delimiter: string): object => ({
  delimiter,
  record_delimiter: '\n',
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
})

function parsedTogether(
  records: readonly string[],
  delimiter: string,
): readonly (readonly string[])[] | undefined {
  try {
    const parsed = parse(`${records.join('\n')}\n`, optionsOf(delimiter))
    return parsed.length === records.length ? parsed : undefined
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

function parsedAlone(text: string, delimiter: string): Row {
  const wrong = (message: string): Row => ({
    cells: [],
    text,
    isPlain: false,
    fault: { code: 'bad-record', message },
  })
  try {
    const parsed = parse(`${text}\n`, optionsOf(delimiter))
    return parsed.length === 1
      ? { cells: parsed[0]!, text, isPlain: false }
      : wrong(`the row reads as ${parsed.length} rows`)
  } catch (error) {
    if (error instanceof CsvError) return wrong(error.message)
    throw error
  }
}
