import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvRecords, csvScanner, safeCell } from '../../src/tables/csv.ts'

const cells = (text: string): (readonly string[])[] =>
  csvRecords(text).records.map((record) => record.cells)

describe('csv', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,1","b ""x"""\n', [['a,1', 'b "x"']]],
    ['"two\nlines",b\n', [['two\nlines', 'b']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['\ufeffa\n\nb\n', [['a'], ['b']]],
    ['a,b,', [['a', 'b', '']]],
    ['5" pipe,x\n', [['5" pipe', 'x']]],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  test('says on which line a record begins', () => {
    const { records } = csvRecords('a\n"x\ny"\nb\n')
    expect(records.map(({ line }) => line)).toEqual([1, 2, 4])
  })

  test('says where a quote was left open', () => {
    expect(csvRecords('a\nb,"cut off').openQuoteAt).toBe(2)
  })

  test('reads the same in any pieces, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', 'é', '') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 5 }), (rows, size) => {
        const text = rows.map((row) => row.map(csvCell).join(',')).join('\n')
        const scanner = csvScanner()
        const read = []
        for (let at = 0; at < text.length; at += size)
          read.push(...scanner.push(text.slice(at, at + size)))
        read.push(...scanner.end().records)
        expect(read.map((record) => record.cells)).toEqual(rows)
      }),
    )
  })
})

test.each([
  ['=cmd|"/c calc"!A0', '"\'=cmd|""/c calc""!A0"'],
  ['+1', "'+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2', "'-2"],
  ['\t=1', "'\t=1"],
  ['Huawei', 'Huawei'],
])('no spreadsheet runs %j', (text, expected) => {
  expect(safeCell(text)).toBe(expected)
})
