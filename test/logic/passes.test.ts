import { describe, expect, it } from 'vitest'
import type { Book, Test } from '../../src/logic/condition.ts'
import type { Value } from '../../src/logic/facts.ts'
import { passes } from '../../src/logic/passes.ts'

const book: Book = {
  definition: (id) => {
    throw new Error(id)
  },
  members: (name) => new Set<Value>(name === 'D:5' ? ['CN', 'MO'] : [4800, 1600]),
}
const range = (low: number, high: number) => ({ low, high })

describe('lines', () => {
  const tests = ['at_least', 'more_than', 'at_most', 'less_than'] as const

  it.each([
    ['just below', 4799.99, ['no', 'no', 'yes', 'yes']],
    ['at', 4800, ['yes', 'no', 'yes', 'no']],
    ['just above', 4800.01, ['yes', 'yes', 'no', 'no']],
    ['a range below', range(4700, 4799.99), ['no', 'no', 'yes', 'yes']],
    ['a range up to', range(4700, 4800), ['unknown', 'no', 'yes', 'unknown']],
    ['a range across', range(4700, 4900), ['unknown', 'unknown', 'unknown', 'unknown']],
    ['a range from', range(4800, 4900), ['yes', 'unknown', 'unknown', 'no']],
    ['a range above', range(4800.01, 4900), ['yes', 'yes', 'no', 'no']],
    ['a range of one point at', range(4800, 4800), ['yes', 'no', 'yes', 'no']],
    ['a number that is none', Number.NaN, ['unknown', 'unknown', 'unknown', 'unknown']],
  ])('%s the line', (_, saw, expected) => {
    expect(tests.map((test) => passes({ test, value: 4800 }, saw, book))).toEqual(expected)
  })
})

describe('days', () => {
  it.each([
    ['2023-11-16', 'no', 'yes'],
    ['2023-11-17', 'yes', 'no'],
    ['2023-11-18', 'yes', 'no'],
  ])('%s against 2023-11-17: on or after is %s, before is %s', (saw, after, before) => {
    expect(passes({ test: 'on_or_after', value: '2023-11-17' }, saw, book)).toBe(after)
    expect(passes({ test: 'before', value: '2023-11-17' }, saw, book)).toBe(before)
  })
})

describe('equality and membership', () => {
  it.each<[Test, Value, string]>([
    [{ test: 'is', value: 'NO' }, 'NO', 'yes'],
    [{ test: 'is', value: 'NO' }, 'no', 'no'],
    [{ test: 'is', value: false }, false, 'yes'],
    [{ test: 'is', value: false }, true, 'no'],
    [{ test: 'is', value: 0 }, false, 'no'],
    [{ test: 'is', value: 8 }, range(7, 9), 'unknown'],
    [{ test: 'is', value: 8 }, range(8, 8), 'yes'],
    [{ test: 'is', value: 8 }, range(9, 10), 'no'],
    [{ test: 'is', value: 'CN' }, range(7, 9), 'no'],
    [{ test: 'one_of', value: ['export', 'reexport'] }, 'reexport', 'yes'],
    [{ test: 'one_of', value: ['export', 'reexport'] }, 'transfer', 'no'],
    [{ test: 'one_of', value: [8, 16] }, 16, 'yes'],
    [{ test: 'one_of', value: [8, 16] }, range(9, 15), 'no'],
    [{ test: 'one_of', value: [8, 16] }, range(9, 16), 'unknown'],
    [{ test: 'one_of', value: [8, 16] }, range(8, 8), 'yes'],
    [{ test: 'in_group', value: 'D:5' }, 'MO', 'yes'],
    [{ test: 'in_group', value: 'D:5' }, 'US', 'no'],
    [{ test: 'in_table', value: 'lines' }, 1600, 'yes'],
    [{ test: 'in_table', value: 'lines' }, 1601, 'no'],
    [{ test: 'in_table', value: 'lines' }, range(1000, 2000), 'unknown'],
    [{ test: 'includes', value: 'entity-list' }, ['uvl', 'entity-list'], 'yes'],
    [{ test: 'includes', value: 'entity-list' }, [], 'no'],
    [{ test: 'includes_any', value: ['meu', 'uvl'] }, ['uvl'], 'yes'],
    [{ test: 'includes_any', value: ['meu', 'uvl'] }, ['entity-list'], 'no'],
    [{ test: 'includes_any', value: [] }, ['uvl'], 'no'],
    [{ test: 'known', value: true }, false, 'yes'],
    [{ test: 'known', value: true }, range(0, 9), 'yes'],
  ])('%j of %j is %s', (test, saw, expected) => {
    expect(passes(test, saw, book)).toBe(expected)
  })
})
