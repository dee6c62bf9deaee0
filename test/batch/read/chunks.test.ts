import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../src/batch/read/cells.ts'
import { chunker, type ChunkSize } from '../../../src/batch/read/chunks.ts'
import { MOST_LETTERS, type Dialect } from '../../../src/batch/read/records.ts'
import type { Chunk } from '../../../src/batch/chunk.ts'
import { csvOf } from '../rows.ts'

const DIALECT: Dialect = { delimiter: ',', lineEnd: '\n', width: 3 }
const SMALL: ChunkSize = { rows: 3, letters: 10_000_000 }

/** The chunks of a text that comes in pieces of these lengths, over and over. */
function chunksOf(text: string, lengths: readonly number[], dialect = DIALECT): Chunk[] {
  const cutter = chunker(dialect, { row: 2, line: 2 }, SMALL)
  const chunks: Chunk[] = []
  for (let at = 0, i = 0; at < text.length; i++) {
    const length = lengths[i % lengths.length]!
    chunks.push(...cutter.push(text.slice(at, at + length)))
    at += length
  }
  return [...chunks, ...cutter.end()]
}

const read = (chunks: readonly Chunk[]): unknown[] =>
  chunks.flatMap((chunk) => rowsOf(chunk, ',').map(({ cells, fault }) => fault?.code ?? [...cells]))

const cell = fc.oneof(
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\r', '')),
  fc.constantFrom('', 'a,b', 'say "hi"', 'two\nlines', '"', 'Ünï', '한국', '5" drive'),
)
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })

describe('chunks', () => {
  it('hold what csv-parse reads, however the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (rows, cuts) => {
          const text = csvOf(rows)
          const expected = parse(text, { skip_empty_lines: true })
          expect(read(chunksOf(text, cuts))).toEqual(expected)
        },
      ),
      { seed: 5, numRuns: 300 },
    )
  })

  it('are the same chunks, however the text is cut', () => {
    const text = csvOf(
      Array.from({ length: 10 }, (_, i) => [`${i}`, i % 2 === 0 ? 'a,\n"b"' : 'c', 'd']),
    )
    const whole = chunksOf(text, [text.length])
    expect(whole.map(({ firstRow, firstLine }) => [firstRow, firstLine])).toEqual([
      [2, 2],
      [5, 7],
      [8, 11],
      [11, 16],
    ])
    for (const length of [1, 2, 3, 7, 50]) expect(chunksOf(text, [length])).toEqual(whole)
  })

  it('end at \\n, \\r\\n and \\r, and pass over empty lines', () => {
    expect(read(chunksOf('a,b,c\r\n\r\n"d\r\ne",f,g\r\n\nh,i,j', [4]))).toEqual([
      ['a', 'b', 'c'],
      ['d\r\ne', 'f', 'g'],
      ['h', 'i', 'j'],
    ])
    const mac: Dialect = { ...DIALECT, lineEnd: '\r' }
    expect(read(chunksOf('a,b,c\rd,"e",f\r', [3], mac))).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
  })

  it('lose one line to a quote that is never closed', () => {
    const rows = Array.from({ length: 8 }, (_, i) => (i === 1 ? `${i},"open,x` : `${i},b,c`))
    for (const cut of [3, 1000])
      expect(read(chunksOf(`${rows.join('\n')}\n`, [cut]))).toEqual([
        ['0', 'b', 'c'],
        'unclosed-quote',
        ...Array.from({ length: 6 }, (_, i) => [String(i + 2), 'b', 'c']),
      ])
  })

  it('lose one line to a quote that the quotes of later rows seem to close', () => {
    const text = '0,b,c\n1,"open,x\n2,"b, b",c\n3,"",",c"\n4,b,c\n'
    for (const cut of [2, 1000])
      expect(read(chunksOf(text, [cut]))).toEqual([
        ['0', 'b', 'c'],
        'unclosed-quote',
        ['2', 'b, b', 'c'],
        ['3', '', ',c'],
        ['4', 'b', 'c'],
      ])
  })

  it('refuse a cell that goes on after its quote, and keep its text', () => {
    const [chunk] = chunksOf('1,"b"x,c\n2,b,c\n', [1000])
    expect(rowsOf(chunk!, ',')[0]).toMatchObject({
      text: '1,"b"x,c',
      fault: { code: 'text-after-quote' },
    })
  })

  it('pass over a line that is too long without keeping it', () => {
    const cutter = chunker(DIALECT, { row: 2, line: 2 }, SMALL)
    const chunks = cutter.push('1,b,c\n2,')
    for (let i = 0; i < 3 * MOST_LETTERS; i += 65_536)
      chunks.push(...cutter.push('x'.repeat(65_536)))
    chunks.push(...cutter.push(',c\n3,b,c\n4,b,c\n'), ...cutter.end())
    expect(read(chunks)).toEqual([['1', 'b', 'c'], 'too-long', ['3', 'b', 'c'], ['4', 'b', 'c']])
    expect(chunks.map(({ text }) => text.length < 1000)).toEqual([true, true])
    expect(chunks.map(({ firstRow, firstLine }) => [firstRow, firstLine])).toEqual([
      [2, 2],
      [5, 5],
    ])
  })

  it.each([
    [MOST_LETTERS - 5, ['1', 'c']],
    [MOST_LETTERS - 4, ['1', 'c']],
    [MOST_LETTERS - 3, 'too-long'],
  ])('take a row of %i letters and four more', (letters, expected) => {
    const [first] = read(chunksOf(`1,${'b'.repeat(letters - 1)},c\n2,b,c\n`, [70_000]))
    const ends = Array.isArray(first) ? [first[0] as string, first[2] as string] : first
    expect(ends).toEqual(expected)
  })
})
