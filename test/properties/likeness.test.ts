import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseDecider, decisionOf, digestOf } from '../../src/batch/decision.ts'
import { layOut, outline } from '../../src/check.ts'
import type { Case } from '../../src/facts/case.ts'
import { asks } from '../../src/logic/asks.ts'
import type { Facts, List, Value } from '../../src/logic/facts.ts'
import { likenessUnder } from '../../src/logic/likeness.ts'
import { prove, type Proof } from '../../src/logic/prove.ts'
import { likenessOf } from '../../src/stages/likeness.ts'
import { engineOf } from '../../src/engine.ts'
import { engine } from '../engine.ts'
import { optionsFor } from './judged.ts'
import { worlds } from './logic-worlds.ts'
import { deals } from './random-deal.ts'
import { holds } from './seeded.ts'

/** Places that deals share, as those of one item do. */
const PATHS = {}
const INNER = {}

/** The same facts with numbers a step further, and at places that other deals have too. */
function moved(facts: Facts, step: number, paths: Facts['paths'] = PATHS): Facts {
  const further = (value: Value | undefined): Value | undefined =>
    typeof value === 'number' ? value + step : value
  const values = Object.fromEntries(
    Object.entries(facts.values).map(([name, value]) => [name, further(value)]),
  )
  const lists = Object.entries(facts.lists).map(([name, list]): [string, List | undefined] => [
    name,
    list && { ...list, members: list.members.map((one) => moved(one, step, INNER)) },
  ])
  return { ...facts, values, paths, lists: Object.fromEntries(lists) }
}

/** What a proof says but for the values that it saw. */
const meant = ({ verdict, claim, cite, asks: asked, because }: Proof): unknown => ({
  verdict,
  claim,
  cite,
  asked,
  because: because.map(meant),
})

function groupsOf<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups.values()].filter((group) => group.length > 1)
}

describe('facts that are alike', () => {
  let compared = 0

  it('are told apart by no condition, in verdict, proof or question', () => {
    const property = fc.property(worlds, ({ rules, deals: some, book }) => {
      const likeness = likenessUnder(
        rules.map(({ when }) => when),
        book,
        (text) => text,
      )
      const all = some.flatMap((deal) => [0, 1, 0.5, -1].map((step) => moved(deal, step)))
      for (const [first, ...others] of groupsOf(all, likeness)) {
        for (const { when } of rules) {
          const expected = prove(when, first!, book)
          for (const other of others) {
            const proof = prove(when, other, book)
            expect(meant(proof)).toEqual(meant(expected))
            expect(asks(proof)).toEqual(asks(expected))
            compared += JSON.stringify(other.values) === JSON.stringify(first!.values) ? 0 : 1
          }
        }
      }
    })
    holds('alike facts', property, 100)
  })

  it('were compared many times with others', () => {
    expect(compared).toBeGreaterThan(1_000)
  })
})

/** Nearly the same deal: another place, other seats, another price, more pieces. */
function neighbors(deal: Case): Case[] {
  const items = deal.items ?? []
  const parties = deal.parties ?? []
  const elsewhere = (to: string): Case => ({ ...deal, to })
  const seated = (key: 'country' | 'headquarters', code: string): Case => ({
    ...deal,
    parties: parties.map((party) => ({ ...party, [key]: code })),
  })
  const priced = (unitValue: number): Case => ({
    ...deal,
    items: items.map((item) => ({ ...item, quantity: item.quantity ?? 1, unitValue })),
  })
  return [
    deal,
    ...['KR', 'DE', 'BR', 'CN', 'MO', 'AE', 'US', 'IR'].map(elsewhere),
    ...['JP', 'FR', 'CN', 'RU'].map((code) => seated('headquarters', code)),
    ...['DE', 'SG', 'HK'].map((code) => seated('country', code)),
    ...[1, 1_500, 1_501, 4_999, 5_000, 5_001, 99_999].map(priced),
  ]
}

/** The same law as another thread has it. */
const another = engineOf(structuredClone(engine.pack), engine.sha256)

describe('deals that are alike', () => {
  const seen = { shared: 0, alone: 0 }

  it('are decided as each of them is by itself', () => {
    const days = fc.constantFrom('2026-11-20', '2025-06-01', '2023-12-01')
    const property = fc.property(deals, days, (deal, day) => {
      const options = optionsFor({ day, posture: 'enforced' })
      const { decide } = caseDecider(engine, options)
      const kinds = new Set<string>()
      for (const one of neighbors(deal)) {
        const laid = layOut(engine, one, options)
        const kind = likenessOf(laid.law, laid.deals, digestOf)
        seen[kinds.has(kind) ? 'shared' : 'alone'] += 1
        kinds.add(kind)
        const own = decisionOf(outline(engine, laid, options), engine)
        expect(decide(one, new Map())).toEqual(own)
      }
    })
    holds('alike deals', property, 40)
  })

  it('are decided alike where they are told of what was decided elsewhere, in another order', () => {
    const property = fc.property(deals, (deal) => {
      const options = optionsFor({ day: '2026-11-20', posture: 'enforced' })
      const all = neighbors(deal)
      const here = caseDecider(engine, options)
      const own = all.map((one) => here.decide(one, new Map()))
      const there = caseDecider(another, options)
      there.decide(all.at(-1)!, new Map())
      there.learn(here.news())
      for (const [i, one] of [...all.entries()].toReversed())
        expect(there.decide(one, new Map())).toEqual(own[i])
      // What was told of is not decided again.
      expect(there.news()).toHaveLength(1)
    })
    holds('alike deals elsewhere', property, 40)
  })

  it('were shared and were not', () => {
    expect(seen.shared).toBeGreaterThan(100)
    expect(seen.alone).toBeGreaterThan(100)
  })
})
