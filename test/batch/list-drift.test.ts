import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveBetween, nameEffect, noDrift, partyEffect } from '../../src/batch/list-drift.ts'
import { lexiconOf } from '../../src/screening/lexicon.ts'
import { screenerOf, type Match } from '../../src/screening/screen.ts'
import { searcherOf, type Searcher } from '../../src/screening/searcher.ts'
import { holds } from '../properties/seeded.ts'
import { entry, file } from '../screening/lists.ts'

const screener = screenerOf(file)
const { searcher, scoring } = screener
const count = file.entries.starts.length - 1
const { tokensOf, tokenKinds } = searcher.index

/** Words of a listed name that weigh by how rare they are. */
function wordsOf(name: number): number[] {
  const ids = tokensOf.items.subarray(tokensOf.starts[name], tokensOf.starts[name + 1])
  return [...new Set(ids)].filter((id) => tokenKinds[id] === 0)
}

/** How often a name has a word. */
const timesIn = (at: number, id: number): number =>
  tokensOf.items
    .subarray(tokensOf.starts[at], tokensOf.starts[at + 1])
    .filter((other) => other === id).length

const sumsOf = (matches: readonly Match[]): Map<number, number> =>
  new Map(matches.map(({ name, sum }) => [name, sum]))

const name = fc
  .tuple(
    fc.nat(count - 1),
    fc.nat(count - 1),
    fc.nat(5),
    fc.constantFrom('', 'Trading', 'Robotics'),
  )
  .map(([one, other, cut, trade]) => {
    const words = `${entry(one).name} ${trade}`.trim().split(' ')
    return cut < 3
      ? words.join(' ')
      : [...words.slice(0, 2), entry(other).name.split(' ')[0]].join(' ')
  })

describe('what the weight of a word can do to a sum', () => {
  it('is no more than is said, of a name that has it and of a party that does', () => {
    let [seen, left] = [0, 0]
    holds(
      'weights',
      fc.property(
        name,
        fc.nat(99),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (text, which, by) => {
          const before = screener.screen({ name: text }).matches
          const ids = before.slice(0, 8).flatMap((match) => wordsOf(match.name))
          if (ids.length === 0 || Math.abs(by) < 0.01) return
          const id = ids[which % ids.length]!
          const weight = searcher.weights[id]!
          const moved = Math.fround(Math.max(2, weight + by))
          // A letter stands for a word from a weight on; words that cross it are looked at by themselves.
          if ([6, 9].some((level) => weight >= level !== moved >= level)) return
          searcher.weights[id] = moved
          const after = sumsOf(screener.screen({ name: text }).matches)
          searcher.weights[id] = weight
          for (const [at, sum] of sumsOf(before)) {
            const now = after.get(at)
            if (now === undefined || sum < -6) continue
            const [lighter, size] = [Math.min(weight, moved), Math.abs(moved - weight)]
            if (wordsOf(at).includes(id)) {
              seen += 1
              const times = timesIn(at, id)
              expect(Math.abs(now - sum)).toBeLessThanOrEqual(
                nameEffect(scoring, lighter) * size * times,
              )
            } else {
              left += 1
              const times = text.toLowerCase().split(searcher.words[id]!).length
              const most = moved < weight ? partyEffect(scoring, moved) * size * times : 0
              expect(now - sum).toBeLessThanOrEqual(most + 1e-6)
            }
          }
        },
      ),
      3000,
    )
    expect(Math.min(seen, left)).toBeGreaterThan(100)
  }, 120_000)
})

/** The lists with a word that so many names have, and with so many names. */
function withNames(word: string, names: number): Searcher {
  const fresh = searcherOf(file.names, lexiconOf(file.meta.tables))
  const id = fresh.words.indexOf(word)
  const starts = fresh.index.postings.starts.slice()
  const more = names - (starts[id + 1]! - starts[id]!)
  for (let at = id + 1; at < starts.length; at++) starts[at]! += more
  const weights = fresh.weights.slice()
  weights[id] = Math.log(1 + fresh.index.entryOf.length / names)
  return {
    ...fresh,
    weights,
    index: { ...fresh.index, postings: { ...fresh.index.postings, starts } },
  }
}

describe('how far the lists have moved', () => {
  const lists = searcherOf(file.names, lexiconOf(file.meta.tables))
  const { length: names } = file.names.entryOf
  const [few, more, many] = [40, 41, 60].map((of) => withNames('robotics', of)) as [
    Searcher,
    Searcher,
    Searcher,
  ]

  it('is nothing where they are the same', () => {
    expect(moveBetween(lists, lists, scoring, noDrift(names))).toMatchObject({
      isFar: false,
      names: [],
      drift: noDrift(names),
    })
  })

  it('is summed up over nights, there and back, until all are looked at that it may touch', () => {
    const first = moveBetween(few, more, scoring, noDrift(names))
    expect([first.names.length, first.raises.get('robotics')! <= first.mostRaised]).toEqual([
      0,
      true,
    ])
    const weights = [few, more].map(({ words, weights: all }) => all[words.indexOf('robotics')]!)
    expect(first.drift.words).toEqual([['robotics', weights[1], weights[0], weights[0]]])
    const back = moveBetween(more, few, scoring, first.drift)
    expect(back.drift.words).toEqual([['robotics', weights[1], weights[0], weights[0]]])
    const far = moveBetween(more, many, scoring, first.drift)
    expect(far.raises.get('robotics')).toBeGreaterThan(
      moveBetween(more, many, scoring, noDrift(names)).raises.get('robotics')!,
    )
    expect(far.names.length).toBeGreaterThan(0)
  })

  it('lets no verdict hold where the number of names has moved by more than the lists may be let move', () => {
    const grown = (by: number): boolean =>
      moveBetween(lists, lists, scoring, noDrift(Math.round(names * by))).isFar
    expect([grown(1), grown(1.002), grown(0.998), grown(1.05), grown(0.95)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })
})
