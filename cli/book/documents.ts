import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Book } from '../../src/book/book.ts'
import type { ObjectRef } from '../../src/book/entry.ts'
import { document } from '../../src/book/events.ts'
import { fault } from '../../src/book/faults.ts'
import { reasonOf } from '../read-text.ts'

/** A document of the user, read and kept in the book. */
export interface Kept {
  readonly ref: ObjectRef
  readonly bytes: number
}

/** Keeps the documents that a command line names. @throws Fault (exit 4) where one can't be read. */
export const keepDocuments = (book: Book, files: readonly string[]): Kept[] =>
  files.map((file) => {
    const bytes = bytesOf(file)
    return { ref: document(book, basename(file), bytes), bytes: bytes.length }
  })

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw fault('unreadable', `can't be read: ${reasonOf(error)}`, file)
  }
}

export const collect = (value: string, earlier: readonly string[] | undefined): string[] => [
  ...(earlier ?? []),
  value,
]
