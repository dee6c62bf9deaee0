import { readFileSync } from 'node:fs'
import type { Book } from './book.ts'
import { parseCheckpoint, signedText, type Checkpoint } from './checkpoint.ts'
import type { Entry } from './entry.ts'
import { isSignedBy } from './key.ts'
import { keyFor, type KeyTerm } from './keys.ts'
import { EMPTY, grown, leafHash, rootOf } from './merkle.ts'
import type { Problem } from './problem.ts'

/** What came of the checkpoints: how many there are, and how many entries the last good one covers. */
interface Checked {
  readonly count: number
  readonly signed: number
  readonly problems: Problem[]
}

/** Holds each checkpoint of the book, and those kept elsewhere, against the log and the keys. */
export function verifyCheckpoints(
  book: Book,
  lines: readonly string[],
  entries: readonly Entry[],
  keys: readonly KeyTerm[],
  kept: readonly Checkpoint[],
): Checked {
  const texts = readFileSync(book.paths.checkpoints, 'utf8').split('\n').slice(0, -1)
  const read = texts.map(parseCheckpoint)
  const problems: Problem[] = []
  const roots = rootsAt(lines, new Set([...read, ...kept].map((one) => one?.size ?? -1)))
  let [signed, largest] = [0, 0]
  const hold = (one: Checkpoint, where: string): void => {
    const faults = faultsOf(one, book, roots, lines.length, entries, keys)
    problems.push(...faults.map((fault) => ({ ...fault, where })))
    if (faults.length === 0) signed = Math.max(signed, one.size)
  }
  read.forEach((one, i) => {
    const where = `checkpoint ${i}`
    if (one === undefined) {
      const message = `line ${i + 1} is no checkpoint in canonical form: it was changed`
      problems.push({ code: 'not-a-checkpoint', where, message })
      return
    }
    if (one.size < largest) {
      const message = `it covers ${one.size} entries, the one before it ${largest}: checkpoints were moved or filed a second time`
      problems.push({ code: 'checkpoint-order', where, message })
    }
    largest = Math.max(largest, one.size)
    hold(one, where)
  })
  for (const one of kept) hold(one, 'checkpoint kept outside the book')
  problems.push(...unendorsed(read, keys, lines.length))
  return { count: texts.length, signed, problems }
}

type Fault = Omit<Problem, 'where'>

function faultsOf(
  one: Checkpoint,
  book: Book,
  roots: ReadonlyMap<number, string>,
  size: number,
  entries: readonly Entry[],
  keys: readonly KeyTerm[],
): Fault[] {
  const key = keyFor(keys, one.size)
  if (one.book !== book.id)
    return [{ code: 'other-book', message: `it speaks of the book ${one.book}` }]
  if (key?.fingerprint !== one.key)
    return [{ code: 'key', message: `it names the key ${one.key}, which may not sign it` }]
  if (!isSignedBy(key.publicKey, signedText(one), one.signature))
    return [{ code: 'signature', message: `it is not signed by the key ${one.key}` }]
  if (one.size > size) {
    const message = `${one.size} entries were signed and ${size} are there: ${one.size - size} were cut off`
    return [{ code: 'cut', message }]
  }
  if (roots.get(one.size) !== one.root || entries[one.size - 1]?.hash !== one.head)
    return [
      { code: 'root', message: `the first ${one.size} entries are not those that were signed` },
    ]
  return []
}

/** A key comes into the book by a checkpoint of the old key that covers it and nothing later. */
function unendorsed(
  read: readonly (Checkpoint | undefined)[],
  keys: readonly KeyTerm[],
  size: number,
): Problem[] {
  return keys.slice(1).flatMap(({ from, fingerprint }) => {
    if (read.some((one) => one?.size === from + 1) || size <= from) return []
    const message = `the key ${fingerprint} was brought in without the signature of the key before it`
    return [{ code: 'key', where: `entry ${from}`, message }]
  })
}

/** Merkle roots of the first n lines, for each n asked for. */
function rootsAt(
  lines: readonly string[],
  sizes: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const roots = new Map([[0, rootOf(EMPTY)]])
  let frontier = EMPTY
  for (const line of lines) {
    frontier = grown(frontier, leafHash(line))
    if (sizes.has(frontier.size)) roots.set(frontier.size, rootOf(frontier))
  }
  return roots
}
