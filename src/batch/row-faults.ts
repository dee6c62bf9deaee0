import type { Issue } from '../errors.ts'
import type { Engine } from '../engine.ts'
import { dateFault } from '../facts/fact-schema.ts'
import { checked } from '../facts/schema-words.ts'
import type { Case } from '../facts/case.ts'
import type { Layout } from './layout.ts'
import type { Column, Plan } from './plan.ts'
import type { Row } from './read/cells.ts'

/** What is wrong with a row, and with which column, where one is to blame. */
export interface RowFault {
  readonly issue: Omit<Issue, 'at'>
  readonly column?: string
}

/** Letters that no text has, or that stand for bytes that are none. */
// oxlint-disable-next-line no-control-regex -- these are the letters looked for
export const STRANGE = /[\u0000\u0001\ufffd]/

/** What keeps a row from being read at all, before a case is made of it. */
export function shapeFault({ cells, text, fault }: Row, plan: Plan): RowFault | undefined {
  if (fault !== undefined) {
    const { column, ...issue } = fault
    return { issue, ...(column !== undefined && { column }) }
  }
  const { headings } = plan
  if (cells.length !== headings.length)
    return {
      issue: {
        code: 'wrong-width',
        message: `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the heading ${headings.length}`,
        help: 'a delimiter is missing, or one too many; a cell that holds one stands in quotes',
      },
    }
  if (!STRANGE.test(text)) return cells.some((cell) => cell.trim() !== '') ? undefined : EMPTY
  const at = cells.findIndex((cell) => STRANGE.test(cell))
  const column = headings[at]
  const isUndecoded = cells[at]!.includes('\ufffd')
  return {
    issue: {
      code: isUndecoded ? 'not-text' : 'control-character',
      message: isUndecoded
        ? 'the cell has bytes that are no letters in the encoding of the file'
        : 'the cell has a control character, such as NUL',
      ...(isUndecoded && { help: 'say --encoding where it is not the one that was found' }),
    },
    ...(column !== undefined && { column }),
  }
}

const EMPTY: RowFault = { issue: { code: 'empty-row', message: 'every cell of the row is empty' } }

const LONGEST_LINE = 2000

/** What is wrong with cells that decide nothing, and that each row has of its own. */
export function carriedFault(cells: readonly string[], { carried }: Layout): RowFault | undefined {
  for (const column of carried) {
    const text = (cells[column.at] ?? '').trim()
    if (text === '') continue
    const message =
      column.path[0] === 'date'
        ? dateFault(column.values?.[text] ?? text)
        : text.length > LONGEST_LINE
          ? `the text has ${text.length} letters; it may have ${LONGEST_LINE}`
          : undefined
    if (message !== undefined)
      return { issue: { code: 'bad-value', message }, column: column.heading }
  }
  return undefined
}

/** Reads a case by the schema; a fault names the column that the value came from. */
export function readRowCase(
  input: unknown,
  engine: Engine,
  plan: Plan,
  filled: () => readonly Column[],
): { readonly value: Case } | { readonly fault: RowFault } {
  const read = checked(engine.schema, input, {
    value: input,
    place: (path) => ({ file: plan.file, path: path.join('.') }),
  })
  if ('value' in read) return read
  const [first] = read.issues
  const { at, ...issue } = first!
  const column = columnAt(at.path ?? '', filled())
  return { fault: { issue, ...(column !== undefined && { column: column.heading }) } }
}

/** The column whose path is the place of a fault, or the nearest that leads to it or lies below it. */
function columnAt(path: string, columns: readonly Column[]): Column | undefined {
  const own = columns.map((column) => ({ column, path: column.path.join('.') }))
  return (
    own.find((one) => one.path === path) ??
    own.find((one) => path.startsWith(`${one.path}.`)) ??
    own.find((one) => one.path.startsWith(`${path}.`))
  )?.column
}
