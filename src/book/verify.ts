import { existsSync, readFileSync } from 'node:fs'
import { sealOf } from './append.ts'
import { bodyOf, type Book } from './book.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { entriesOf, readLines } from './log.ts'
import { GENESIS, hashOf, type Entry } from './entry.ts'
import { indexFault } from './index-rows.ts'
import { keyTerms, type KeyTerm } from './keys.ts'
import type { Problem } from './problem.ts'
import { verifyCheckpoints } from './verify-checkpoints.ts'
import { verifyObjects } from './verify-objects.ts'

/** What a verification found. */
export interface Verified {
  readonly entries: number
  readonly checkpoints: number
  /** Entries that the last good checkpoint covers. */
  readonly signed: number
  readonly head: string
  readonly keys: readonly KeyTerm[]
  readonly problems: readonly Problem[]
  /** What is no proof of tampering, and what a reader should know. */
  readonly notes: readonly string[]
}

/** What is known from outside of the book, and must agree with it. */
export interface Outside {
  /** Fingerprint of the first key. */
  readonly fingerprint?: string | undefined
  /** The signing key's file, beside which the last checkpoint is kept. */
  readonly keyFile?: string | undefined
  /** A checkpoint that was kept elsewhere. */
  readonly checkpoint?: Checkpoint | undefined
}

/** Holds a whole book against its own hashes and signatures, and against what is known from outside. */
export function verifyBook(book: Book, outside: Outside = {}): Verified {
  const { lines, torn } = readLines(book.paths.log)
  const entries = entriesOf(lines)
  const keys = keyTerms(
    entries,
    (entry) => bodyOf(book, entry) as { publicKey?: string } | undefined,
  )
  const texts = lines.map(({ text }) => text)
  const checked = verifyCheckpoints(book, texts, entries, keys, [
    ...sealed(outside),
    ...(outside.checkpoint === undefined ? [] : [outside.checkpoint]),
  ])
  const unsigned = lines.length - checked.signed
  return {
    entries: lines.length,
    checkpoints: checked.count,
    signed: checked.signed,
    head: entries.at(-1)?.hash ?? GENESIS,
    keys,
    problems: [
      ...chainProblems(lines),
      ...checked.problems,
      ...fingerprintProblems(keys, outside.fingerprint),
      ...verifyObjects(book, entries),
      ...indexFault(book, entries),
    ],
    notes: [
      ...(unsigned > 0
        ? [`${unsigned} entries after entry ${checked.signed - 1} are not signed`]
        : []),
      ...(torn === '' ? [] : ['the last line is torn: the next filing sets it aside']),
      ...clockNotes(entries),
    ],
  }
}

function chainProblems(lines: ReturnType<typeof readLines>['lines']): Problem[] {
  const problems: Problem[] = []
  let prev = GENESIS
  let expected = 0
  lines.forEach(({ entry }, i) => {
    const where = `entry ${i}`
    const tell = (code: string, message: string): void =>
      void problems.push({ code, where, message })
    if (entry === undefined) {
      tell('not-an-entry', `line ${i + 1} is no entry in canonical form: it was changed`)
      expected += 1
      prev = ''
      return
    }
    if (hashOf(entry) !== entry.hash) tell('changed', 'its hash does not fit it: it was changed')
    if (entry.seq !== expected)
      tell('sequence', `it says that it is entry ${entry.seq}: ${saySequence(entry.seq, expected)}`)
    else if (prev !== '' && entry.prev !== prev)
      tell('chain', 'it does not follow the entry before it: one of them was changed or replaced')
    prev = entry.hash
    expected = entry.seq + 1
  })
  return problems
}

const saySequence = (seq: number, expected: number): string =>
  seq > expected
    ? `entries ${expected} to ${seq - 1} were dropped or moved`
    : 'it was inserted, moved or filed a second time'

function sealed({ keyFile }: Outside): Checkpoint[] {
  if (keyFile === undefined || !existsSync(sealOf({ file: keyFile }))) return []
  const read = parseCheckpoint(readFileSync(sealOf({ file: keyFile }), 'utf8').trimEnd())
  return read === undefined ? [] : [read]
}

function fingerprintProblems(keys: readonly KeyTerm[], fingerprint: string | undefined): Problem[] {
  if (fingerprint === undefined || keys[0]?.fingerprint === fingerprint.toLowerCase()) return []
  const message = `the book was opened with the key ${keys[0]?.fingerprint ?? 'of nobody'}, not with the one expected`
  return [{ code: 'key', where: 'entry 0', message }]
}

function clockNotes(entries: readonly Entry[]): string[] {
  const back = entries.filter(({ at }, i) => i > 0 && at < entries[i - 1]!.at)
  return back.map(({ seq }) => `the clock of entry ${seq} is behind that of the entry before it`)
}
