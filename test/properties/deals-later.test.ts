import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { engineOf } from '../../src/engine.ts'
import type { Pack } from '../../src/rules/pack.ts'
import type { Provision } from '../../src/rules/provision.ts'
import { engine } from '../engine.ts'
import { optionsFor } from './judged.ts'
import { days, deals, postures } from './random-deal.ts'
import { holds } from './seeded.ts'

const LATER = '2028-01-01'

/** The pack with more law that begins after every law date of the test: each kind of change, everywhere. */
function withLaterLaw({ provisions, tables, ...rest }: Pack): Pack {
  const texts = provisions.map((provision): Provision => {
    const [first] = provision.text
    const reversed = {
      ...first!,
      effective: { from: LATER },
      when: { kind: 'unless', of: first!.when } as const,
    }
    const stop = { from: LATER, state: 'not-enforced', source: 'a later notice' } as const
    return {
      ...provision,
      text: [...provision.text, reversed],
      enforcement: [...provision.enforcement, stop],
    }
  })
  const fresh = provisions.map((provision) => ({
    ...provision,
    id: `later.${provision.id}`,
    text: provision.text.map((text) => ({ ...text, effective: { from: LATER } })),
  }))
  return {
    ...rest,
    provisions: [...texts, ...fresh],
    tables: tables.map((table) => ({
      ...table,
      rows: [...table.rows, { value: 'JP', from: LATER }, { value: 'DE', from: LATER }],
    })),
  }
}

describe('law of a later day', () => {
  it('changes nothing of an earlier one but the hash of the pack', () => {
    const later = engineOf(withLaterLaw(engine.pack), 'later')
    const property = fc.property(deals, days, postures, (deal, day, posture) => {
      const { basis, ...now } = check(engine, deal, optionsFor({ day, posture }))
      const { basis: otherBasis, ...then } = check(later, deal, optionsFor({ day, posture }))
      expect(JSON.stringify(then)).toBe(JSON.stringify(now))
      expect(otherBasis).toEqual({ ...basis, pack: { ...basis.pack, sha256: 'later' } })
    })
    holds('as-of locality', property, 30)

    // The later law is no empty addition: on its first day it decides.
    const turned = fc.sample(deals, 40).filter((deal) => {
      const options = optionsFor({ day: LATER, posture: 'text' })
      return check(engine, deal, options).outcome !== check(later, deal, options).outcome
    })
    expect(turned.length).toBeGreaterThan(5)
  })
})
