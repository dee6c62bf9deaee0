import { describe, expect, it } from 'vitest'
import type { Profile } from '../../src/facts/assumptions.ts'
import { deal, dictionary, profiles } from './world.ts'

const profile = (
  more: Partial<Profile> = {},
  assume: Partial<Profile['assume'][number]> = {},
): Profile => ({
  id: 'onboarding',
  company: 'Example Inc.',
  signedBy: 'J. Doe',
  signedOn: '2026-01-01',
  assume: [
    {
      fact: 'endUse.military',
      value: 'no',
      basis: 'end-use statement',
      expires: '2027-01-01',
      ...assume,
    },
  ],
  ...more,
})

const military = (yaml: string, ...kept: Profile[]): unknown => {
  const [item] = deal(`id: A\n${yaml}`, { profiles: kept })
  return item!.facts.values['endUse.military']
}
const onDay = (day: string, kept = profile()): unknown =>
  deal('id: A', { day, profiles: [kept] })[0]!.facts.values['endUse.military']

describe('assumption profiles', () => {
  it('fill in where the case is silent', () => {
    expect(military('')).toBeUndefined()
    expect(military('', profile())).toBe(false)
    expect(military('endUse: { supercomputer: no }', profile())).toBe(false)
  })

  it('yield to an explicit value and to an explicit unknown', () => {
    expect(military('endUse: { military: yes }', profile())).toBe(true)
    expect(military('endUse: { military: unknown }', profile())).toBeUndefined()
    expect(
      military('endUse: { military: { value: unknown, source: form } }', profile()),
    ).toBeUndefined()
  })

  it('end on the day of their expiry, and begin on the day of the signature', () => {
    expect(onDay('2025-12-31')).toBeUndefined()
    expect(onDay('2026-01-01')).toBe(false)
    expect(onDay('2026-12-31')).toBe(false)
    expect(onDay('2027-01-01')).toBeUndefined()
  })

  it('yield to an open red flag that touches the fact', () => {
    expect(
      military('redFlags: [{ flag: no. 2, touches: [endUse.military] }]', profile()),
    ).toBeUndefined()
    expect(military('redFlags: [{ flag: no. 2 }]', profile())).toBeUndefined()
    expect(military('redFlags: [{ flag: no. 2, touches: [endUse.nuclear] }]', profile())).toBe(
      false,
    )
    expect(military('redFlags: []', profile())).toBe(false)
  })

  it('stand again when the flag is resolved', () => {
    const resolved =
      'resolved: { how: called, by: J. Doe, on: 2026-10-01, evidence: file 7, evidenceKind: site-visit }'
    expect(military(`redFlags: [{ flag: no. 2, ${resolved} }]`, profile())).toBe(false)
    expect(
      military(`redFlags: [{ flag: no. 2, ${resolved} }, { flag: no. 3 }]`, profile()),
    ).toBeUndefined()
  })

  it('yield for the item alone that the flag is about', () => {
    const items = deal('items: [{}, {}]\nredFlags: [{ flag: no. 2, item: 1 }]', {
      profiles: [profile()],
    })
    expect(items.map(({ facts }) => facts.values['endUse.military'])).toEqual([false, undefined])
  })

  it('count in their order: the first that stands wins', () => {
    const other = profile({ id: 'second' }, { value: 'yes' })
    expect(military('', profile(), other)).toBe(false)
    expect(military('', other, profile())).toBe(true)
    expect(military('', profile({}, { expires: '2026-11-20' }), other)).toBe(true)
  })

  it('are marked in the facts and in the answer', () => {
    const [item] = deal('id: A', { profiles: [profile()] })
    expect(item!.facts.sources['endUse.military']).toMatchObject({ from: 'assumed' })
    expect(item!.assumed).toEqual([
      {
        fact: 'endUse.military',
        value: 'no',
        profile: 'onboarding',
        basis: 'end-use statement',
        signedBy: 'J. Doe',
        expires: '2027-01-01',
      },
    ])
    expect(deal('endUse: { military: no }', { profiles: [profile()] })[0]!.assumed).toEqual([])
  })

  it('yield to letters, of which a case says in its own words', () => {
    const letters = profile({}, { fact: 'item.letter' })
    const bound = (yaml: string): unknown =>
      deal(yaml, { profiles: [letters] })[0]!.facts.values['item.letter']
    expect(bound('id: A')).toBe(false)
    expect(bound('letters: [{ received: 2026-05-01, covers: all }]')).toBe(true)
  })
})

describe('profileSchema', () => {
  const accepts = (fact: string, value: unknown): boolean =>
    profiles.safeParse(profile({}, { fact, value })).success

  it('accepts knowledge of the end use', () => {
    expect(accepts('endUse.military', 'no')).toBe(true)
  })

  // A letter binds its recipient alone: the exporter is asked, and nobody assumes.
  it('refuses to assume that there is no letter', () => {
    expect(accepts('item.letter', false)).toBe(false)
  })

  it('refuses every fact of identity, place, ownership, listing and classification', () => {
    const assumable = [...dictionary.values()]
      .filter((fact) => fact.assumable)
      .map(({ name }) => name)
    expect(assumable.filter((name) => !/^(endUse\.|usPersonSupport$)/.test(name))).toEqual([])
    for (const { name, type, values } of dictionary.values()) {
      if (assumable.includes(name)) continue
      const good = {
        boolean: 'no',
        number: 1,
        text: 'x',
        date: '2026-01-01',
        country: 'SG',
        'one-of': values?.[0],
        set: [],
      }
      expect([name, accepts(name, good[type])]).toEqual([name, false])
    }
  })

  it.each([
    ['endUse.military', 'unknown'],
    ['endUse.military', 'maybe'],
    ['endUse.military', undefined],
    ['endUse.millitary', 'no'],
    ['__proto__', 'no'],
  ])('refuses %s = %s', (fact, value) => expect(accepts(fact, value)).toBe(false))

  it.each([{ signedOn: '2026-02-30' }, { signedBy: '' }, { id: '' }, { assume: [] }])(
    'refuses a profile with %j',
    (more) => expect(profiles.safeParse(profile(more)).success).toBe(false),
  )
})
