import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { Fault } from '../errors.ts'
import { GENESIS, parseLine, type Entry } from './entry.ts'
import { EMPTY, grown, leafHash, type Frontier } from './merkle.ts'

/** The end of a log: where the next entry goes. */
export interface Tail {
  /** Bytes up to the last newline. */
  readonly bytes: number
  /** Hash of the last entry. */
  readonly head: string
  readonly frontier: Frontier
}

export const NO_TAIL: Tail = { bytes: 0, head: GENESIS, frontier: EMPTY }

/** A line of a log, and the entry in it; undefined where it is none. */
export interface Line {
  readonly text: string
  readonly entry: Entry | undefined
}

/** The whole lines of a log, and what stands behind the last newline: half a line after a crash. */
export function readLines(file: string): { lines: Line[]; torn: string } {
  if (!existsSync(file)) return { lines: [], torn: '' }
  const parts = readFileSync(file, 'utf8').split('\n')
  const torn = parts.pop() ?? ''
  return { lines: parts.map((text) => ({ text, entry: parseLine(text) })), torn }
}

/** The entries of a log, for readers who do not verify it. */
export function readEntries(file: string): Entry[] {
  const texts = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return texts.map((text, i) => {
    try {
      return JSON.parse(text) as Entry
    } catch {
      throw new Fault(4, [
        {
          code: 'bad-line',
          message: 'the line is no entry: it was changed',
          at: { file, line: i + 1 },
          help: 'run `licet book verify`, and take the book from its backup',
        },
      ])
    }
  })
}

/** The entries of a log, without what is none. */
export const entriesOf = (lines: readonly Line[]): Entry[] =>
  lines.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))

/** The tail with lines added. */
export function extended(tail: Tail, entries: readonly Entry[], lines: readonly string[]): Tail {
  return {
    bytes: tail.bytes + lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
    head: entries.at(-1)?.hash ?? tail.head,
    frontier: lines.map(leafHash).reduce(grown, tail.frontier),
  }
}

/** The tail of a log, counted from its first line. */
export function tailOf(file: string): Tail {
  const { lines } = readLines(file)
  return extended(
    NO_TAIL,
    entriesOf(lines),
    lines.map(({ text }) => text),
  )
}

/** A tail in JSON, so that a filing need not read the whole log. */
export function sayTail({ bytes, head, frontier }: Tail): string {
  const { size, roots } = frontier
  return JSON.stringify({ bytes, head, size, roots: roots.map((root) => root.toString('hex')) })
}

/** A kept tail, where the log ends with the entry that it names; undefined where it does not. */
export function keptTail(kept: string, log: string): Tail | undefined {
  try {
    const { bytes, head, size, roots } = JSON.parse(readFileSync(kept, 'utf8')) as Kept
    if (parseLine(lastLine(log, bytes))?.hash !== head) return undefined
    const frontier = { size, roots: roots.map((root) => Buffer.from(root, 'hex')) }
    return { bytes, head, frontier }
  } catch {
    return undefined
  }
}

interface Kept {
  readonly bytes: number
  readonly head: string
  readonly size: number
  readonly roots: readonly string[]
}

/** An entry names files by digest and people by name: none comes near this. */
const LONGEST_LINE = 1 << 16

/** The line that ends where the log ends; empty where the log ends elsewhere. */
function lastLine(log: string, end: number): string {
  const handle = openSync(log, 'r')
  try {
    if (fstatSync(handle).size !== end) return ''
    const from = Math.max(0, end - LONGEST_LINE)
    const bytes = Buffer.alloc(end - from)
    readSync(handle, bytes, 0, bytes.length, from)
    const text = bytes.toString('utf8')
    return text.endsWith('\n') ? text.slice(text.lastIndexOf('\n', text.length - 2) + 1, -1) : ''
  } finally {
    closeSync(handle)
  }
}

export const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)
