import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assumption, Profile } from '../../src/facts/assumptions.ts'
import type { Case } from '../../src/facts/case.ts'
import { placed, valueAt } from '../../src/explain/place.ts'
import { engine } from '../engine.ts'
import { determined, mayPrecede, type Under } from './judged.ts'
import { days, deals, postures } from './random-deal.ts'
import { holds, TIMES } from './seeded.ts'

const under: fc.Arbitrary<Under> = fc.record({ day: days, posture: postures })
const assumable = [...engine.dictionary.values()].filter((fact) => fact.assumable)

const assumption: fc.Arbitrary<Assumption> = fc.constantFrom(...assumable).chain((fact) =>
  fc.record({
    fact: fc.constant(fact.name),
    value:
      fact.type === 'set'
        ? fc.constantFrom([], [], [], [fact.values![0]!])
        : fc.constantFrom('yes', 'no', 'no', 'no'),
    basis: fc.constant('end-use statement on file'),
    expires: fc.constantFrom('2024-01-01', '2030-01-01', '2030-01-01'),
  }),
)
/** Facts that a broader answer covers where a case passes them over, docs/decisions/0010: silence about them is an answer. */
const passedOver = new Set(
  [...engine.dictionary.values()].flatMap(({ passedOver: over }) =>
    over === undefined ? [] : [over.stated],
  ),
)

const profile: fc.Arbitrary<Profile> = fc.record({
  id: fc.constant('onboarding'),
  company: fc.constant('Example Chips'),
  signedBy: fc.constant('K. Lee'),
  signedOn: fc.constantFrom('2022-10-07', '2022-10-07', '2025-06-01'),
  assume: fc.uniqueArray(assumption, {
    minLength: 1,
    maxLength: assumable.length,
    selector: ({ fact }) => fact,
  }),
})

/** The end use is what a case is most often silent on. */
const silent = fc.tuple(deals, fc.boolean()).map(([deal, isSilent]): Case => {
  const { endUse: _, ...rest } = deal
  return isSilent ? rest : deal
})

describe('an assumption profile', () => {
  let used = 0
  let settled = 0

  it('changes no stated fact, reaches no fact that may not be assumed, and acts as if the fact were stated', () => {
    const property = fc.property(silent, under, profile, (deal, when, standing) => {
      const bare = determined(deal, when)
      const full = determined(deal, when, [standing])
      const places = new Set(full.assumed.map(({ fact }) => engine.dictionary.get(fact)!.at))
      for (const place of places) expect(valueAt(deal, place)).toBeUndefined()
      // What is worked out where a case is silent gives way to what a profile says there.
      const elsewhere = ({ path }: { path: string }): boolean => !places.has(path)
      expect(full.facts.filter(({ assumed }) => !assumed).filter(elsewhere)).toEqual(
        bare.facts.filter(elsewhere),
      )
      for (const { fact } of full.assumed) expect(engine.dictionary.get(fact)?.assumable).toBe(true)
      expect(
        mayPrecede(full.outcome, bare.outcome) ||
          full.outcome === 'needs-facts' ||
          full.assumed.some(({ fact, value }) => passedOver.has(fact) && value === 'yes'),
        `${bare.outcome}, then ${full.outcome}`,
      ).toBe(true)

      // A letter is not stated as the answer to a question, and a red flag may put one item's question back alone.
      const isWhole =
        full.assumed.every(({ fact }) => fact !== 'item.letter') &&
        (deal.redFlags ?? []).every(({ item }) => item === undefined)
      if (full.assumed.length === 0 || !isWhole) return
      const stated = full.assumed.reduce(
        (so, { fact, value }) => placed(so, engine.dictionary.get(fact)!.at, value),
        deal,
      )
      expect(determined(stated, when).outcome).toBe(full.outcome)
      used++
      if (bare.outcome === 'needs-facts' && full.outcome !== 'needs-facts') settled++
    })
    holds('assumptions', property, 120)
  })

  it.skipIf(TIMES < 10)('was used often, and settled what was open', () => {
    expect(used).toBeGreaterThan(50)
    expect(settled).toBeGreaterThan(2)
  })
})
