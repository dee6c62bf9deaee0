import { csvCell } from '../tables/csv.ts'
import { RESULT_COLUMNS } from './decision.ts'
import type { Plan } from './plan.ts'

/** Writes the rows of the results: every column of the input, then what was decided. */
export interface ResultWriter {
  /** The beginning of the file. */
  readonly heading: string
  /** A row of the input; `isWhole` is whether it has a cell for each heading. */
  readonly row: (text: string, isWhole: boolean, cells: () => readonly string[]) => string
  /** A value of what was decided, by its place among the result columns, with what stands before it. */
  readonly value: (at: number, value: string) => string
  /** What ends a row. */
  readonly end: string
}

/** What stands behind a row of the input. */
export const suffixOf = (writer: ResultWriter, values: readonly string[]): string =>
  values.map((value, at) => writer.value(at, value)).join('') + writer.end

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
    row: (text, isWhole, cellsOfRow) => {
      if (isWhole && !(guardsFormulas && suspicious.test(text))) return text
      const cells = cellsOfRow()
      return joined(headings.map((_, i) => cells[i] ?? ''))
    },
    value: (_, value) => (value === '' ? delimiter : `${delimiter}${cellOf(value)}`),
    end: '\n',
  }
}

/** A cell that a spreadsheet takes for a formula; a plain number is none. */
const isFormula = (text: string): boolean =>
  /^[=+\-@\t\r\n|%]/.test(text) && !/^[+-]?\d+([.,]\d+)*$/.test(text)

const NAMES = RESULT_COLUMNS.map((column) => column.slice('licet_'.length))

function ndjsonWriter({ headings }: Pick<Plan, 'headings'>): ResultWriter {
  const keys = headings.map((heading) => `${JSON.stringify(heading)}:`)
  return {
    heading: '',
    row: (_text, _isWhole, cellsOfRow) => {
      const cells = cellsOfRow()
      return `{${keys.map((key, i) => `${key}${JSON.stringify(cells[i] ?? '')},`).join('')}"licet":{`
    },
    value: (at, value) => `${at === 0 ? '' : ','}"${NAMES[at]!}":${JSON.stringify(value)}`,
    end: '}}\n',
  }
}
