import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween } from '../../src/screening/distance.ts'
import {
  firstIn,
  glancesOf,
  lastIn,
  lengthIn,
  lettersOf,
  LONGEST,
  mayDiffer,
  shapeOf,
} from '../../src/screening/glances.ts'

test('a shape holds the length without spaces and both ends', () => {
  const shape = shapeOf('hong kong')
  expect(lengthIn(shape)).toBe(8)
  expect(firstIn(shape)).toBe(firstIn(shapeOf('h')))
  expect(lastIn(shape)).toBe(lastIn(shapeOf('g')))
})

test('a word of 62 letters, of 63 and of 64: longer ones have one length', () => {
  expect([62, 63, 64].map((count) => lengthIn(shapeOf('a'.repeat(count))))).toEqual([
    LONGEST - 1,
    LONGEST,
    LONGEST,
  ])
})

test('a word of the lists is looked at when it is asked for', () => {
  const { shapes, letters, look } = glancesOf(['alpha', 'beta'])
  look(1)
  expect([...shapes]).toEqual([0, shapeOf('beta')])
  expect([...letters]).toEqual([0, lettersOf('beta')])
})

const word = fc.oneof(
  fc.stringMatching(/^[a-eé ]{1,12}$/),
  fc.stringMatching(/^[a-c]{30,70}$/),
  fc.stringMatching(/^[ж-кa]{1,8}$/),
)
const changed = fc.tuple(word, fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'a', 'z', 'qq'))))

test('letters tell no two words apart that are so few edits from each other', () => {
  fc.assert(
    fc.property(changed, word, fc.integer({ min: 1, max: 3 }), ([a, changes], b, most) => {
      let near = a
      for (const [where, put] of changes) {
        const at = where % (near.length + 1)
        near = near.slice(0, at) + put + near.slice(at + 1)
      }
      for (const other of [near, b])
        if (editsBetween(a, other, most) <= most)
          expect(mayDiffer(lettersOf(a), lettersOf(other), most), `${a} ${other}`).toBe(true)
    }),
    { seed: 56, numRuns: 3000 },
  )
})
