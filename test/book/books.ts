import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { fileEntries, initBook, type Filing } from '../../src/book/append.ts'
import { openBook, type Book } from '../../src/book/book.ts'
import { canonical } from '../../src/book/digest.ts'
import type { Draft, Filer } from '../../src/book/entry.ts'
import { makeKey, type SigningKey } from '../../src/book/key.ts'
import { DEFAULT_POLICY } from '../../src/book/policy.ts'

export const ADA: Filer = { name: 'Ada Kim', role: 'preparer', account: 'ada', host: 'desk-1' }

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder, which is gone when the tests of the file are done. */
export function newFolder(below = tmpdir()): string {
  const folder = mkdtempSync(join(below, 'licet-book-'))
  folders.push(folder)
  return folder
}

/** A clock that moves on by a second each time it is asked. */
export function clock(start = '2026-11-20T09:00:00.000Z'): () => string {
  let at = Date.parse(start)
  return () => new Date((at += 1000)).toISOString()
}

export interface TestBook {
  readonly book: Book
  readonly key: SigningKey
  readonly filing: Filing
  readonly told: string[]
}

/** A new book in a new folder, with its key beside the folder. */
export function newBook(folder = join(newFolder(), 'book')): TestBook {
  const key = makeKey(`${folder}.key.pem`)
  const told: string[] = []
  const filing = { key, now: clock(), tell: (message: string) => void told.push(message) }
  const opened = { book: 'b'.repeat(32), publicKey: key.publicKey, policy: DEFAULT_POLICY }
  const { book } = initBook(folder, opened, ADA, filing)
  return { book, key, filing, told }
}

/** An entry with a body of its own. */
export function note(book: Book, text: string): Draft {
  const body = book.objects.put(canonical({ text }))
  return { kind: 'evidence', record: 'D-1/1', by: ADA, body, objects: [] }
}

/** Files notes one by one. */
export function fileNotes({ book, filing }: TestBook, from: number, to: number): void {
  for (let i = from; i < to; i++) fileEntries(book, () => [note(book, `note ${i}`)], filing)
}

/** A copy of a book, to be harmed. The key stays where it is. */
export function copyOf({ book }: TestBook): Book {
  const folder = join(newFolder(), 'book')
  cpSync(book.paths.folder, folder, { recursive: true })
  return openBook(folder)
}

export const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8').split('\n').slice(0, -1)

export const writeLines = (file: string, lines: readonly string[]): void =>
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
