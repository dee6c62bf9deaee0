import type { BadRecord } from '../chunk.ts'
import type { Encoding } from './encoding.ts'
import { MOST_LETTERS } from './records.ts'
import { rowChunks, type TableRow } from './row-chunks.ts'
import { damaged, unreadable, type Source } from './source.ts'
import { CutOff, openText } from './text.ts'

/** Headings that a file may have, so that one that is no table does not fill memory. */
const MOST_HEADINGS = 10_000

/**
 * Opens a file of one case a line. It is read twice, since only its last line tells the last heading: the
 * paths that the lines name are the headings, in the order in which they first stand there.
 * @throws Fault (exit 4) where no line is a case.
 */
export async function openNdjson(file: string, encoding?: Encoding): Promise<Source> {
  const headings = new Map<string, number>()
  for await (const { cells } of linesOf(file, encoding)) {
    for (const heading of Object.keys(cells))
      if (!headings.has(heading)) headings.set(heading, headings.size)
    if (headings.size > MOST_HEADINGS)
      throw unreadable(file, 'too-wide', `the lines name more than ${MOST_HEADINGS} paths`)
  }
  if (headings.size === 0) throw unreadable(file, 'empty', 'no line of the file is a JSON object')
  let share = (): number => 0
  async function* rows(): AsyncGenerator<TableRow> {
    const lines = linesOf(file, encoding, (text) => (share = text.share))
    for await (const { cells, line, raw, fault } of lines) {
      const row = Array.from<string>({ length: headings.size }).fill('')
      for (const [heading, text] of Object.entries(cells)) row[headings.get(heading)!] = text
      yield fault === undefined
        ? { cells: row, row: line, line }
        : { cells: [raw], row: line, line, fault }
    }
  }
  return {
    headings: [...headings.keys()],
    delimiter: ',',
    remarks: [],
    wantsMark: false,
    share: () => share(),
    chunks: (size) => rowChunks(rows(), size),
  }
}

interface Line {
  readonly cells: Readonly<Record<string, string>>
  /** Lines count from 1; there is no heading. */
  readonly line: number
  readonly raw: string
  readonly fault?: Omit<BadRecord, 'at'>
}

async function* linesOf(
  file: string,
  encoding: Encoding | undefined,
  opened: (text: { share: () => number }) => void = () => {},
): AsyncGenerator<Line> {
  const text = await openText(file, encoding)
  opened(text)
  const lines = lineScanner()
  try {
    for await (const piece of text.pieces) yield* lines.push(piece, false)
  } catch (error) {
    if (!(error instanceof CutOff)) throw error
    throw damaged(file, lines.line(), error.reason)
  }
  yield* lines.push('', true)
}

function lineScanner(): {
  readonly push: (piece: string, isLast: boolean) => Line[]
  readonly line: () => number
} {
  let [rest, line, passing] = ['', 1, false]
  const push = (piece: string, isLast: boolean): Line[] => {
    const found: Line[] = []
    const text = rest + piece
    let at = 0
    for (;;) {
      const end = text.indexOf('\n', at)
      if (end < 0 && !isLast) break
      const raw = text.slice(at, end < 0 ? text.length : end)
      if (!passing && raw.trim() !== '') found.push(lineOf(raw.trim(), line))
      passing = false
      line += 1
      if (end < 0) return found
      at = end + 1
    }
    rest = text.slice(at)
    if (passing) rest = ''
    if (rest.length > MOST_LETTERS) {
      if (!passing) found.push(tooLong(rest, line))
      ;[rest, passing] = ['', true]
    }
    return found
  }
  return { push, line: () => line }
}

const tooLong = (raw: string, line: number): Line => ({
  cells: {},
  line,
  raw: raw.slice(0, 200),
  fault: { code: 'too-long', message: `the line has more than ${MOST_LETTERS} letters` },
})

function lineOf(raw: string, line: number): Line {
  if (raw.length > MOST_LETTERS) return tooLong(raw, line)
  const wrong = (message: string): Line => ({
    cells: {},
    line,
    raw,
    fault: { code: 'bad-json', message },
  })
  try {
    const value = JSON.parse(raw.replace(/^\ufeff/, '')) as unknown
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong('the line is no JSON object')
    return { cells: flattened(value), line, raw }
  } catch (error) {
    return wrong(`the line is no JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/** A case as the cells of a row, by the path of each; lists other than of items and parties stay JSON. */
export function flattened(value: unknown, path = ''): Record<string, string> {
  const cells: Record<string, string> = {}
  flatten(value, path, cells)
  return cells
}

function flatten(value: unknown, path: string, into: Record<string, string>): void {
  const isList = Array.isArray(value)
  if (value === null || value === undefined) return
  if (typeof value === 'object' && (!isList || path === 'items' || path === 'parties')) {
    for (const [key, one] of Object.entries(value))
      flatten(one, path === '' ? key : `${path}.${key}`, into)
    return
  }
  into[path] = typeof value === 'string' ? value : JSON.stringify(value)
}
