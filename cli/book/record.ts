import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { fault } from '../../src/book/faults.ts'
import type { Reference } from '../../src/book/bodies.ts'
import { fileDeterminations, type Filed } from '../../src/book/filing.ts'
import type { Determination } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import type { ReadCase } from '../../src/facts/read-case.ts'
import { readProfiles } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'
import { bookOf, filerOf, filingOf, filingOptions, programDigest, type BookFlags } from './open.ts'

/** What `check` needs to know to file what it found. */
export interface RecordFlags extends BookFlags {
  readonly record?: boolean
  readonly reason?: string
  readonly authority?: string
  readonly ref: readonly Reference[]
}

/** A case and what was determined of it. */
export interface Judged {
  readonly read: ReadCase
  readonly determination: Determination
}

/** Adds what a command takes that files what it determines. */
export function recordOptions(command: Command): void {
  command.option('--record', 'file the determinations in the book')
  filingOptions(command)
    .option('--reason <text>', 'why a case is filed anew: what was wrong with the version before')
    .option('--authority <text>', 'on what authority the preparer acts')
    .addOption(
      new Option('--ref <system=id>', 'number of the deal in another system; may be repeated')
        .argParser(referenceOf)
        .default([], 'none'),
    )
}

function referenceOf(value: string, earlier: readonly Reference[] | undefined): Reference[] {
  const cut = value.indexOf('=')
  if (cut < 1 || cut === value.length - 1)
    throw fault('bad-reference', `\`${value}\` names no system`, '--ref', 'write ERP=4500012345')
  return [...(earlier ?? []), { system: value.slice(0, cut), id: value.slice(cut + 1) }]
}

/** Files what was determined and says so, once it is on disk. */
export function record(
  judged: readonly Judged[],
  flags: RecordFlags & { readonly assume: readonly string[] },
  engine: Engine,
  terminal: Terminal,
): void {
  const book = bookOf(flags)
  const all = judged.map(({ read, determination }) => ({
    case: read.case,
    determination,
    source: { name: basename(read.file), text: read.text },
  }))
  const filedBy = {
    by: filerOf(flags),
    authority: flags.authority ?? null,
    reason: flags.reason ?? null,
    references: flags.ref,
    profiles: readProfiles(flags.assume, engine),
    program: programDigest(),
    // No list is searched yet: a case says itself on which lists a party is.
    listBytes: () => undefined,
  }
  const filed = fileDeterminations(book, engine, all, filedBy, filingOf(book, flags, terminal))
  for (const one of filed) terminal.stderr.write(`${sayFiled(one)}\n`)
}

const sayFiled = ({ record: id, entry, isNew }: Filed): string =>
  isNew
    ? `filed ${id} as entry ${entry.seq}, hash ${entry.hash}`
    : `${id} is filed already, as entry ${entry.seq}: the determination is the same`
