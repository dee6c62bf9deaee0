import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chunk } from '../../../src/batch/chunk.ts'
import { slicesOf } from '../../../src/batch/queue/slices.ts'
import { rowsOf } from '../../../src/batch/read/cells.ts'
import { chunker } from '../../../src/batch/read/chunks.ts'
import { csvCell } from '../../../src/tables/csv.ts'

const chunkOf = (text: string): Chunk => {
  const cutter = chunker(
    { delimiter: ',', lineEnd: '\n', width: 2 },
    { row: 2, line: 2 },
    { rows: Number.POSITIVE_INFINITY, letters: Number.POSITIVE_INFINITY },
  )
  return [...cutter.push(text), ...cutter.end()][0]!
}

/** The rows of a chunk, but for where in it a fault stands. */
const read = (chunk: Chunk): unknown[] =>
  rowsOf(chunk, ',').map(({ cells, text, fault }) => [cells, text, fault?.code, fault?.message])

describe('the slices of a chunk', () => {
  it('have its rows, its faults and no others, each with its number', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\ud83d\ude00') })
    const record = fc.oneof(
      { weight: 9, arbitrary: fc.tuple(cell, cell).map((cells) => cells.map(csvCell).join(',')) },
      fc.constantFrom('x,"y', 'x,"y"z'),
    )
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1 }).map((all) => `1,2\n${all.join('\n')}\n`),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        (text, rows, letters) => {
          const chunk = chunkOf(text)
          const slices = [...slicesOf(chunk, { rows, letters })]
          expect(slices.flatMap(read)).toEqual(read(chunk))
          let row = chunk.firstRow
          for (const slice of slices) {
            expect(slice.firstRow).toBe(row)
            expect(slice.ends.length).toBeLessThanOrEqual(rows)
            row += slice.ends.length
          }
          expect(row).toBe(chunk.firstRow + chunk.ends.length)
        },
      ),
    )
  })

  it('begin on the lines of their first rows', () => {
    const chunk = chunkOf('1,"a\nb"\n2,c\n3,"d\n\n"\n4,e\n')
    const lines = [...slicesOf(chunk, { rows: 1, letters: 99 })].map(({ firstLine }) => firstLine)
    expect(lines).toEqual([2, 4, 5, 8])
  })
})
