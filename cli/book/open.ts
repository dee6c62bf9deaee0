import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Filing } from '../../src/book/append.ts'
import { openBook, type Book } from '../../src/book/book.ts'
import { filer } from '../../src/book/filing.ts'
import { readKey, type SigningKey } from '../../src/book/key.ts'
import type { Filer } from '../../src/book/entry.ts'
import type { Terminal } from '../terminal.ts'
import type { BookFlags } from './options.ts'

export { bookOption, filingOptions, type BookFlags } from './options.ts'

export const bookOf = ({ book }: BookFlags): Book => openBook(book ?? 'licet-book')

export const filerOf = ({ by, role }: BookFlags): Filer => filer(by, role ?? null)

/** How entries are filed from the command line: signed where the key is at hand. */
export function filingOf(book: Book, flags: BookFlags, terminal: Terminal): Filing {
  return {
    key: keyOf(book.id, flags),
    now: terminal.now,
    tell: (message) => void terminal.stderr.write(`${message}\n`),
  }
}

function keyOf(id: string, flags: BookFlags): SigningKey | undefined {
  const file = keyFile(id, flags)
  return flags.key !== undefined || existsSync(file) ? readKey(file, passphrase()) : undefined
}

export const passphrase = (): string | undefined => process.env['LICET_BOOK_PASSPHRASE']

/** Where the key of a book lies: as named, or in the user's own folder, never in the book. */
export function keyFile(id: string, { key }: BookFlags): string {
  if (key !== undefined) return key
  const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  return join(config, 'licet', `${id}.key.pem`)
}

export const newBookId = (): string => randomBytes(16).toString('hex')

/** SHA-256 over the files of the program, in the order of their names; null where it is not bundled. */
export function programDigest(): string | null {
  const folder = new URL('.', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'))
  if (names.length === 0) return null
  const hash = createHash('sha256')
  for (const name of names.sort()) hash.update(readFileSync(new URL(name, folder)))
  return hash.digest('hex')
}
