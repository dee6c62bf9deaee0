import { describe, expect, test } from 'vitest'
import { entry, file, matches } from './lists.ts'

/** A generator of the benchmark, which is plain JavaScript. */
const generator = (path: string): Promise<unknown> => import(path)

const { cleanNames, LARGE } = (await generator('../../bench/screening/clean.mjs')) as {
  cleanNames: (entries: unknown, random: unknown, scale: number) => { kind: string; name: string }[]
  LARGE: string[]
}
const { changedNames, namesOf } = (await generator('../../bench/screening/lists.mjs')) as {
  changedNames: (...args: unknown[]) => { query: string; kind: string; entry: number }[]
  namesOf: (index: unknown) => unknown[]
}
const perturb = (await generator('../../bench/screening/perturb.mjs')) as object
const { NATIVE } = (await generator('../../bench/screening/native.mjs')) as {
  NATIVE: { query: string; listed: RegExp }[]
}
const { randomOf } = (await generator('../../bench/screening/random.mjs')) as {
  randomOf: (seed: number) => unknown
}

const entries = Array.from({ length: file.entries.starts.length - 1 }, (_, i) => entry(i))
const isParty = (a: number, b: number): boolean =>
  a === b || entries[a]!.name.toLowerCase() === entries[b]!.name.toLowerCase()

const share = (part: number, of: number): number => (100 * part) / of

describe('names held out of fitting', () => {
  const changed = changedNames(namesOf(file), entries, randomOf(4321), 500, perturb, {
    part: 'held-out',
  })
  const ranks = changed.map(({ query, entry: own }) => {
    const found = matches(query, 50)
    const at = found.findIndex((one) => isParty(one.entry, own))
    const first = at < 0 ? -1 : found.findIndex(({ score }) => score <= found[at]!.score)
    return { rank: first, score: at < 0 ? 0 : found[at]!.score }
  })

  test('at least 98 percent of changed names are among the first ten, 95 percent first', () => {
    expect(
      share(ranks.filter(({ rank }) => rank >= 0 && rank < 10).length, ranks.length),
    ).toBeGreaterThanOrEqual(98)
    expect(
      share(ranks.filter(({ rank }) => rank === 0).length, ranks.length),
    ).toBeGreaterThanOrEqual(95)
  })

  test('at least 90 percent are alerted at the default threshold', () => {
    expect(
      share(ranks.filter(({ score }) => score >= 60).length, ranks.length),
    ).toBeGreaterThanOrEqual(90)
  })
})

test('of clean names at most two percent are alerted', () => {
  const clean = cleanNames(entries, randomOf(1234), 0.5).filter(
    ({ kind }) => kind !== 'large company',
  )
  const alerted = clean.filter(({ name }) => (matches(name, 1)[0]?.score ?? 0) >= 60)
  expect(share(alerted.length, clean.length)).toBeLessThanOrEqual(2)
})

test('of large companies only those are alerted whose names nearly stand on a list', () => {
  const alerted = LARGE.filter((name) => (matches(name, 1)[0]?.score ?? 0) >= 60)
  expect(share(alerted.length, LARGE.length)).toBeLessThanOrEqual(6)
})

test('at least 95 percent of names in other scripts are among the first ten', () => {
  const found = NATIVE.filter(({ query, listed }) =>
    matches(query).some((one) => listed.test(one.text) || listed.test(entries[one.entry]!.name)),
  )
  expect(share(found.length, NATIVE.length)).toBeGreaterThanOrEqual(95)
})
