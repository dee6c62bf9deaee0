import { expect, test } from 'vitest'
import { perQuery } from '../../src/screening/per-query.ts'

test('a query reads none of the numbers of another', () => {
  const { of, reserve } = perQuery(3)
  const first = reserve(10)
  of[0] = first + 9
  const second = reserve(10)
  expect([...of].map((number) => number < second)).toEqual([true, true, true])
})

test('when the numbers run out they are taken off all words', () => {
  const { of, reserve } = perQuery(2)
  of[0] = reserve(2 ** 31) + 5
  expect(reserve(2 ** 31 - 1) + 2 ** 31 - 1).toBe(2 ** 32)
  expect(of[0]).toBe(6)
  const again = reserve(10)
  expect([again, ...of]).toEqual([1, 0, 0])
})
