import type { DuckDBConnection } from '@duckdb/node-api'
import { Fault } from '../errors.ts'

/**
 * Opens DuckDB in memory, which reads and writes Parquet. It is an optional part of the installation.
 * @throws Fault (exit 4) where it is not installed.
 */
export async function openDuckDb(file: string): Promise<DuckDBConnection> {
  try {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '768MB',
      threads: '2',
      preserve_insertion_order: 'true',
    })
    return await instance.connect()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Fault(4, [
      {
        code: 'no-duckdb',
        message: 'Parquet needs DuckDB, which is not installed',
        at: { file },
        help: 'npm install @duckdb/node-api, or use CSV or NDJSON',
      },
    ])
  }
}

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name of a column in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
