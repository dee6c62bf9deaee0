import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathsIn, type Book, type Opened, type Paths } from './book.ts'
import { signed, type Checkpoint } from './checkpoint.ts'
import { canonical } from './digest.ts'
import { chained, lineOf, type Draft, type Entry } from './entry.ts'
import { fault, refusing } from './faults.ts'
import { appendAt, cutTo, writeWhole } from './files.ts'
import type { SigningKey } from './key.ts'
import { extended, keptTail, sayTail, sizeOf, tailOf, type Tail } from './log.ts'
import { whileLocked } from './lock.ts'
import { rootOf } from './merkle.ts'
import { objectsIn } from './objects.ts'
import { sweep } from './sweep.ts'

/** What filing does besides: signs, and tells of what it had to mend. */
export interface Filing {
  readonly key: SigningKey | undefined
  /** The clock: UTC to the millisecond, `2026-11-20T09:30:00.000Z`. */
  readonly now: () => string
  /** Told of a torn line that was set aside, and of what could not be signed. */
  readonly tell: (message: string) => void
}

/** Makes a new book in a folder. @throws Fault (exit 4) where one is there already. */
export function initBook(
  folder: string,
  opened: Opened,
  by: Draft['by'],
  filing: Filing,
): { book: Book; entry: Entry } {
  const paths = pathsIn(folder)
  if (existsSync(paths.log))
    throw fault('book-exists', 'there is a book already', folder, 'name another with --book')
  for (const made of [folder, paths.objects, paths.torn, paths.locks, paths.aside, paths.cache])
    mkdirSync(made, { recursive: true })
  writeWhole(paths.checkpoints, '')
  writeWhole(paths.log, '')
  const objects = objectsIn(paths.objects, paths.aside)
  const book = { paths, id: opened.book, opened, objects }
  const body = objects.put(canonical(opened))
  const draft = { kind: 'opened', record: null, by, body, objects: [] } as const
  return { book, entry: fileEntries(book, () => [draft], filing)[0]! }
}

/**
 * Files entries: all of them or none. They are on disk when this returns. `drafts` is asked under the
 * lock, so that what it decides by the entries that stand can't be overtaken.
 * @throws Fault (exit 4) where the disk refuses or the lock is held; nothing is filed then.
 */
export function fileEntries(book: Book, drafts: () => readonly Draft[], filing: Filing): Entry[] {
  const { paths } = book
  return refusing(paths.folder, () =>
    whileLocked(paths.lock, () => {
      sweep(paths)
      mendTornLine(paths, filing)
      const wanted = drafts()
      if (wanted.length === 0) return []
      const tail = keptTail(paths.tail, paths.log) ?? tailOf(paths.log)
      const entries = chain(wanted, tail, filing.now())
      const lines = entries.map(lineOf)
      appendAt(paths.log, tail.bytes, lines.map((line) => `${line}\n`).join(''))
      const after = extended(tail, entries, lines)
      afterwards(book, after, filing)
      return entries
    }),
  )
}

function chain(drafts: readonly Draft[], tail: Tail, at: string): Entry[] {
  const entries: Entry[] = []
  for (const draft of drafts) {
    const seq = tail.frontier.size + entries.length
    entries.push(chained(draft, seq, at, entries.at(-1)?.hash ?? tail.head))
  }
  return entries
}

/** The entries are filed: what fails from here on is told, and made good by the next filing. */
function afterwards(book: Book, tail: Tail, filing: Filing): void {
  try {
    if (filing.key !== undefined) sign(book, tail, filing.key, filing.now())
    writeFileSync(book.paths.tail, sayTail(tail))
  } catch (error) {
    filing.tell(`filed, but not signed: ${(error as Error).message}`)
  }
}

/** Signs all that the log holds. */
export function sign(book: Book, tail: Tail, key: SigningKey, at: string): Checkpoint {
  const { paths, id } = book
  const { size } = tail.frontier
  const statement = { book: id, at, size, root: rootOf(tail.frontier), head: tail.head }
  const checkpoint = signed(statement, key)
  const { lines } = readCheckpointEnd(paths.checkpoints)
  appendAt(paths.checkpoints, lines, `${canonical(checkpoint)}\n`)
  writeSeal(key, checkpoint)
  return checkpoint
}

/** Bytes of whole lines in the file of checkpoints; half a line behind them is written over. */
function readCheckpointEnd(file: string): { lines: number } {
  const bytes = readFileSync(file)
  const lines = bytes.lastIndexOf('\n') + 1
  if (lines < bytes.length) cutTo(file, lines)
  return { lines }
}

/** Where the last checkpoint is kept beside the key, out of reach of who can write the book alone. */
export const sealOf = (key: Pick<SigningKey, 'file'>): string => `${key.file}.seal`

function writeSeal(key: SigningKey, checkpoint: Checkpoint): void {
  writeFileSync(sealOf(key), `${canonical(checkpoint)}\n`, { mode: 0o600 })
}

/** Sets aside what a crash left behind the last newline: it was never acknowledged as filed. */
function mendTornLine(paths: Paths, { tell, now }: Filing): void {
  const whole = keptTail(paths.tail, paths.log)?.bytes
  const size = sizeOf(paths.log)
  if (whole === size) return
  const bytes = readFileSync(paths.log)
  const end = bytes.lastIndexOf('\n') + 1
  if (end === size) return
  const aside = join(paths.torn, `${end}-${now().replace(/[^0-9]/g, '')}`)
  writeWhole(aside, bytes.subarray(end))
  cutTo(paths.log, end)
  tell(`a crash left half a line at byte ${end} of ${paths.log}; it is set aside in ${aside}`)
}
