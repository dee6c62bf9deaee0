import { describe, expect, it } from 'vitest'
import { caseOwners } from '../../src/facts/ownership-graph.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { context, deal, fact, mistakes, schema } from './world.ts'

const party = (owners: string, more = ''): string =>
  `parties: [{ role: end-user, name: T, country: SG${more}, owners: [${owners}] }]`
const listed = (share: string, name = 'L', more = ''): string =>
  `{ name: ${name}, share: ${share}, lists: [entity-list]${more} }`
const blocked = (share: string): string => `{ name: S, share: ${share}, lists: [sdn] }`
const clean = (share: string, more = ''): string => `{ name: C, share: ${share}, lists: []${more} }`
const unscreened = (share: string): string => `{ name: U, share: ${share} }`

const held = (...owners: string[]): unknown =>
  fact(party(owners.join(', ')), 'party.listedOwnership')
const blockedShare = (...owners: string[]): unknown =>
  fact(party(owners.join(', ')), 'party.sdnOwnership')

describe('the share of listed owners', () => {
  it.each([49.99, 50, 50.01])('is %s percent as given where everybody is known', (share) => {
    expect(held(listed(String(share)), clean(String(100 - share)))).toBe(share)
  })

  it('adds what several hold', () => {
    expect(held(listed('30'), listed('20', 'M'), clean('50'))).toBe(50)
  })

  it('never takes a remainder that nobody is named for as clean', () => {
    expect(held(listed('30'), listed('19', 'M'))).toEqual({ low: 49, high: 100 })
    expect(held(listed('30'), clean('60'))).toEqual({ low: 30, high: 40 })
    expect(held()).toEqual({ low: 0, high: 100 })
  })

  it('may include an owner who was not screened', () => {
    expect(held(listed('30'), unscreened('25'), clean('45'))).toEqual({ low: 30, high: 55 })
  })

  it('keeps an unknown share and an interval open', () => {
    expect(held(listed('unknown'), clean('60'))).toEqual({ low: 0, high: 40 })
    expect(held(listed('{ value: unknown, source: registry }'), clean('60'))).toEqual({
      low: 0,
      high: 40,
    })
    expect(held(listed('[45, 55]'), clean('45'))).toEqual({ low: 45, high: 55 })
  })

  it('is open up to 100 percent where the shares given are too many', () => {
    expect(held(listed('60'), clean('60'))).toEqual({ low: 60, high: 100 })
  })

  it('is not multiplied: who is owned by 50 percent passes its whole share on', () => {
    const owned = (share: string): unknown =>
      held(
        clean('60', `, owners: [${listed(share)}, { name: P, share: 40, lists: [], owners: [] }]`),
        '{ name: D, share: 40, lists: [] }',
      )
    expect(owned('60')).toBe(60)
    expect(owned('[45, 60]')).toEqual({ low: 0, high: 60 })
  })

  it('counts the owners of the law date', () => {
    const dated = party(
      `${listed('60', 'L', ', until: 2025-10-01')}, ${clean('60', ', from: 2025-10-01')}, { name: D, share: 40, lists: [] }`,
    )
    expect(fact(dated, 'party.listedOwnership', { day: '2025-09-30' })).toBe(60)
    expect(fact(dated, 'party.listedOwnership', { day: '2025-10-01' })).toBe(0)
  })

  it('is what the case states unless its owners hold more', () => {
    expect(fact(party(listed('60'), ', listedOwnership: 0'), 'party.listedOwnership')).toEqual({
      low: 60,
      high: 100,
    })
    expect(fact(party(clean('40'), ', listedOwnership: 10'), 'party.listedOwnership')).toBe(10)
  })
})

