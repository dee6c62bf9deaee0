import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, contextOf } from '../../src/check.ts'
import { OUTCOMES, type Outcome } from '../../src/determination.ts'
import type { Case } from '../../src/facts/case.ts'
import { dealItems } from '../../src/facts/deal.ts'
import { asks } from '../../src/logic/asks.ts'
import { INDEXED_AFTER, lawOn, type Active, type Law } from '../../src/rules/on-day.ts'
import { outcomeOf } from '../../src/stages/outcome.ts'
import { engine } from '../engine.ts'
import { determined, mayPrecede, optionsFor, outcomeUnder, STOPS, type Under } from './judged.ts'
import { days, deals, postures } from './random-deal.ts'
import { removals, without } from './removals.ts'
import { holds, TIMES } from './seeded.ts'

const under: fc.Arbitrary<Under> = fc.record({ day: days, posture: postures })

describe('the fast path', () => {
  const seen = new Map<Outcome, number>()

  it('gives the outcome that the proofs give, and asks wherever it needs facts', () => {
    const property = fc.property(deals, under, (deal, when) => {
      const full = determined(deal, when)
      expect(outcomeUnder(deal, when)).toBe(full.outcome)
      if (full.outcome === 'needs-facts') expect(full.questions).not.toEqual([])
      for (const { id, proof, verdict } of full.findings) expect(proof.verdict, id).toBe(verdict)
      seen.set(full.outcome, (seen.get(full.outcome) ?? 0) + 1)
    })
    holds('fast = proved', property, 250)
  })

  // Some outcomes are one in two hundred deals.
  it.skipIf(TIMES < 10)('was compared on every outcome', () => {
    for (const outcome of OUTCOMES) expect(seen.get(outcome) ?? 0, outcome).toBeGreaterThan(5)
  })

  it('is taken: no condition is read, and compiled verdicts are', () => {
    const property = fc.property(
      deals,
      fc.constantFrom('2023-12-01', '2025-06-01', '2026-11-22'),
      postures,
      (deal, day, posture) => {
        const law = lawOn(engine.pack, day, false)
        const proved = check(engine, deal, optionsFor({ day, posture })).outcome
        const facts = dealItems(deal, contextOf(engine, law, { profiles: [] }))
        // The index is made of the conditions once; after that nobody reads them.
        for (let i = 0; i < INDEXED_AFTER; i++) law.ruledOut(facts[0]!.facts)
        const prohibitions = facts.map((item) => {
          const ruledOut = law.ruledOut(item.facts)
          return law.by.prohibition.filter(
            ({ number, provision }) =>
              ruledOut[number] === undefined && provision.withoutLicense !== true,
          ).length
        })
        const calls = blinded(law)
        expect(outcomeOf(law, facts, posture)).toBe(proved)
        // The first row of the table asks each prohibition of any deal that the index lets through, by its closure.
        expect(calls()).toBeGreaterThanOrEqual(Math.max(...prohibitions))
        expect(calls()).toBeGreaterThan(0)
      },
    )
    holds('fast path taken', property, 5)
  })
})

/** Takes the conditions away from a law, so that nothing can be proved, and counts the calls of its closures. */
function blinded(law: Law): () => number {
  let calls = 0
  for (const active of Object.values(law.by).flat()) {
    const { codified, applied } = active
    const counted =
      (inner: Active['codified']): Active['codified'] =>
      (facts, member) => {
        calls++
        return inner(facts, member)
      }
    Object.defineProperty(active, 'when', { get: () => expect.unreachable('a condition was read') })
    Object.assign(active, { codified: counted(codified), applied: counted(applied) })
  }
  return () => calls
}

describe('what is not known', () => {
  const pairs = new Map<string, number>()
  const turns = fc.array(fc.tuple(fc.nat(99_999), fc.boolean()), { minLength: 1, maxLength: 12 })

  it('never makes an outcome more permissive, and knowing it never turns a settled one', () => {
    const property = fc.property(deals, under, turns, (deal, when, chosen) => {
      const known = outcomeUnder(deal, when)
      let less = deal
      for (const [turn, sayUnknown] of chosen) {
        const all = removals(less)
        if (all.length === 0) break
        less = without(less, all[turn % all.length]!, sayUnknown)
        const now = outcomeUnder(less, when)
        pairs.set(`${known} > ${now}`, (pairs.get(`${known} > ${now}`) ?? 0) + 1)
        if (known === 'prohibited' && now === 'license-required') expectAsked(less, when)
        else expect(mayPrecede(known, now), `${known}, but ${now} with less knowledge`).toBe(true)
      }
    })
    holds('less knowledge of a deal', property, 300)
  })

  it.skipIf(TIMES < 10)(
    'was taken out of deals of every outcome, and often left them settled',
    () => {
      for (const outcome of OUTCOMES) {
        const of = [...pairs].filter(([pair]) => pair.startsWith(`${outcome} >`))
        expect(
          of.reduce((sum, [, n]) => sum + n, 0),
          outcome,
        ).toBeGreaterThan(30)
      }
      for (const outcome of [...STOPS, 'no-license-required'])
        expect(pairs.get(`${outcome} > ${outcome}`)).toBeGreaterThan(10)
      expect(pairs.get('no-license-required > needs-facts')).toBeGreaterThan(10)
    },
  )
})

/** A requirement that is certain hides no prohibition: what could prohibit the deal is asked beside it. */
function expectAsked(deal: Case, when: Under): void {
  const { findings, questions } = determined(deal, when)
  const open = findings.filter(
    ({ kind, verdict }) => kind === 'prohibition' && verdict === 'unknown',
  )
  expect(open).not.toEqual([])
  const asked = new Set(questions.map(({ fact }) => fact))
  for (const { path } of open.flatMap(({ proof }) => asks(proof))) expect(asked).toContain(path)
}

describe('what does not matter', () => {
  it('the order and the names of the parties', () => {
    const property = fc.property(deals, under, fc.nat(), (deal, when, turn) => {
      const parties = deal.parties ?? []
      const at = parties.length === 0 ? 0 : turn % parties.length
      const turned = [...parties.slice(at), ...parties.slice(0, at)]
        .toReversed()
        .map((party, i) => ({ ...party, name: `Party ${i}` }))
      const other = determined(parties.length === 0 ? deal : { ...deal, parties: turned }, when)
      const one = determined(deal, when)
      expect(other.outcome).toBe(one.outcome)
      expect([...other.because].sort()).toEqual([...one.because].sort())
      expect(other.reviewPolicy).toBe(one.reviewPolicy)
    })
    holds('party order', property, 40)
  })

  it('the order of the keys of a case', () => {
    const property = fc.property(deals, under, (deal, when) => {
      expect(JSON.stringify(determined(reversed(deal) as Case, when))).toBe(
        JSON.stringify(determined(deal, when)),
      )
    })
    holds('key order', property, 20)
  })

  it('when it is asked: the same deal gives the same bytes', () => {
    const property = fc.property(deals, under, (deal, when) => {
      expect(JSON.stringify(determined(structuredClone(deal), when))).toBe(
        JSON.stringify(determined(deal, when)),
      )
    })
    holds('same bytes', property, 20)
  })
})

/** The same mapping with its keys in the opposite order, at every depth but in lists of values. */
function reversed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(reversed)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .toReversed()
      .map(([key, value]) => [key, reversed(value)]),
  )
}
