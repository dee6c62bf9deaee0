import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesOf } from '../../src/screening/candidates.ts'
import { formsOf } from '../../src/screening/forms.ts'
import { queryOf } from '../../src/screening/query.ts'
import { withinReach } from '../../src/screening/reach.ts'
import { sumOf } from '../../src/screening/score.ts'
import type { Match } from '../../src/screening/screen.ts'
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

describe('what a name may come to at most', () => {
  it('leaves out no match of a score that is asked for, and none that is exact', () => {
    fc.assert(
      fc.property(changed, fc.constantFrom(25, 54.95, 60, 90), (name, least) => {
        const isAsked = ({ score, band }: Match): boolean => band === 'exact' || score >= least
        const all = screener.screen({ name }).matches.filter(isAsked)
        const some = screener.screen({ name }, { least }).matches.filter(isAsked)
        expect(some.map(told), name).toEqual(all.map(told))
      }),
      { numRuns: 500, seed: 52 },
    )
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
