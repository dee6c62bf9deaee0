import { existsSync, statSync } from 'node:fs'
import { Fault } from '../../errors.ts'
import { openCsv } from './csv.ts'
import { openNdjson } from './ndjson.ts'
import { openXlsx } from './xlsx.ts'
import { openParquet } from './parquet.ts'
import type { Source } from './source.ts'
import type { Encoding } from './encoding.ts'

/** What a user may say of how a table is to be read. */
export interface ReadingFlags {
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheet?: readonly string[]
}

/** Opens a table by the ending of its name; what has no known one is read as CSV. @throws Fault (exit 4). */
export async function openSource(
  file: string,
  flags: ReadingFlags,
  knows: (heading: string) => boolean,
): Promise<Source> {
  if (!existsSync(file))
    throw new Fault(4, [{ code: 'no-such-file', message: 'no such file or folder', at: { file } }])
  if (statSync(file).isDirectory())
    throw new Fault(4, [
      { code: 'folder', message: 'a folder stands where a file is needed', at: { file } },
    ])
  if (/\.parquet$/i.test(file)) return openParquet(file)
  if (/\.xlsx$/i.test(file)) return openXlsx(file, { sheets: flags.sheet, knows })
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(file)) return openNdjson(file, flags.encoding)
  return openCsv(file, flags)
}
