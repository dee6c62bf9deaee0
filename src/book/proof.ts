import { readFileSync } from 'node:fs'
import type { Book } from './book.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { parseLine, type Entry } from './entry.ts'
import { readLines } from './log.ts'
import { leafHash, pathTo } from './merkle.ts'

/** Shows that an entry stands in a signed log, to someone who has neither the log nor Licet. */
export interface Proof {
  readonly entry: Entry
  /** The line of the log. */
  readonly line: string
  /** The last checkpoint that covers the entry, and the path to its root; null where none does yet. */
  readonly signed: { readonly checkpoint: Checkpoint; readonly path: readonly string[] } | null
}

/** The proof of one entry. */
export function proofOf(book: Book, seq: number): Proof {
  const lines = readLines(book.paths.log).lines.map(({ text }) => text)
  const line = lines[seq]!
  const checkpoint = readCheckpoints(book).findLast(
    ({ size }) => seq < size && size <= lines.length,
  )
  const entry = parseLine(line)!
  if (checkpoint === undefined) return { entry, line, signed: null }
  const path = pathTo(seq, lines.slice(0, checkpoint.size).map(leafHash))
  return { entry, line, signed: { checkpoint, path } }
}

function readCheckpoints({ paths }: Book): Checkpoint[] {
  const lines = readFileSync(paths.checkpoints, 'utf8').split('\n').slice(0, -1)
  return lines.flatMap((line) => parseCheckpoint(line) ?? [])
}
