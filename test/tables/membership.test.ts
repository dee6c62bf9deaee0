import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { files, geography, isMember } from './read-tables.ts'

interface Original {
  readonly countries: Record<
    string,
    {
      readonly groups: readonly string[]
      readonly chart: Record<string, boolean> | null
      readonly treatAs: string | null
      readonly derived: { readonly macauOrD5: boolean; readonly advCompRegionalScope: boolean }
    }
  >
  readonly lists: Record<string, unknown>
}

const original = new URL('../../../shared/data/country-groups.json', import.meta.url)
const present = existsSync(original)
if (!present) console.log(`skipped: membership on 2026-09-24, no ${original.pathname}`)

const places = geography.countries.map((country) => country.code)
const groups = [
  'A:1',
  'A:2',
  'A:3',
  'A:4',
  'A:5',
  'A:6',
  'B',
  'D:1',
  'D:2',
  'D:3',
  'D:4',
  'D:5',
  'E:1',
  'E:2',
]

describe.skipIf(!present)('membership on 2026-09-24', () => {
  const data = present ? (JSON.parse(readFileSync(original, 'utf8')) as Original) : undefined
  const members = (id: string): string[] => places.filter((p) => isMember(p, id, '2026-09-24'))
  const marked = (test: (c: Original['countries'][string]) => boolean): string[] =>
    places.filter((p) => data!.countries[p] !== undefined && test(data!.countries[p]))

  it.each(groups)('of group %s', (group) => {
    expect(members(group)).toEqual(marked((c) => c.groups.includes(group)))
  })

  it('of Macau or D:5', () => {
    expect(members('macau-or-d5')).toEqual(marked((c) => c.derived.macauOrD5))
  })

  it('of the advanced-computing scope, where the UAE is a case of its own', () => {
    const named = marked((c) => c.derived.advCompRegionalScope).filter((place) => place !== 'AE')
    expect(members('advanced-computing-scope')).toEqual(named)
  })

  const columns = files
    .flatMap((file) => file.tables.map((table) => table.id))
    .filter((id) => /^chart-[A-Z]{2}\d$/.test(id) && !id.startsWith('chart-AT'))
  it.each(columns)('of %s', (id) => {
    const column = id.slice('chart-'.length)
    expect(members(id)).toEqual(marked((c) => c.chart?.[column] === true))
  })

  it.each([
    ['supplement-4-part-742', 'supp4Part742'],
    ['supplement-3-part-746', 'supp3Part746'],
    ['supplement-3-part-744', 'supp3Part744'],
    ['supplement-5-part-740-a', 'supp5Part740a_diffusion_notEnforced'],
    ['un-arms-embargo-746.1', 'unArmsEmbargo_746_1_b_2'],
    ['military-intelligence-countries', 'mieuCountries_744_22'],
  ])('of %s', (id, list) => {
    const rows = places.filter(
      (p) => geography.countries.find((c) => c.code === p)?.treatAs === undefined,
    )
    const listed = [...(data!.lists[list] as string[])].sort()
    expect(rows.filter((p) => isMember(p, id, '2026-09-24'))).toEqual(listed)
  })
})

/**
 * The first day of the modelled time, each day on which something changed, and the day before
 * it.
 */
const days = [
  '2022-10-07',
  '2024-03-14',
  '2024-03-15',
  '2024-05-09',
  '2024-05-10',
  '2025-11-06',
  '2025-11-07',
  '2026-07-09',
  '2026-07-10',
  '2026-11-22',
]

/** The embargoes of part 746 on whole countries; 746.6 is on regions. */
const wholeCountries = files
  .flatMap(({ tables }) => tables.map(({ id }) => id))
  .filter((id) => id.startsWith('embargo-746.') && id !== 'embargo-746.6')

describe('computed sets', () => {
  it.each(days)('agree with their composition on %s', (day) => {
    const inAny = (place: string, ids: string[]): boolean =>
      ids.some((id) => isMember(place, id, day))
    for (const place of places) {
      const scope = inAny(place, ['D:1', 'D:4', 'D:5']) && !inAny(place, ['A:5', 'A:6'])
      expect(isMember(place, 'advanced-computing-scope', day), place).toBe(scope)
      const macauOrD5 = place === 'MO' || isMember(place, 'D:5', day)
      expect(isMember(place, 'macau-or-d5', day), place).toBe(macauOrD5)
      const embargoed = inAny(place, wholeCountries)
      expect(isMember(place, 'embargoed-destinations', day), place).toBe(embargoed)
    }
  })
})

