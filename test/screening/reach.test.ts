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
import { screener } from './lists.ts'
import { changed, madeUp, otherwise } from './random-names.ts'

const told = ({ entry: of, name, score, band, form }: Match): unknown => [
  of,
  name,
  score,
  band,
  form.text,
]

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
