import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/logic/condition.ts'
import type { Facts } from '../../src/logic/facts.ts'
import { isOrIsBelow, lawOn, textOn } from '../../src/rules/on-day.ts'
import type { Enforcement, Provision } from '../../src/rules/provision.ts'
import { membersOn } from '../../src/rules/tables.ts'
import { provision, readOf, text } from '../lint/packs.ts'

const to = (value: string): Condition => ({ kind: 'leaf', fact: 'to', is: { test: 'is', value } })
const deal = (country: string): Facts => ({
  values: { to: country },
  sources: {},
  paths: {},
  lists: {},
  label: '',
})
const law = (
  provisions: readonly Provision[],
  day: string,
  includeProposed = false,
): ReturnType<typeof lawOn> => lawOn(readOf(provisions).pack, day, includeProposed)

describe('the text of a day', () => {
  const dated = provision('ear.742.6', [
    text(to('CN'), '2022-10-21', '2023-11-17'),
    text(to('RU'), '2023-11-17'),
  ])

  it.each([
    ['2022-10-20', undefined],
    ['2022-10-21', 'CN'],
    ['2023-11-16', 'CN'],
    ['2023-11-17', 'RU'],
    ['2099-12-31', 'RU'],
  ])('on %s is %s', (day, country) => {
    const found = textOn(dated, day)
    expect(found?.when).toEqual(country === undefined ? undefined : to(country))
    expect(law([dated], day).by.requirement).toHaveLength(country === undefined ? 0 : 1)
  })

  it('of a definition that is not yet in force is met by nobody', () => {
    const definition: Provision = {
      ...provision('ear.def.far', [text(to('CN'), '2024-01-01')]),
      kind: 'definition',
    }
    const uses = provision('ear.742.6', [text({ kind: 'holds', id: 'ear.def.far' }, '2023-01-01')])
    const verdict = (day: string): string =>
      law([definition, uses], day).by.requirement[0]!.codified(deal('CN'))
    expect([verdict('2023-12-31'), verdict('2024-01-01')]).toEqual(['no', 'yes'])
  })
})

describe('the enforcement of a day', () => {
  const entry = (from: string, state: Enforcement['state'], onlyWhen?: Condition): Enforcement => ({
    from,
    state,
    source: state,
    ...(onlyWhen === undefined ? {} : { only_when: onlyWhen }),
  })
  const enforcement = [
    entry('2025-01-13', 'enforced'),
    entry('2025-05-13', 'partly-enforced', to('CN')),
    entry('2025-06-01', 'not-enforced'),
    entry('2025-07-01', 'suspended'),
    entry('2026-11-10', 'unverified'),
  ]
  const everywhere: Condition = { kind: 'leaf', fact: 'to', is: { test: 'known', value: true } }
  const stayed = { ...provision('ear.742.6', [text(everywhere, '2025-01-01')]), enforcement }

  it.each([
    ['2025-01-12', 'in-force', 'as-codified', 'yes', 'yes'],
    ['2025-01-13', 'in-force', 'as-codified', 'yes', 'yes'],
    ['2025-05-12', 'in-force', 'as-codified', 'yes', 'yes'],
    ['2025-05-13', 'in-force', 'partly', 'yes', 'no'],
    ['2025-06-01', 'not-enforced', 'not', 'no', 'no'],
    ['2025-07-01', 'suspended', 'not', 'no', 'no'],
    ['2026-11-09', 'suspended', 'not', 'no', 'no'],
    ['2026-11-10', 'unverified', 'unverified', 'yes', 'yes'],
  ])(
    'on %s is %s, %s; enforced for China %s, for Russia %s',
    (day, status, enforced, china, russia) => {
      const active = law([stayed], day).by.requirement[0]!
      expect([active.status, active.enforced]).toEqual([status, enforced])
      expect([active.applied(deal('CN')), active.applied(deal('RU'))]).toEqual([china, russia])
      expect([active.codified(deal('CN')), active.codified(deal('RU'))]).toEqual(['yes', 'yes'])
    },
  )
})

describe('proposed law', () => {
  const bill: Provision = { ...provision('proposed.bill', [text(to('CN'))]), status: 'proposed' }

  it('is a notice unless it is asked for', () => {
    const without = law([bill], '2026-01-01')
    const withIt = law([bill], '2026-01-01', true)
    expect([without.by.requirement.length, without.by.notice.length]).toEqual([0, 1])
    expect([withIt.by.requirement.length, withIt.by.notice.length]).toEqual([1, 0])
    expect(withIt.by.requirement[0]!.status).toBe('proposed')
  })
})

describe('relations', () => {
  it('reach an id and what is below it', () => {
    expect(isOrIsBelow('ear.742.6', 'ear.742.6')).toBe(true)
    expect(isOrIsBelow('ear.742.6.a.1', 'ear.742.6')).toBe(true)
    expect(isOrIsBelow('ear.742.61', 'ear.742.6')).toBe(false)
    expect(isOrIsBelow('ear.742', 'ear.742.6')).toBe(false)
  })

  it('join requirements, exceptions, bars and policies of the day', () => {
    const of = (id: string, more: Partial<Provision>, from = '2023-11-17'): Provision => ({
      ...provision(id, [text(to('CN'), from)]),
      ...more,
    })
    const pack = [
      of('ear.742.6.a', {}),
      of('ear.742.7', {}),
      of('ear.740.8', { kind: 'exception', lifts: ['ear.742.6'] }),
      of('ear.740.9', { kind: 'exception', lifts: ['ear.742.6'] }, '2026-01-01'),
      of('ear.740.2', { kind: 'bar', bars: ['ear.740'] }),
      of('ear.742.6.b', { kind: 'review-policy', reviews: ['ear.742.6.a'] }),
    ]
    const related = (day: string): unknown => {
      const { lifters, bars, policies } = law(pack, day)
      const say = (
        map: ReadonlyMap<{ provision: Provision }, readonly { provision: Provision }[]>,
      ): unknown =>
        Object.fromEntries(
          [...map].map(([one, others]) => [
            one.provision.id,
            others.map((other) => other.provision.id),
          ]),
        )
      return [say(lifters), say(bars), say(policies)]
    }
    expect(related('2025-12-31')).toEqual([
      { 'ear.742.6.a': ['ear.740.8'], 'ear.742.7': [] },
      { 'ear.740.8': ['ear.740.2'] },
      { 'ear.742.6.a': ['ear.742.6.b'], 'ear.742.7': [] },
    ])
    expect(related('2026-01-01')).toMatchObject([
      { 'ear.742.6.a': ['ear.740.8', 'ear.740.9'] },
      { 'ear.740.9': ['ear.740.2'] },
      {},
    ])
  })
})

describe('the members of a table', () => {
  it('are those of the day; the last day is not one', () => {
    const table = {
      id: 'D:5',
      title: '',
      law: '',
      verified: { on: '2026-01-01', against: '', confidence: 'A' as const },
      rows: [
        { value: 'CN' },
        { value: 'NI', from: '2024-03-15' },
        { value: 'CY', until: '2024-05-10' },
      ],
    }
    expect([...membersOn(table, '2024-03-14')]).toEqual(['CN', 'CY'])
    expect([...membersOn(table, '2024-03-15')]).toEqual(['CN', 'NI', 'CY'])
    expect([...membersOn(table, '2024-05-09')]).toEqual(['CN', 'NI', 'CY'])
    expect([...membersOn(table, '2024-05-10')]).toEqual(['CN', 'NI'])
  })
})
