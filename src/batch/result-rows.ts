import { csvCell } from '../tables/csv.ts'
import { RESULT_COLUMNS } from './decision.ts'
import type { Plan } from './plan.ts'

/** Writes the rows of the results: every column of the input, then what was decided. */
export interface ResultWriter {
  /** The beginning of the file. */
  readonly heading: string
  /** What stands behind a row of the input. */
  readonly suffix: (values: readonly string[]) => string
  /** The same without the last value, for all rows of a decision; and the last, which each row has of its own. */
  readonly stem: (values: readonly string[]) => string
  readonly last: (value: string) => string
  /** A row of the input with what was decided of it. */
  readonly row: (text: string, cells: readonly string[], suffix: string) => string
}

/** The writer of a plan's format. */
export function resultWriter(
  plan: Pick<Plan, 'format' | 'headings' | 'delimiter' | 'guardsFormulas'>,
): ResultWriter {
  return plan.format === 'csv' ? csvWriter(plan) : ndjsonWriter(plan)
}

function csvWriter({
  headings,
  delimiter,
  guardsFormulas,
}: Pick<Plan, 'headings' | 'delimiter' | 'guardsFormulas'>): ResultWriter {
  const cellOf = (text: string): string => {
    const cell = guardsFormulas && isFormula(text) ? `'${text}` : text
    return cell.includes(delimiter) && !/[",\r\n]/.test(cell) ? `"${cell}"` : csvCell(cell)
  }
  const escaped =
    delimiter === '|' || delimiter === '\t' ? `\\${delimiter === '|' ? '|' : 't'}` : delimiter
  // A row that may hold a formula is written cell by cell; all others as they stand in the file.
  const suspicious = new RegExp(`(?:^|${escaped})"?[=+\\-@\\t\\r\\n|%]`)
  const joined = (cells: readonly string[]): string => cells.map(cellOf).join(delimiter)
  return {
    heading: `${joined([...headings, ...RESULT_COLUMNS])}\n`,
    suffix: (values) => `${delimiter}${joined(values)}\n`,
    stem: (values) => `${delimiter}${joined(values)}${delimiter}`,
    last: (value) => (value === '' ? '\n' : `${cellOf(value)}\n`),
    row: (text, cells, suffix) =>
      (cells.length === headings.length && !(guardsFormulas && suspicious.test(text))
        ? text
        : joined(headings.map((_, i) => cells[i] ?? ''))) + suffix,
  }
}

/** A cell that a spreadsheet takes for a formula; a plain number is none. */
const isFormula = (text: string): boolean =>
  /^[=+\-@\t\r\n|%]/.test(text) && !/^[+-]?\d+([.,]\d+)*$/.test(text)

const NAMES = RESULT_COLUMNS.map((column) => column.slice('licet_'.length))
const LAST = NAMES.at(-1)!
const pairs = (values: readonly string[]): string[] =>
  values.map((value, i) => `"${NAMES[i]!}":${JSON.stringify(value)}`)

function ndjsonWriter({ headings }: Pick<Plan, 'headings'>): ResultWriter {
  const keys = headings.map((heading) => `${JSON.stringify(heading)}:`)
  return {
    heading: '',
    suffix: (values) => `"licet":{${pairs(values).join(',')}}}\n`,
    stem: (values) => `"licet":{${pairs(values).join(',')},`,
    last: (value) => `"${LAST}":${JSON.stringify(value)}}}\n`,
    row: (_, cells, suffix) =>
      `{${keys.map((key, i) => `${key}${JSON.stringify(cells[i] ?? '')},`).join('')}${suffix}`,
  }
}
