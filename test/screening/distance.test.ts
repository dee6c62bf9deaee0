import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween } from '../../src/screening/distance.ts'
import { hashOf } from '../../src/screening/hash.ts'
import { deletionsOf, eachDeletion } from '../../src/screening/neighbors.ts'

test.each([
  ['huawei', 'huawei', 0],
  ['huawei', 'huwaei', 1],
  ['huawei', 'hauwey', 2],
  ['megvii', 'megvi', 1],
  ['', 'ab', 2],
])('%s and %s: %d', (a, b, edits) => {
  expect(editsBetween(a, b, 5)).toBe(edits)
})

test('stops counting at the most that matters', () => {
  expect(editsBetween('abcdefgh', 'zyxwvuts', 2)).toBe(3)
})

const word = fc.stringMatching(/^[a-e]{3,7}$/)

test('is the same both ways, and nothing for the same word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editsBetween(a, b, 9)).toBe(editsBetween(b, a, 9))
      expect(editsBetween(a, a, 9)).toBe(0)
    }),
  )
})

test('words within two edits share what is left when two letters fall out', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      fc.pre(editsBetween(a, b, 2) <= 2)
      const left = deletionsOf(b, 2)
      expect([...deletionsOf(a, 2)].some((part) => left.has(part))).toBe(true)
    }),
  )
})

test('the hashes are those of what is left', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-e]{1,10}$/), fc.constantFrom(0, 1, 2), (a, most) => {
      const hashes = new Set<number>()
      eachDeletion(a, most, (hash) => hashes.add(hash))
      expect(hashes).toEqual(new Set([...deletionsOf(a, most)].map(hashOf)))
    }),
  )
})
