import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from './entry.ts'
import { fault } from './faults.ts'
import { readEntries, readLines } from './log.ts'
import { objectsIn, type Objects } from './objects.ts'

/** Where the parts of a book lie. The log is the truth; what lies in `cache` is made from it again. */
export interface Paths {
  readonly folder: string
  readonly log: string
  readonly checkpoints: string
  readonly objects: string
  readonly torn: string
  readonly locks: string
  readonly lock: string
  readonly aside: string
  readonly cache: string
  readonly tail: string
  readonly index: string
}

export function pathsIn(folder: string): Paths {
  const at = (...names: string[]): string => join(folder, ...names)
  return {
    folder,
    log: at('log.jsonl'),
    checkpoints: at('checkpoints.jsonl'),
    objects: at('objects'),
    torn: at('torn'),
    locks: at('locks'),
    lock: at('locks', 'book'),
    aside: at('aside'),
    cache: at('cache'),
    tail: at('cache', 'tail.json'),
    index: at('cache', 'index.jsonl'),
  }
}

/** What the first entry of a book tells. */
export interface Opened {
  /** Id of the book: 128 random bits. */
  readonly book: string
  /** The first signing key. */
  readonly publicKey: string
  readonly policy: unknown
}

/** A book on disk. */
export interface Book {
  readonly paths: Paths
  readonly id: string
  readonly opened: Opened
  readonly objects: Objects
}

/** Opens a book. @throws Fault (exit 4) where there is none, or its first entry can't be read. */
export function openBook(folder: string): Book {
  const paths = pathsIn(folder)
  if (!existsSync(paths.log))
    throw fault('no-book', 'there is no book here', folder, 'make one: licet book init')
  const objects = objectsIn(paths.objects, paths.aside)
  const first = readLines(paths.log).lines[0]?.entry
  const body = first?.kind === 'opened' && first.body !== null ? objects.get(first.body) : undefined
  if (body === undefined)
    throw fault(
      'bad-book',
      'the first entry of the book is gone or is not one that opens a book',
      paths.log,
      'take the book from its backup; `licet book verify` names what else is wrong',
    )
  const opened = JSON.parse(body.toString('utf8')) as Opened
  return { paths, id: opened.book, opened, objects }
}

/** The entries of a book as they stand, without half a line that is being written. */
export const entriesIn = ({ paths }: Book): Entry[] => readEntries(paths.log)

/** The JSON that an entry tells; undefined where it was redacted, is gone or was harmed. */
export function bodyOf({ objects }: Book, { body }: Pick<Entry, 'body'>): unknown {
  const bytes = body === null ? undefined : objects.get(body)
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
