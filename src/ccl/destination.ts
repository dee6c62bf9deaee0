import type { Verdict } from '../logic/verdict.ts'
import type { Control } from './controls.ts'

/** The members of a dated table on the law date, by the table's id. */
export type Members = (table: string) => ReadonlySet<string | number>

/** Whether a control reaches a country, and how BIS enforces it there. */
export interface Reached {
  readonly verdict: Verdict
  readonly why: string | undefined
  /** `depends` on a party with its headquarters in Macau or D:5; `not-enforced` is still codified. */
  readonly enforcement: 'enforced' | 'depends' | 'not-enforced'
  readonly questions: readonly string[]
}

/** The day from which BIS does not enforce the worldwide lines of the AI Diffusion Rule. */
const NOT_ENFORCED_FROM = '2025-05-13'

/** Whether a country has a row of marks. Every graded row of the chart has an X under CB column 1. */
export function hasRow(country: string, members: Members): boolean {
  return members('chart-CB1').has(country)
}

/**
 * Whether a control requires a license for a country (after 15 CFR 738.3(b): Hong Kong is CN). A
 * missing mark is a no only in a row that has marks: the empty rows mean part 746, and a country
 * without a row is unknown.
 */
export function reaches(
  { where }: Control,
  country: string,
  members: Members,
  answers: ReadonlyMap<string, Verdict> | undefined,
  day: string,
): Reached {
  const open = (why: string, questions: readonly string[] = []): Reached => ({
    verdict: 'unknown',
    why,
    enforcement: 'enforced',
    questions,
  })
  const settled = (held: boolean): Reached => ({
    verdict: held ? 'yes' : 'no',
    why: undefined,
    enforcement: 'enforced',
    questions: [],
  })
  if ('see' in where) return open(`${where.see} decides`)
  if ('column' in where) {
    if (members(`chart-${where.column}`).has(country)) return settled(true)
    if (members('chart-none-part-746').has(country)) return open('part 746 governs, not the chart')
    return hasRow(country, members) ? settled(false) : open('the chart has no row for it')
  }
  const { destination, enforced } = where
  if (typeof destination === 'object') {
    if ('countries' in destination) return settled(destination.countries.includes(country))
    if ('except' in destination) return settled(!destination.except.includes(country))
    return settled(destination.tables.some((table) => members(table).has(country)))
  }
  switch (destination) {
    case 'worldwide': {
      const codified = settled(true)
      if (enforced === 'everywhere' || day < NOT_ENFORCED_FROM) return codified
      if (enforced === 'none') return { ...codified, enforcement: 'not-enforced' }
      return inAdvancedComputing(country, members)
        ? codified
        : { ...codified, enforcement: 'depends' }
    }
    case 'macau-or-d5': {
      const held = members('macau-or-d5').has(country)
      if (held) return settled(true)
      return members('d5-unsettled').has(country) ? open('its D:5 status is open') : settled(false)
    }
    case 'advanced-computing':
      return settled(inAdvancedComputing(country, members))
    case 'un-arms-embargo':
      return settled(members('un-arms-embargo-746.1').has(country))
    case 'footnote-5-party': {
      const verdict = answers?.get('footnote-5-party') ?? 'unknown'
      if (verdict !== 'unknown') return settled(verdict === 'yes')
      return open('depends on a party with footnote 5 on the Entity List', ['footnote-5-party'])
    }
  }
}

/** 15 CFR 742.6(a)(6)(iii)(B) names the United Arab Emirates beside the country groups. */
function inAdvancedComputing(country: string, members: Members): boolean {
  return country === 'AE' || members('advanced-computing-scope').has(country)
}
