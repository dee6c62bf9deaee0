import type { BadRecord, Chunk } from '../chunk.ts'
import { MOST_LETTERS, recordScanner, type Dialect, type RecordEnd } from './records.ts'

/** How large a chunk grows before the next one begins. */
export interface ChunkSize {
  readonly rows: number
  readonly letters: number
}

/** Chunks of one machine: small enough for several to lie in memory, large enough to be worth a message. */
export const CHUNK_SIZE: ChunkSize = { rows: 5_000, letters: 4_194_304 }

/** Takes the text of a table piece by piece and gives back the chunks that each piece completes. */
export interface Chunker {
  readonly push: (text: string) => Chunk[]
  readonly end: () => Chunk[]
  /** Rows begun so far, the last of which may be incomplete; the heading is row 1. */
  readonly row: () => number
}

const WORDS: Readonly<Record<NonNullable<RecordEnd['fault']>, Omit<BadRecord, 'at'>>> = {
  'unclosed-quote': {
    code: 'unclosed-quote',
    message: 'a quote is opened in this row and not closed',
    help: 'close it, or double a quote that is a letter of the cell; reading went on with the next line',
  },
  'text-after-quote': {
    code: 'text-after-quote',
    message: 'a cell goes on after its closing quote',
    help: 'double a quote that is a letter of the cell',
  },
  'too-long': {
    code: 'too-long',
    message: `the row has more than ${MOST_LETTERS} letters`,
    help: 'a line end may have been lost',
  },
}

/** Letters of a broken row that are kept to show it. */
const SHOWN = 200

/**
 * Cuts the text of a table into chunks of whole records. Where chunks begin depends on the text and the
 * size alone, never on the pieces in which it comes.
 */
export function chunker(
  dialect: Dialect,
  begin: { readonly row: number; readonly line: number },
  size: ChunkSize = CHUNK_SIZE,
): Chunker {
  const scanner = recordScanner(dialect)
  let [rest, line, row, index] = ['', begin.line, begin.row, 0]
  // A line that is too long is passed over to its end without being kept.
  let passing = false
  let ends: number[] = []
  let bad: BadRecord[] = []
  let open: { start: number; row: number; line: number } | undefined

  const scan = (piece: string, isLast: boolean): Chunk[] => {
    const chunks: Chunk[] = []
    let text = rest + piece
    let at = ends.at(-1) ?? 0
    const close = (): void => {
      if (open === undefined || ends.length === 0) return
      const { start, ...first } = open
      chunks.push({
        index: index++,
        firstRow: first.row,
        firstLine: first.line,
        text: text.slice(start, start + ends.at(-1)!),
        ends: Uint32Array.from(ends),
        bad,
      })
      ;[ends, bad, open] = [[], [], undefined]
    }
    if (passing) {
      const found = text.indexOf(dialect.lineEnd, at)
      const from = found < 0 ? text.length : found + 1
      text = text.slice(0, at) + text.slice(from)
      passing = found < 0
      if (!passing) line += 1
    }
    while (at < text.length) {
      const blank = blankAt(text, at, isLast)
      if (blank === undefined) break
      if (blank > 0) {
        at += blank
        line += 1
        continue
      }
      const found = scanner.next(text, at, isLast)
      if (found === undefined) break
      open ??= { start: at, row, line }
      const { fault } = found
      if (fault !== undefined) bad.push({ at: ends.length, ...WORDS[fault] })
      let { end } = found
      if (fault === 'too-long') {
        const whole = text.charCodeAt(end - 1) === dialect.lineEnd.charCodeAt(0)
        text = `${text.slice(0, at + SHOWN)}\n${text.slice(end)}`
        end = at + SHOWN + 1
        passing = !whole
        if (whole) line += 1
      } else line += linesIn(text, at, end, dialect.lineEnd)
      row += 1
      at = end
      ends.push(at - open.start)
      if (ends.length >= size.rows || at - open.start >= size.letters) close()
    }
    const from = open?.start ?? at
    if (isLast) close()
    rest = text.slice(from)
    if (open !== undefined) open.start = 0
    return chunks
  }

  return {
    push: (text) => scan(text, false),
    end: () => scan('', true),
    row: () => row,
  }
}

/** Letters of the empty line that begins there, 0 where a row does, undefined where that is not seen yet. */
function blankAt(text: string, at: number, isLast: boolean): number | undefined {
  if (text[at] === '\n') return 1
  if (text[at] !== '\r') return 0
  if (at + 1 === text.length) return isLast ? 1 : undefined
  return text[at + 1] === '\n' ? 2 : 1
}

function linesIn(text: string, from: number, to: number, lineEnd: string): number {
  let count = 0
  for (let at = text.indexOf(lineEnd, from); at >= 0 && at < to; count++)
    at = text.indexOf(lineEnd, at + 1)
  return count
}
