import { Fault } from '../../errors.ts'
import type { Chunk } from '../chunk.ts'
import { rowsOf } from './cells.ts'
import { chunker, type ChunkSize } from './chunks.ts'
import type { Encoding } from './encoding.ts'
import { recordScanner } from './records.ts'
import { damaged, type Source } from './source.ts'
import { CutOff, openText } from './text.ts'

/** Letters in which the delimiter and the heading must be found. */
const SNIFFED = 4_194_304
const DELIMITERS = [',', ';', '\t', '|']

/**
 * Opens a CSV file: the delimiter is what the heading has most of, outside quotes.
 * @throws Fault (exit 4) where there is no heading.
 */
export async function openCsv(
  file: string,
  said: { readonly encoding?: Encoding; readonly delimiter?: string } = {},
): Promise<Source> {
  const { pieces, encoding, hasMark, share } = await openText(file, said.encoding)
  const iterator = pieces[Symbol.asyncIterator]()
  let text = ''
  let isLast = false
  let heading: { cells: readonly string[]; end: number; delimiter: string } | undefined
  let lineEnd: '\n' | '\r' = '\n'
  while (heading === undefined) {
    const next = await cutOffAs(file, 1, iterator.next())
    if (next.done === true) isLast = true
    else text += next.value
    if (text.codePointAt(0) === 0xfeff) text = text.slice(1)
    lineEnd = !text.includes('\n') && /\r[^\n]/.test(text) ? '\r' : '\n'
    const begun = text.search(/[^\r\n]/)
    if (begun >= 0) heading = headingOf(text, begun, lineEnd, isLast, file, said.delimiter)
    if (heading === undefined && (isLast || text.length > SNIFFED))
      throw new Fault(4, [{ code: 'empty', message: 'the file has no heading row', at: { file } }])
  }
  const { cells, delimiter, end } = heading
  const before = text.slice(0, end)
  const start = text.slice(end)
  const lines = before.split(lineEnd).length
  async function* chunks(size: ChunkSize): AsyncGenerator<Chunk> {
    const cutter = chunker(
      { delimiter, lineEnd, width: cells.length },
      { row: 2, line: lines },
      size,
    )
    yield* cutter.push(start)
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield* cutter.push(next.value)
    } catch (error) {
      if (!(error instanceof CutOff)) throw error
      yield* cutter.end()
      throw damaged(file, cutter.row() - 1, error.reason)
    }
    yield* cutter.end()
  }
  const guessed = encoding === 'cp949' && said.encoding === undefined
  return {
    headings: cells,
    delimiter,
    remarks: guessed ? [`${file}: read as CP949; say --encoding where it is another`] : [],
    share,
    wantsMark: hasMark || encoding !== 'utf-8',
    chunks,
  }
}

function headingOf(
  text: string,
  begun: number,
  lineEnd: '\n' | '\r',
  isLast: boolean,
  file: string,
  said: string | undefined,
): { cells: readonly string[]; end: number; delimiter: string } | undefined {
  const found = text.indexOf(lineEnd, begun)
  if (found < 0 && !isLast) return undefined
  const delimiter = said ?? delimiterOf(text.slice(begun, found < 0 ? text.length : found))
  const ended = recordScanner({ delimiter, lineEnd }).next(text, begun, isLast)
  if (ended === undefined) return undefined
  const end = ended.end
  const [row] = rowsOf(
    { text: text.slice(begun, end), ends: Uint32Array.of(end - begun), bad: [] },
    delimiter,
  )
  if (ended.fault !== undefined || row?.fault !== undefined || /[\0\ufffd]/.test(row!.text))
    throw new Fault(4, [
      {
        code: 'bad-heading',
        message: "the heading can't be read: a quote is not closed, or it is no text",
        at: { file, line: 1 },
      },
    ])
  return { cells: row!.cells.map((cell) => cell.trim()), end, delimiter }
}

/** The delimiter that a line has most of, outside quotes. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (delimiter: string): number => bare.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

async function cutOffAs<T>(file: string, row: number, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof CutOff) throw damaged(file, row, error.reason)
    throw error
  }
}
