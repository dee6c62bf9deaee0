import { renameSync } from 'node:fs'
import { literal, openDuckDb } from '../duckdb.ts'
import type { CsvResults } from './xlsx.ts'

/**
 * Makes Parquet of the results in CSV, every column as text.
 * @throws where not every row has come over.
 */
export async function csvToParquet(
  csv: string,
  file: string,
  { rows, delimiter }: CsvResults,
): Promise<void> {
  const db = await openDuckDb(file)
  const making = `${file}.making`
  const table = `read_csv(${literal(csv)}, header = true, all_varchar = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', new_line = '\\n', null_padding = false, strict_mode = false, max_line_size = 4194304)`
  await db.run(`COPY (SELECT * FROM ${table}) TO ${literal(making)} (FORMAT parquet)`)
  const counted = await db.runAndReadAll(
    `SELECT count(*)::INTEGER FROM read_parquet(${literal(making)})`,
  )
  const found = counted.getRows()[0]![0] as number
  if (found !== rows) throw new Error(`${rows} rows were to come to ${file}, and ${found} came`)
  db.closeSync()
  renameSync(making, file)
}
