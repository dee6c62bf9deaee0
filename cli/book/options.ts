import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Option, type Command } from 'commander'
import type { Reference } from '../../src/book/bodies.ts'
import { fault } from '../../src/book/faults.ts'

/** Where the book is and who writes in it: shared by every command that touches the book. */
export interface BookFlags {
  readonly book?: string
  readonly key?: string
  readonly by?: string
  readonly role?: string
}

export const bookOption = (what = 'folder of the book'): Option =>
  new Option('--book <folder>', what).env('LICET_BOOK').default('licet-book')

export const keyOption = (): Option =>
  new Option('--key <file>', 'signing key').env('LICET_BOOK_KEY')

/** Whether there is a book where the flags say. */
export const isBook = ({ book }: BookFlags): boolean =>
  book !== undefined && existsSync(join(book, 'log.jsonl'))

/** The options of a command that files something. */
export function filingOptions(command: Command): Command {
  return command
    .addOption(bookOption())
    .addOption(keyOption())
    .addOption(new Option('--by <name>', 'who files this').env('LICET_PERSON'))
    .option('--role <role>', 'in which role')
}

/** What `check` needs to know to file what it found. */
export interface RecordFlags extends BookFlags {
  readonly record?: boolean
  readonly reason?: string
  readonly authority?: string
  readonly ref: readonly Reference[]
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
