import { parseXml, type Element } from '../../lists/xml.ts'
import type { BadRecord } from '../chunk.ts'

/** What cells refer to. */
export interface Styles {
  readonly shared: readonly string[]
  /** By style of a cell, whether its number is a day. */
  readonly dates: readonly boolean[]
  /** Days count from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean
}

/** A cell as text, or what keeps it from having a value. */
export interface SheetCell {
  readonly text: string
  readonly fault?: Omit<BadRecord, 'at' | 'column'>
}

/** The cells of a `<row>`, by their column from 0. @throws where the row is no XML. */
export function cellsOfRow(xml: string, styles: Styles): Map<number, SheetCell> {
  const row = parseXml(xml.replace(/<(\/?)\w+:/g, '<$1'))
  if ('issue' in row) throw new Error(row.issue)
  const cells = new Map<number, SheetCell>()
  let next = 0
  for (const cell of row.children) {
    if (cell.name !== 'c') continue
    const at = cell.attributes['r'] === undefined ? next : columnOf(cell.attributes['r'])
    next = at + 1
    const read = cellOf(cell, styles)
    if (read.text !== '' || read.fault !== undefined) cells.set(at, read)
  }
  return cells
}

/** `AB12` is column 27. */
export const columnOf = (place: string): number =>
  [...place.replace(/\d+$/, '')].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1

const child = ({ children }: Element, name: string): Element | undefined =>
  children.find((one) => one.name === name)

function cellOf(cell: Element, { shared, dates, from1904 }: Styles): SheetCell {
  const value = child(cell, 'v')?.text ?? ''
  const isFormula = child(cell, 'f') !== undefined
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return { text: shared[Number(value)] ?? '' }
    case 'inlineStr':
      return { text: textOf(child(cell, 'is')) }
    case 'str':
    case 'd':
      return { text: unescaped(value) }
    case 'b':
      return { text: value === '1' ? 'true' : 'false' }
    case 'e':
      return {
        text: value,
        fault: {
          code: 'cell-error',
          message: `the cell has the error ${value}`,
          help: 'mend the formula in the workbook',
        },
      }
    default:
      if (value === '' && isFormula)
        return {
          text: '',
          fault: {
            code: 'no-value',
            message: 'the cell has a formula and no value',
            help: 'open the workbook in a spreadsheet program and save it, which works the value out',
          },
        }
      if (value === '') return { text: '' }
      return {
        text:
          dates[Number(cell.attributes['s'] ?? 0)] === true
            ? dayOf(Number(value), from1904)
            : String(Number(value)),
      }
  }
}

const DAY = 86_400_000

/** A day number of a spreadsheet as an ISO date; the time of the day is left out, since law dates have none. */
function dayOf(days: number, from1904: boolean): string {
  // Spreadsheets count a 29 February 1900 that never was, so that day 61 is 1 March 1900.
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(first + Math.floor(days) * DAY).toISOString().slice(0, 10)
}

/** The text of a string item: its runs, without how they are pronounced. */
export function textOf(item: Element | undefined): string {
  if (item === undefined) return ''
  const own = item.children.flatMap((one) =>
    one.name === 't' ? [one.text] : one.name === 'r' ? [child(one, 't')?.text ?? ''] : [],
  )
  return unescaped(own.join(''))
}

/** Letters that XML can't hold are written `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