describe('the traps', () => {
  it.each([
    ['Macau is not in D:5', 'MO', 'D:5', '2026-09-24', false],
    ['Macau is Macau or D:5', 'MO', 'macau-or-d5', '2026-09-24', true],
    ['Macau is in the scope through D:1', 'MO', 'advanced-computing-scope', '2024-01-01', true],
    ['Hong Kong is treated as China', 'HK', 'D:5', '2022-10-07', true],
    ['Israel is D:4', 'IL', 'D:4', '2026-09-24', true],
    ['Israel is A:6', 'IL', 'A:6', '2026-09-24', true],
    ['Israel is out of the scope', 'IL', 'advanced-computing-scope', '2026-09-24', false],
    ['the UAE is D:4 to the last day', 'AE', 'D:4', '2026-07-09', true],
    ['the UAE is D:3 to the last day', 'AE', 'D:3', '2026-07-09', true],
    [
      'the UAE is in the scope to the last day',
      'AE',
      'advanced-computing-scope',
      '2026-07-09',
      true,
    ],
    ['the UAE leaves D:4', 'AE', 'D:4', '2026-07-10', false],
    ['the UAE leaves D:3', 'AE', 'D:3', '2026-07-10', false],
    ['the UAE enters A:5', 'AE', 'A:5', '2026-07-10', true],
    ['the UAE is not yet A:5', 'AE', 'A:5', '2026-07-09', false],
    ['the UAE leaves the computed scope', 'AE', 'advanced-computing-scope', '2026-07-10', false],
    ['Cambodia is D:5', 'KH', 'D:5', '2025-11-06', true],
    ['Cambodia leaves D:5', 'KH', 'D:5', '2025-11-07', false],
    [
      'Cambodia stays in the scope through D:1',
      'KH',
      'advanced-computing-scope',
      '2026-09-24',
      true,
    ],
    ['Cyprus is D:5', 'CY', 'D:5', '2024-05-09', true],
    ['Cyprus leaves D:5', 'CY', 'D:5', '2024-05-10', false],
    [
      'Cyprus is A:6 and so out of the scope while it is D:5',
      'CY',
      'advanced-computing-scope',
      '2024-01-01',
      false,
    ],
    ['Nicaragua is B', 'NI', 'B', '2024-03-14', true],
    ['Nicaragua is not yet D:5', 'NI', 'D:5', '2024-03-14', false],
    ['Nicaragua enters D:5', 'NI', 'D:5', '2024-03-15', true],
    ['Nicaragua leaves B', 'NI', 'B', '2024-03-15', false],
    [
      'Nicaragua enters the military end-use list',
      'NI',
      'meu-countries-supplement-2',
      '2024-03-15',
      true,
    ],
    ['Vietnam is D:1 and in the scope', 'VN', 'advanced-computing-scope', '2026-09-24', true],
    ['Taiwan is D:3 only and A:6', 'TW', 'advanced-computing-scope', '2026-09-24', false],
    ['Taiwan joins Supplement 3 to part 746', 'TW', 'supplement-3-part-746', '2023-02-26', false],
    ['Australia needs an NS1 license before AUKUS', 'AU', 'chart-NS1', '2024-04-18', true],
    ['Australia is out of NS1 since AUKUS', 'AU', 'chart-NS1', '2024-04-19', false],
    ['Canada never had an NS1 mark', 'CA', 'chart-NS1', '2022-10-07', false],
    ['G42 is approved to its last day', 'G42', 'supplement-8-part-740', '2027-04-05', true],
    ['G42 lapses', 'G42', 'supplement-8-part-740', '2027-04-06', false],
    ['Puerto Rico is the United States', 'PR', 'A:1', '2026-09-24', true],
    [
      'Antarctica is in no group and said to be unsettled',
      'AQ',
      'destinations-without-entry',
      '2026-09-24',
      true,
    ],
  ])('%s', (_, place, id, day, expected) => {
    expect(isMember(place, id, day)).toBe(expected)
  })
})
