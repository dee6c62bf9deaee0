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

/** The whole table of prefixes, as the algorithm is defined. */
function editsByTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const [above, left, before] = [table[i - 1]![j]!, table[i]![j - 1]!, table[i - 1]![j - 1]!]
      let edits = Math.min(above + 1, left + 1, before + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, table[i - 2]![j - 2]! + 1)
      table[i]![j] = edits
    }
  return table[a.length]![b.length]!
}

/** Words of few letters, so that many are near each other; of 31 letters, more, and beyond ASCII. */
const anyWord = fc.oneof(
  fc.stringMatching(/^[a-c]{0,9}$/),
  fc.stringMatching(/^[ab]{29,34}$/),
  fc.stringMatching(/^[abжé]{0,9}$/),
)

test('counts what the table of all prefixes does', () => {
  fc.assert(
    fc.property(anyWord, anyWord, fc.nat(6), (a, b, most) => {
      expect(editsBetween(a, b, most)).toBe(Math.min(editsByTable(a, b), most + 1))
    }),
    { seed: 57, numRuns: 5000 },
  )
})

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
