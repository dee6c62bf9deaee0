import { existsSync, statSync } from 'node:fs'
import { Fault } from '../../errors.ts'
import { openCsv, type Source } from './csv.ts'
import type { Encoding } from './encoding.ts'

/** What a user may say of how a table is to be read. */
export interface ReadingFlags {
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheets?: readonly string[]
}

/** Opens a table by the ending of its name; what has no known one is read as CSV. @throws Fault (exit 4). */
export async function openSource(file: string, flags: ReadingFlags): Promise<Source> {
  if (!existsSync(file))
    throw new Fault(4, [{ code: 'no-such-file', message: 'no such file or folder', at: { file } }])
  if (statSync(file).isDirectory())
    throw new Fault(4, [
      { code: 'folder', message: 'a folder stands where a file is needed', at: { file } },
    ])
  return openCsv(file, flags)
}