describe('how far a chain is followed', () => {
  it('ends at a direct owner of which the case says no more', () => {
    expect(held(clean('100'))).toBe(0)
  })

  it('is open above an owner whose owners are described in part', () => {
    expect(held(clean('100', ', owners: [{ name: P, share: 40, lists: [], owners: [] }]'))).toEqual(
      { low: 0, high: 100 },
    )
  })

  it('goes on above the owner of an owner until nobody owns it', () => {
    const above = (end: string): unknown =>
      held(clean('100', `, owners: [{ name: P, share: 100, lists: []${end} }]`))
    expect(above('')).toEqual({ low: 0, high: 100 })
    expect(above(', owners: []')).toBe(0)
  })

  it('does not end at a party that states owners of its own, or that may be either of two', () => {
    const parent = (more: string): string =>
      `parties: [{ role: end-user, name: T, owners: [{ name: P, share: 100, lists: [] }] }, { role: purchaser, name: P, lists: []${more} }`
    expect(fact(`${parent('')}]`, 'party.listedOwnership')).toBe(0)
    expect(fact(`${parent(', listedOwnership: 60')}]`, 'party.listedOwnership')).toEqual({
      low: 0,
      high: 100,
    })
    expect(
      fact(`${parent('')}, { role: ultimate-consignee, name: P }]`, 'party.listedOwnership'),
    ).toEqual({ low: 0, high: 100 })
  })
})

describe('one company in several places', () => {
  const graphOf = (yaml: string) => {
    const [read] = readCases(`kind: transaction\n${yaml}`, 'case.yaml', schema)
    if (read === undefined || !read.ok) throw new Error('not a case')
    return caseOwners(read.value.case, context)!
  }

  it('is known by its id, and a party by its name', () => {
    const { graph, subjects } = graphOf(`parties:
      - { role: end-user, name: T, owners: [{ name: acme, share: 60 }, { name: P, share: 40 }] }
      - { role: purchaser, name: P, lists: [] }
      - { role: tenant, name: V, owners: [{ id: acme, name: Acme, share: 10, lists: [meu-list] }] }`)
    expect(subjects).toEqual(['parties[0]', undefined, 'parties[2]'])
    expect(graph.holdings.map(({ holder, held: of }) => `${holder} > ${of}`)).toEqual([
      'id:acme > parties[0]',
      'parties[1] > parties[0]',
      'id:acme > parties[2]',
    ])
    expect(graph.entities.find(({ id }) => id === 'id:acme')?.lists).toEqual(['meu-list'])
  })

  it('is not another one of the same name', () => {
    const { graph } = graphOf(
      'parties: [{ role: end-user, name: T, owners: [{ name: F, share: 30 }, { name: F, share: 30 }] }]',
    )
    expect(graph.entities.map(({ id }) => id)).toEqual([
      'parties[0]',
      'parties[0].owners[0]',
      'parties[0].owners[1]',
    ])
  })

  it('is held once by an owner that the case names twice over', () => {
    const { graph } = graphOf(`parties:
      - { role: end-user, id: t, owners: [{ id: a, name: A, share: 60 }] }
      - { role: purchaser, id: t, owners: [{ id: a, name: A, share: 60 }] }`)
    expect(graph.holdings).toHaveLength(1)
  })

  it('may be in a circle', () => {
    const circle = (outside: string): string => `parties:
      - role: end-user
        id: t
        owners:
          - { id: a, name: A, share: 60, lists: [], owners: [{ name: t, share: 40 }, ${outside}] }
          - { name: C, share: 40, lists: [] }`
    expect(fact(circle(listed('60')), 'party.listedOwnership')).toBe(60)
    expect(
      fact(circle('{ name: P, share: 60, lists: [], owners: [] }'), 'party.listedOwnership'),
    ).toBe(0)
  })

  it('is on every list that one of the places names', () => {
    const twice = (first: string, second: string): unknown =>
      fact(
        `parties: [{ role: end-user, owners: [{ id: a, name: A, share: 60${first} }, { name: C, share: 40, lists: [] }] }, { role: tenant, id: a${second} }]`,
        'party.listedOwnership',
      )
    expect(twice(', lists: []', ', lists: [entity-list]')).toBe(60)
    expect(twice('', ', lists: []')).toBe(0)
    expect(twice(', lists: []', ', lists: unknown')).toEqual({ low: 0, high: 60 })
  })
})

