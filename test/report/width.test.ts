import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visible } from '../../src/visible.ts'
import { width, wrap } from '../../src/report/width.ts'

describe('width', () => {
  it.each([
    ['Inspur', 6],
    ['한빛', 4],
    ['浪潮', 4],
    ['（', 2],
    ['Щёлк', 4],
    ['e\u0301', 1],
    ['\u1112\u1161\u11ab', 2],
    ['🚀', 2],
    ['한a', 3],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns)
  })
})

describe('wrap', () => {
  it('breaks at spaces, and a word only where it is longer than a line', () => {
    expect(wrap('one two abcdefghijkl', 5).map((line) => line.trimEnd())).toEqual([
      'one',
      'two',
      'abcde',
      'fghij',
      'kl',
    ])
  })

  it('never exceeds its limit and loses no letter, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 4, max: 40 }),
        (raw, limit) => {
          const text = visible(raw)
          const lines = wrap(text, limit)
          for (const line of lines) expect(width(line.trimEnd())).toBeLessThanOrEqual(limit)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })
})

describe('visible', () => {
  it.each([
    ['\u001b[31m', '<U+001B>[31m'],
    ['a\r\nb\u2028c', 'a b c'],
    ['\u202eevil', '<U+202E>evil'],
    ['\u2066x\u2069', '<U+2066>x<U+2069>'],
    ['\u200b\ufeff\u3164', '<U+200B><U+FEFF><U+3164>'],
    ['\ud800', '<U+D800>'],
    ['\u009b2J', '<U+009B>2J'],
    ['한빛 Čip', '한빛 Čip'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })
})
