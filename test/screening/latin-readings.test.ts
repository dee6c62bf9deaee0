import { describe, expect, test } from 'vitest'
import { matches, screener } from './lists.ts'
import { readingsOf } from '../../src/screening/latin-readings.ts'

const { lexicon, common } = screener.searcher
const read = (latin: string): [string, string][] =>
  readingsOf(latin, lexicon, common).map(({ how, words }) => [how, words.join(' ')])

describe('a line', () => {
  test.each([
    ['sunrise freight ltd c/o inspur group', 'inspur group'],
    ['inspur group, attn: mr. chen', 'inspur group'],
    ['inspur group (c/o sunrise freight ltd)', 'inspur group'],
    ['sunrise freight / inspur group', 'inspur group'],
    ['blue river (inspur group)', 'inspur group'],
  ])('%s names %s as one of several', (line, party) => {
    expect(read(line)).toContainEqual(['one-of-several', party])
  })

  test.each([
    'inspur (beijing) technology',
    'inspur group co., ltd.',
    'china (casc) 401st academy',
  ])('%s names one party', (line) => {
    expect(read(line).filter(([how]) => how === 'one-of-several')).toEqual([])
  })
})

describe('what a machine reads', () => {
  test.each([
    ['5tate enterprise', 'state enterprise'],
    ['galaxy electr0nics', 'galaxy electronics'],
  ])('%s has digits for letters', (name, put) => {
    expect(read(name)).toContainEqual(['digits-as-letters', put])
  })
  test.each(['430th institute', '1st academy', 'apt38', 'factory 105'])('%s has not', (name) => {
    expect(read(name).map(([how]) => how)).not.toContain('digits-as-letters')
  })
})

test('words written as one are parted where every part is a word of a list', () => {
  expect(read('huaweitechnologiesresearch')).toContainEqual([
    'parted',
    'huawei technologies research',
  ])
  expect(read('zzzyyyxxxqqqwww')).toHaveLength(1)
})

describe('a legal form of several words', () => {
  test.each([
    ['joint stok company agregat', 'joint stock company agregat'],
    ['joint stock co mpany star', 'joint stock company star'],
    ['public joint company agregat', 'public joint stock company agregat'],
    ['agregat limited liabilty company', 'agregat limited liability company'],
  ])('is put right in %s', (name, put) => {
    expect(read(name)).toContainEqual(['form-put-right', put])
  })
  test.each([
    'joint stock company agregat',
    'joint venture company',
    'stock company',
    'public company of joint owners',
    'limited edition company',
  ])('has no slip in %s', (name) => {
    expect(read(name).map(([how]) => how)).not.toContain('form-put-right')
  })
  test('with a slip is no word of the name', () => {
    expect(matches('public joint stok company united aircraft corporation')[0]).toMatchObject({
      text: 'Public Joint Stock Company United Aircraft Corporation',
      band: 'strong',
    })
  })
})

describe('groups known by their letters', () => {
  test('are read both ways', () => {
    expect(read('nudt')).toContainEqual([
      'letters-written-out',
      'national university of defense technology',
    ])
    expect(read('national university defense technology')).toContainEqual([
      'written-as-letters',
      'nudt',
    ])
  })
  test('five letters or more find a name that no table has', () => {
    const [match] = matches('BICAST')
    expect(match!.text).toBe('Beijing Institute of Computer Applications and Simulation Technology')
    expect(match!.alignment.pairs[0]!.how).toBe('letters')
    expect(match!.score).toBeGreaterThan(60)
  })
  test('four are a near miss, since very many names have them', () => {
    const found = matches('BIEC').find(({ text }) => text.startsWith('Beijing Institute of Env'))!
    expect(found.band).toBe('near')
  })
})
