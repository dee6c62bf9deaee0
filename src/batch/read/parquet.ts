import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, openDuckDb, quoted } from '../duckdb.ts'
import { rowChunks, type TableRow } from './row-chunks.ts'
import { damaged, unreadable, type Source } from './source.ts'

/** Types whose values are written as JSON, as a cell holds a list or a mapping. */
const NESTED = /^(STRUCT|MAP|UNION)\b|\[\d*\]$/

/** Opens a Parquet file. @throws Fault (exit 4) where it is damaged, or DuckDB is not installed. */
export async function openParquet(file: string): Promise<Source> {
  const db = await openDuckDb(file)
  const table = `read_parquet(${literal(file)})`
  const columns = await described(db, table, file)
  const counted = await db.runAndReadAll(`SELECT count(*)::INTEGER FROM ${table}`)
  const total = counted.getRows()[0]![0] as number
  let read = 0
  async function* rows(): AsyncGenerator<TableRow> {
    const texts = columns.map(({ name, type }) =>
      NESTED.test(type) ? `to_json(${quoted(name)})::VARCHAR` : `${quoted(name)}::VARCHAR`,
    )
    try {
      const result = await db.stream(`SELECT ${texts.join(', ')} FROM ${table}`)
      for await (const some of result.yieldRows())
        for (const values of some) {
          read += 1
          yield { cells: values.map((value) => (value ?? '') as string), row: read + 1 }
        }
    } catch (error) {
      throw damaged(file, read + 1, `the Parquet file is damaged (${firstLine(error)})`)
    }
    // A stream of DuckDB may end early without an error.
    if (read !== total) throw damaged(file, read + 1, `the file has ${total} rows and gave ${read}`)
  }
  return {
    headings: columns.map(({ name }) => name),
    delimiter: ',',
    remarks: [],
    wantsMark: false,
    share: () => (total === 0 ? 1 : read / total),
    chunks: (size) => rowChunks(rows(), size),
  }
}

async function described(
  db: DuckDBConnection,
  table: string,
  file: string,
): Promise<{ name: string; type: string }[]> {
  try {
    const found = await db.runAndReadAll(`DESCRIBE SELECT * FROM ${table}`)
    return found.getRows().map(([name, type]) => ({ name: name as string, type: type as string }))
  } catch (error) {
    throw unreadable(
      file,
      'bad-parquet',
      `the Parquet file is cut off, or is none (${firstLine(error)})`,
      'fetch the file again',
    )
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!
