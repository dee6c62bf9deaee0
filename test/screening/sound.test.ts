import { expect, test } from 'vitest'
import { soundOf } from '../../src/screening/sound.ts'

test.each([
  ['hussein', 'husain'],
  ['mohammed', 'muhammad'],
  ['kheybar', 'khaybar'],
  ['rajaei', 'rajaee'],
  ['nikolayevich', 'nikoleivich'],
  ['finianos', 'finyanus'],
  ['khalid', 'halid'],
  ['timor', 'timur'],
  ['mujahideen', 'mujahidin'],
])('%s sounds as %s', (a, b) => {
  expect(soundOf(a)).toBe(soundOf(b))
})

test.each([
  ['ali', 'adi'],
  ['petr', 'sergey'],
  ['electric', 'electronic'],
])('%s does not sound as %s', (a, b) => {
  expect(soundOf(a)).not.toBe(soundOf(b))
})
