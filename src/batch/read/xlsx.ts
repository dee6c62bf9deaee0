import { rowChunks, type TableRow } from './row-chunks.ts'
import { unreadable, type Source } from './source.ts'
import { bookOf, type Sheet } from './xlsx-book.ts'
import { cellsOfRow, columnOf, type SheetCell, type Styles } from './xlsx-cells.ts'
import { openZip, type ZipFile } from './zip-file.ts'

/** A row of a sheet as it stands there. */
interface SheetRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, SheetCell>
}

/** A sheet that is read: where its columns stand among the headings of all. */
interface Reading {
  readonly sheet: Sheet
  readonly heading: number
  readonly places: ReadonlyMap<number, number>
}

/** Which sheets of a workbook are meant: those named, else those with a heading that is known. */
export interface SheetChoice {
  readonly sheets?: readonly string[] | undefined
  readonly knows: (heading: string) => boolean
}

/**
 * Opens a workbook. The first row of a sheet that is not empty has its headings; sheets with other headings
 * than the first add theirs behind. Where more than one is read, a last column tells which.
 * @throws Fault (exit 4) where it is damaged, or no sheet is meant.
 */
export async function openXlsx(file: string, { sheets, knows }: SheetChoice): Promise<Source> {
  const zip = await openZip(file)
  const book = await bookOf(zip).catch((error: unknown) => {
    throw unreadable(file, 'bad-xlsx', `the workbook is damaged (${messageOf(error)})`)
  })
  const names = book.sheets.map(({ name }) => name)
  for (const wanted of sheets ?? [])
    if (!names.includes(wanted))
      throw unreadable(
        file,
        'no-sheet',
        `no sheet \`${wanted}\``,
        `sheets here: ${names.join(', ')}`,
      )
  const headings: string[] = []
  const readings: Reading[] = []
  const remarks: string[] = []
  for (const sheet of book.sheets.filter(({ name }) => sheets?.includes(name) ?? true)) {
    const first = await firstRow(zip, sheet, book.styles, file)
    const titles = new Map([...(first?.cells ?? [])].map(([at, { text }]) => [at, text.trim()]))
    if (sheets === undefined && ![...titles.values()].some(knows)) {
      remarks.push(`${file}: sheet ${sheet.name} is not read, since no heading of it is known`)
      continue
    }
    const places = new Map<number, number>()
    const taken = new Set<number>()
    for (const [at, title] of titles) {
      let place = headings.findIndex((one, i) => one === title && !taken.has(i))
      if (place < 0) place = headings.push(title) - 1
      taken.add(place)
      places.set(at, place)
    }
    readings.push({ sheet, heading: first?.row ?? 1, places })
  }
  if (readings.length === 0)
    throw unreadable(
      file,
      'empty',
      'no sheet has a heading that is known',
      `sheets here: ${names.join(', ')}`,
    )
  if (readings.length > 1) headings.push('sheet')
  let done = 0
  async function* rows(needed: ReadonlySet<number>): AsyncGenerator<TableRow> {
    for (const reading of readings) {
      yield* rowsOfSheet(zip, reading, book.styles, headings, needed, readings.length > 1, file)
      done += 1
    }
  }
  return {
    headings,
    delimiter: ',',
    remarks,
    wantsMark: true,
    share: () => done / readings.length,
    chunks: (size, needed) => rowChunks(rows(needed), size),
  }
}

async function firstRow(
  zip: ZipFile,
  sheet: Sheet,
  styles: Styles,
  file: string,
): Promise<SheetRow | undefined> {
  for await (const row of rowsIn(zip, sheet, styles, file)) if (row.cells.size > 0) return row
  return undefined
}

async function* rowsOfSheet(
  zip: ZipFile,
  { sheet, heading, places }: Reading,
  styles: Styles,
  headings: readonly string[],
  needed: ReadonlySet<number>,
  tellsSheet: boolean,
  file: string,
): AsyncGenerator<TableRow> {
  const merges = await mergesOf(zip, sheet)
  for await (const { row, cells } of rowsIn(zip, sheet, styles, file)) {
    if (row <= heading) continue
    const own = Array.from<string>({ length: headings.length }).fill('')
    let fault: TableRow['fault']
    let isEmpty = true
    const covering = merges.filter(({ from, to }) => row >= from.row && row <= to.row)
    for (const [at, place] of places) {
      const cell = cells.get(at)
      if (cell !== undefined) {
        own[place] = cell.text
        isEmpty = false
      }
      const merge = covering.find((one) => covers(one, row, at))
      if (merge !== undefined) isEmpty = false
      if (fault !== undefined || !needed.has(place)) continue
      const column = headings[place]!
      if (cell?.fault !== undefined) fault = { ...cell.fault, column }
      else if (merge !== undefined)
        fault = {
          code: 'merged-cell',
          message: `the cell is merged with another (${merge.place}) and has no value of its own`,
          help: 'unmerge the cells and write the value into each',
          column,
        }
    }
    if (isEmpty) continue
    if (tellsSheet) own[headings.length - 1] = sheet.name
    yield { cells: own, row, sheet: sheet.name, ...(fault !== undefined && { fault }) }
  }
}

/** The rows of a sheet in their order, each as soon as its text is complete. */
async function* rowsIn(
  zip: ZipFile,
  sheet: Sheet,
  styles: Styles,
  file: string,
): AsyncGenerator<SheetRow> {
  let rest = ''
  let row = 0
  const opened = /<(?:\w+:)?row\b([^>]*?)(\/?)>/g
  for await (const piece of zip.pieces(sheet.part)) {
    rest += piece
    for (;;) {
      opened.lastIndex = 0
      const found = opened.exec(rest)
      if (found === null) break
      const [open, attributes = '', isEmpty] = found
      const close = isEmpty === '/' ? found.index + open.length : closeOf(rest, opened.lastIndex)
      if (close < 0) break
      row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? row + 1)
      try {
        yield { row, cells: cellsOfRow(rest.slice(found.index, close), styles) }
      } catch (error) {
        throw unreadable(file, 'bad-xlsx', `sheet ${sheet.name}, row ${row}: ${messageOf(error)}`)
      }
      rest = rest.slice(close)
    }
  }
}

function closeOf(text: string, from: number): number {
  const close = /<\/(?:\w+:)?row>/g
  close.lastIndex = from
  const found = close.exec(text)
  return found === null ? -1 : found.index + found[0].length
}

interface Merge {
  readonly place: string
  readonly from: { readonly row: number; readonly column: number }
  readonly to: { readonly row: number; readonly column: number }
}

/** Whether a merge takes a cell's place without having its value there. */
const covers = ({ from, to }: Merge, row: number, column: number): boolean =>
  column >= from.column &&
  column <= to.column &&
  row <= to.row &&
  !(row === from.row && column === from.column)

/** The merged cells of a sheet, which stand behind its rows. */
async function mergesOf(zip: ZipFile, sheet: Sheet): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  const ref = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
  for await (const piece of zip.pieces(sheet.part)) {
    const text = rest + piece
    for (const [, left, top, right, bottom] of text.matchAll(ref))
      merges.push({
        place: `${left}${top}:${right}${bottom}`,
        from: { row: Number(top), column: columnOf(left!) },
        to: { row: Number(bottom), column: columnOf(right!) },
      })
    // A piece may end inside of an element.
    rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 200))
    if (rest.includes('>')) rest = ''
  }
  return merges
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
