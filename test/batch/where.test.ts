import { describe, expect, it } from 'vitest'
import { whereIn } from '../../src/batch/where.ts'

const text = '1,"a\nb\nc"\n2,d\n\n3,e\n'
const ends = Uint32Array.of(10, 14, 19)

describe('where a row stands', () => {
  it('is its row, and the line on which it begins, where rows have several and some are empty', () => {
    const where = whereIn({ text, ends, firstRow: 2, firstLine: 2 })
    expect([0, 1, 2].map(where)).toEqual([
      { row: 2, line: 2 },
      { row: 3, line: 5 },
      { row: 4, line: 7 },
    ])
  })

  it('is told of some rows as of all', () => {
    const where = whereIn({ text, ends, firstRow: 2, firstLine: 2 })
    expect([2, 2].map(where)).toEqual([
      { row: 4, line: 7 },
      { row: 4, line: 7 },
    ])
  })

  it('is its row and sheet where there are no lines', () => {
    const where = whereIn({ text, ends, firstRow: 12, sheet: 'Asia' })
    expect(where(1)).toEqual({ row: 13, sheet: 'Asia' })
  })
})
