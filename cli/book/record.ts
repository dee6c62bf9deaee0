import { basename } from 'node:path'
import { fileDeterminations, type Filed, type FiledBy } from '../../src/book/filing.ts'
import type { Determination } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import type { ReadCase } from '../../src/facts/read-case.ts'
import { grounds } from '../../src/what-if/grounds.ts'
import { readProfiles } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'
import { bookOf, filerOf, filingOf, programDigest } from './open.ts'
import type { RecordFlags } from './options.ts'

/** A case and what was determined of it. */
export interface Judged {
  readonly read: ReadCase
  readonly determination: Determination
}

/** Files what was determined and says so, once it is on disk. */
export function record(
  judged: readonly Judged[],
  flags: RecordFlags & {
    readonly assume: readonly string[]
    readonly maxAge?: number
    readonly acceptStale?: boolean
  },
  engine: Engine,
  terminal: Terminal,
  listBytes: FiledBy['listBytes'] = () => undefined,
): void {
  const book = bookOf(flags)
  const profiles = readProfiles(flags.assume, engine)
  const all = judged.map(({ read, determination }) => ({
    case: read.case,
    determination,
    ...grounds(engine, read.case, determination, profiles),
    source: { name: basename(read.file), text: read.text },
  }))
  const filedBy = {
    by: filerOf(flags),
    authority: flags.authority ?? null,
    reason: flags.reason ?? null,
    references: flags.ref,
    profiles,
    screeningTerms: {
      mostDays: flags.maxAge ?? null,
      acceptStale: flags.acceptStale === true,
    },
    program: programDigest(),
    listBytes,
  }
  const filed = fileDeterminations(book, engine, all, filedBy, filingOf(book, flags, terminal))
  for (const one of filed) terminal.stderr.write(`${sayFiled(one)}\n`)
}

const sayFiled = ({ record: id, entry, isNew }: Filed): string =>
  isNew
    ? `filed ${id} as entry ${entry.seq}, hash ${entry.hash}`
    : `${id} is filed already, as entry ${entry.seq}: the determination is the same`
