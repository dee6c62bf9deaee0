import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNameTables } from '../../src/lists/name-tables.ts'
import { lexiconOf } from '../../src/screening/lexicon.ts'
import { MOST_WORDS, wordsOf } from '../../src/screening/words.ts'

const lexicon = lexiconOf(readNameTables('data/names').tables)

describe('wordsOf', () => {
  test.each([
    ["xi'an", ['xian']],
    ['a.i.c. sogo', ['aic', 'sogo']],
    ['no. 38 research institute', ['38', 'research', 'institute']],
    ['38th research institute', ['38', 'research', 'institute']],
    ['№38', ['38']],
    ['second academy', ['2', 'academy']],
    ['kkr fund xiii l.p.', ['kkr', 'fund', '13', 'lp']],
    ['apt38', ['apt', '38']],
    ['ew-001ph', ['ew', '1', 'ph']],
    ['agent 007', ['agent', '7']],
    ['p.o. box 00', ['po', 'box', '0']],
    ['0', ['0']],
    ['b&w', ['bw']],
    ['m & s electronics', ['ms', 'electronics']],
    ['johnson & johnson', ['johnson', 'and', 'johnson']],
    ['co.,ltd', ['co', 'ltd']],
  ])('%s', (name, words) => {
    expect(wordsOf(name, lexicon)).toEqual(words)
  })
  test('a sign that falls out of the name changes nothing of how the rest is read', () => {
    const letter = fc.constantFrom(...'abt019 .,&#-()/'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 20 }), (name) => {
        expect(wordsOf(`${name}'`, lexicon)).toEqual(wordsOf(name, lexicon))
      }),
      { seed: 5, numRuns: 2000 },
    )
  })
  test('stops a little above the longest name of a list', () => {
    expect(wordsOf('word '.repeat(5000), lexicon)).toHaveLength(MOST_WORDS + 1)
  })
})
