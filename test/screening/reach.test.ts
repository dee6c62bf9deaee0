import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/screening/align.ts'
import { candidatesOf } from '../../src/screening/candidates.ts'
import { formsOf } from '../../src/screening/forms.ts'
import { mayJoin } from '../../src/screening/may-join.ts'
import { queryOf } from '../../src/screening/query.ts'
import { withinReach } from '../../src/screening/reach.ts'
import { sumOf } from '../../src/screening/score.ts'
import type { Match } from '../../src/screening/screen.ts'
import { wordsOfAll } from '../../src/screening/words-of.ts'
import { entry, file, screener } from './lists.ts'

const count = file.entries.starts.length - 1
const listed = fc.integer({ min: 0, max: count - 1 }).map((at) => entry(at))

/** A listed name, or one of its aliases, as a slip of the pen, another order or other words change it. */
const changed = fc
  .tuple(
    listed,
    fc.nat(),
    fc.array(
      fc.tuple(
        fc.constantFrom('drop', 'add', 'swap', 'cut', 'turn', 'join', 'more'),
        fc.nat(),
        listed,
      ),
      { maxLength: 4 },
    ),
  )
  .map(([{ name, aliases }, which, changes]) => {
    const names = [name, ...aliases]
    let text = names[which % names.length]!
    if (text === '') return name
    for (const [how, where, { name: other }] of changes) {
      const at = where % Math.max(1, text.length)
      const words = text.split(' ')
      const [head, tail] = [text.slice(0, at), text.slice(at + 1)]
      if (how === 'drop') text = head + tail
      if (how === 'add') text = head + other[where % other.length]! + text.slice(at)
      if (how === 'swap') text = head + (tail[0] ?? '') + (text[at] ?? '') + tail.slice(1)
      if (how === 'cut') text = words.toSpliced(where % words.length, 1).join(' ') || text
      if (how === 'turn') text = [...words.slice(1), words[0]].join(' ')
      if (how === 'join') text = text.replace(' ', '')
      if (how === 'more') text += ` ${other.split(' ')[where % other.split(' ').length]!}`
    }
    return text
  })

const told = ({ entry: of, name, score, band, form }: Match): unknown => [
  of,
  name,
  score,
  band,
  form.text,
]

/** Words that no list has, from syllables, with a trade and a legal form, as most names of a batch are. */
const syllable = fc.constantFrom(
  ...'al be cor da en fi gra ho ir ka lo mel na or po qui ri sa to u ven zo'.split(' '),
)
const madeUp = fc
  .tuple(
    fc.array(fc.array(syllable, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      'Systems',
      'Trading',
      'Electronics',
      'Bank',
      'University',
      'J',
      'of Hong Kong',
      '',
    ),
    fc.constantFrom(' Co., Ltd.', ' GmbH', ' Sdn Bhd', ' OOO', ' Ltdd', ''),
  )
  .map(([words, trade, form]) => `${words.map((word) => word.join('')).join(' ')} ${trade}${form}`)

/** Names in other scripts, several parties in one line, groups by their letters, digits for letters, words cut. */
const READ_OTHERWISE = [
  '华为技术有限公司',
  '浪潮电子信息产业股份有限公司',
  '삼성전자 주식회사',
  'トヨタ自動車株式会社',
  'ООО Ростех Микрон',
  'شركة سفير الطيران',
  'ไทยพาณิชย์ Bank',
  'Pan Ocean Trading c/o Inspur Group Co., Ltd.',
  'SMIC',
  'C E T C 38',
  'China Electronics Technology Group Corporation 38th Institute',
  '5tate Hermitage Electr0nics',
  'interelectronsystems ltd',
  'Inter Electron Systems',
  'J. R. Smith',
  'A B C',
  'joint stok company Mikron',
  'The Company of the Group',
]
const otherwise = fc
  .tuple(fc.constantFrom(...READ_OTHERWISE), fc.constantFrom('', ' Trading', ' Ltd', ' Bezen'))
  .map((parts) => parts.join(''))

/** A search for what comes to a score finds all of that which a search for everything finds. */
function expectNoneLeftOut(name: string, least: number): void {
  const isAsked = ({ score, band }: Match): boolean => band === 'exact' || score >= least
  const all = screener.screen({ name }).matches.filter(isAsked)
  const some = screener.screen({ name }, { least }).matches.filter(isAsked)
  expect(some.map(told), name).toEqual(all.map(told))
}

describe('what a name may come to at most', () => {
  it('leaves out no match of a score that is asked for, and none that is exact', () => {
    fc.assert(
      fc.property(changed, fc.constantFrom(25, 54.95, 60, 90), (name, least) => {
        expectNoneLeftOut(name, least)
      }),
      { numRuns: 500, seed: 52 },
    )
  })

  it('leaves out none of names that are made up, or written in other ways than those of the lists', () => {
    fc.assert(
      fc.property(
        fc.oneof(madeUp, otherwise),
        fc.constantFrom(25, 54.95, 60, 90),
        (name, least) => {
          expectNoneLeftOut(name, least)
        },
      ),
      { numRuns: 400, seed: 56 },
    )
  })

  it('takes no two words for apart that one side writes as one', () => {
    const { searcher } = screener
    let joined = 0
    fc.assert(
      fc.property(changed, (name) => {
        for (const { tokens } of formsOf(name, searcher, undefined).forms) {
          const query = queryOf(searcher, tokens)
          const names = candidatesOf(searcher, query)
          const words = wordsOfAll(searcher.index, names)
          const joins = mayJoin(searcher, query)
          for (const [k, at] of names.entries()) {
            const { pairs } = align(searcher, query, at)
            if (!pairs.some(({ how }) => how === 'joined' || how === 'split')) continue
            joined += 1
            const from = k === 0 ? 0 : words.ends[k - 1]!
            expect(joins(words.tokens, words.surfaces, from, words.ends[k]!), name).toBe(true)
          }
        }
      }),
      { numRuns: 300, seed: 58 },
    )
    expect(joined).toBeGreaterThan(100)
  })

  it('leaves out nearly all that share no more than a trade with a name', () => {
    const least = sumOf(screener.scoring.bands.review, screener.scoring)
    const { forms } = formsOf('Finasa Tami Electronics S.A.', screener.searcher, undefined)
    const query = queryOf(screener.searcher, forms[0]!.tokens)
    const candidates = candidatesOf(screener.searcher, query)
    expect(candidates.length).toBeGreaterThan(20)
    expect(withinReach(screener.searcher, screener.scoring, query, candidates, least)).toHaveLength(
      0,
    )
  })

  it('rests on weights of which none lets more agreement count for less', () => {
    const { weights } = screener.scoring
    const speaksFor = Object.entries(weights)
      .filter(([part, weight]) => weight > 0 && part !== 'bias')
      .map(([part]) => part)
    expect(speaksFor).toEqual([
      'covered',
      'coveredSquared',
      'coveredLeast',
      'letters',
      'lettersSquared',
      'lettersCovered',
      'rare',
    ])
  })
})
