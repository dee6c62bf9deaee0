import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { csvRecords } from '../../src/tables/csv.ts'
import { basisOf, type OpenLists } from './open-lists.ts'

/** Puts the finished table, which stands beside as CSV, into a workbook, every cell as text, with the lists on a sheet of their own. */
export async function toXlsx(file: string, lists: OpenLists): Promise<void> {
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
