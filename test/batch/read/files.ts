import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowsOf } from '../../../src/batch/read/cells.ts'
import { openSource, type ReadingFlags } from '../../../src/batch/read/open.ts'
import type { Source } from '../../../src/batch/read/source.ts'
import { Fault } from '../../../src/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'licet-read-'))

/** A file with these bytes. */
export function fileOf(name: string, bytes: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** What reading a table gave: a row is its cells, or what is wrong with it. */
export interface ReadTable extends Pick<
  Source,
  'headings' | 'delimiter' | 'remarks' | 'wantsMark'
> {
  readonly rows: (string | string[])[]
  /** Numbers and sheets of the rows. */
  readonly places: string[]
  /** How reading ended, where not at the end of the file. */
  readonly fault: string | undefined
}

/** Reads a table whole, every column of which is needed. */
export async function readTable(
  file: string,
  flags: ReadingFlags = {},
  knows: (heading: string) => boolean = () => true,
): Promise<ReadTable> {
  const source = await openSource(file, flags, knows)
  const { headings, delimiter, remarks, wantsMark } = source
  const needed = new Set(headings.map((_, i) => i))
  const table = { headings, delimiter, remarks, wantsMark }
  const rows: (string | string[])[] = []
  const places: string[] = []
  let fault: string | undefined
  try {
    for await (const chunk of source.chunks({ rows: 2, letters: 1_000_000 }, needed))
      for (const [i, row] of rowsOf(chunk, delimiter).entries()) {
        const { code, column } = row.fault ?? {}
        rows.push(
          code === undefined ? [...row.cells] : column === undefined ? code : `${code} ${column}`,
        )
        const sheet = chunk.sheet === undefined ? '' : `${chunk.sheet} `
        places.push(`${sheet}${chunk.firstRow + i}`)
      }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    fault = error.message
  }
  return { ...table, rows, places, fault }
}

/** The message with which opening a table fails. */
export const failing = (file: string, flags: ReadingFlags = {}): Promise<string> =>
  openSource(file, flags, () => true).then(
    () => 'opened',
    (error: unknown) => (error instanceof Fault ? error.message : 'no fault'),
  )
