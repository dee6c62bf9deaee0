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

  test('at least 99 percent of changed names are among the first ten, 96 percent first', () => {
    expect(
      share(ranks.filter(({ rank }) => rank >= 0 && rank < 10).length, ranks.length),
    ).toBeGreaterThanOrEqual(99)
    expect(
      share(ranks.filter(({ rank }) => rank === 0).length, ranks.length),
    ).toBeGreaterThanOrEqual(96)
  })

  test('at least 92 percent are alerted at the default threshold', () => {
    expect(
      share(ranks.filter(({ score }) => score >= 60).length, ranks.length),
    ).toBeGreaterThanOrEqual(92)
  })
})

test('of clean names at most two percent are alerted', () => {
  const clean = cleanNames(entries, randomOf(1234), 0.5).filter(
    ({ kind }) => kind !== 'large company',
  )
  const alerted = clean.filter(({ name }) => (matches(name, 1)[0]?.score ?? 0) >= 60)
  expect(share(alerted.length, clean.length)).toBeLessThanOrEqual(2)
})

test('of large companies at most one in 62 is alerted', () => {
  const alerted = LARGE.filter((name) => (matches(name, 1)[0]?.score ?? 0) >= 60)
  expect(alerted.length / LARGE.length).toBeLessThanOrEqual(1 / 62)
})

test.each([
  ['exact', 100],
  ['legal form', 99.3],
  ['word order', 97.8],
  ['neighbors swapped', 87.5],
])('%s: more than the %d percent that the best open workbench publishes', (kind, published) => {
  const changed = changedNames(namesOf(file), entries, randomOf(77), 400, perturb, {
    only: kind,
    part: 'held-out',
  })
  const alerted = changed.filter(({ query, entry: own }) =>
    matches(query, 50).some(
      (one) => isParty(one.entry, own) && (one.score >= 60 || one.band === 'exact'),
    ),
  )
  expect(share(alerted.length, changed.length)).toBeGreaterThanOrEqual(published)
})

test('of numbered sisters of listed institutes and factories at most three percent are alerted', () => {
  const names = namesOf(file) as { text: string; kind: number; entry: number }[]
  const listed = new Set(names.map(({ text }) => text.toLowerCase()))
  const sisters = names
    .filter(({ kind, text }) => kind === 0 && /institute|plant|factory|academy|bureau/i.test(text))
    .filter(({ text, entry: own }) => /\d/.test(text) && entries[own]!.type !== 'Vessel')
    .map(({ text }) => text.replace(/\d+/g, (number) => String(Number(number) + 400)))
    .filter((text) => !listed.has(text.toLowerCase()))
  const alerted = sisters.filter((name) => (matches(name, 1)[0]?.score ?? 0) >= 60)
  expect(sisters.length).toBeGreaterThan(100)
  expect(share(alerted.length, sisters.length)).toBeLessThanOrEqual(3)
})

test('at least 95 percent of names in other scripts are among the first ten', () => {
  const found = NATIVE.filter(({ query, listed }) =>
    matches(query).some((one) => listed.test(one.text) || listed.test(entries[one.entry]!.name)),
  )
  expect(share(found.length, NATIVE.length)).toBeGreaterThanOrEqual(95)
})