describe('the share of blocked owners', () => {
  it('counts the SDN List alone, of which 744.8 names only some programs', () => {
    expect(blockedShare(blocked('30'), listed('20'), clean('50'))).toBe(30)
    expect(held(blocked('30'), listed('20'), clean('50'))).toEqual({ low: 20, high: 50 })
    expect(held('{ name: S, share: 30, lists: [sdn-744.8] }', clean('70'))).toBe(30)
  })

  it('is no more than what listed owners are stated to hold', () => {
    const stated = (share: string): unknown =>
      fact(`parties: [{ role: end-user, listedOwnership: ${share} }]`, 'party.sdnOwnership')
    expect([stated('0'), stated('60'), stated('unknown')]).toEqual([
      0,
      { low: 0, high: 60 },
      undefined,
    ])
  })

  it('is asked for with what listed owners hold, until that is known to be 50 percent', () => {
    const path = (more: string): unknown =>
      deal(`parties: [{ role: end-user${more} }]`)[0]!.facts.lists['parties']!.members[0]!.paths[
        'party.sdnOwnership'
      ]
    expect([path(''), path(', listedOwnership: 60'), path(`, owners: [${listed('60')}]`)]).toEqual([
      'parties[0].listedOwnership',
      'parties[0].sdnOwnership',
      'parties[0].sdnOwnership',
    ])
  })
})

describe('owners from Macau or D:5', () => {
  const seats = (...seat: string[]): string =>
    seat
      .map((code, i) => `{ name: O${i}, share: ${100 / seat.length}, headquarters: ${code} }`)
      .join(', ')
  const conflicts = (owners: string, more: string): number =>
    deal(party(owners, more))[0]!.partyConflicts.length

  it('are summed, Hong Kong as China', () => {
    expect(fact(party(seats('HK', 'MO', 'SG', 'JP')), 'party.d5Ownership')).toBe(50)
    expect(fact(party(seats('SG', 'unknown')), 'party.d5Ownership')).toEqual({ low: 0, high: 50 })
  })

  it('contradict a case that seats the party and its parent elsewhere, from 50 percent on', () => {
    const elsewhere = ', headquarters: SG, ultimateParent: { headquarters: SG }'
    expect(conflicts(seats('CN', 'SG'), elsewhere)).toBe(1)
    expect(conflicts(seats('CN', 'SG', 'SG'), elsewhere)).toBe(0)
    expect(conflicts(seats('CN'), ', headquarters: SG, ultimateParent: { headquarters: CN }')).toBe(
      0,
    )
    expect(conflicts(seats('CN'), ', headquarters: SG')).toBe(0)
  })
})

describe('a party in a region of 746.6', () => {
  const region = (country: string, rest = ''): unknown =>
    fact(`parties: [{ role: end-user, country: ${country} }]\n${rest}`, 'party.embargoedRegion')

  it.each([
    ['UA-43', 'to: SG', true],
    ['UA-40', '', true],
    ['SG', '', false],
    ['unknown', '', undefined],
    ['UA', 'to: SG', undefined],
    ['UA', 'to: UA', undefined],
    ['UA', 'to: UA\nregion: none', false],
    ['UA', 'to: UA\nregion: DNR', true],
    ['UA-14', 'to: SG', undefined],
    ['UA-14', 'to: UA\nregion: none', undefined],
    ['UA-14', 'to: UA-14\nregion: DNR', true],
  ])('%s, %s', (country, more, answer) => {
    expect(region(country, more)).toBe(answer)
  })

  it('is believed where the country leaves it open, and never against the country', () => {
    const stated = (country: string, answer: string): unknown =>
      fact(
        `parties: [{ role: end-user, country: ${country}, embargoedRegion: ${answer} }]`,
        'party.embargoedRegion',
      )
    expect([stated('UA', 'no'), stated('UA-14', 'yes'), stated('UA-43', 'no')]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('owners in a case', () => {
  it('have faults named at their place, at any depth', () => {
    const [fault] = mistakes(
      `kind: transaction\n${party(clean('60', ', owners: [{ name: P, share: 120, lists: [] }]'))}`,
    )
    expect(fault).toContain('120 is above 100 percent')
    const [misspelt] = mistakes(
      `kind: transaction\n${party(clean('60', ', owners: [{ name: P, shares: 20 }]'))}`,
    )
    expect(misspelt).toContain('share')
  })
})
