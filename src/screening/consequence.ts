import type { ListEntry } from './list-entry.ts'
import type { IndexMeta } from './index-file.ts'

/** What follows for a deal from standing on a list, as far as list and entry say. */
export interface Consequence {
  readonly citation: string
  readonly requirement: string
  /** The entry's own words, where it has some. */
  readonly licenseRequirement?: string
  readonly reviewPolicy?: string
  readonly exceptions?: string
  readonly footnotes: readonly number[]
  readonly federalRegisterNotice?: string
  /** What `lists` of a case would say of the party. */
  readonly facts: readonly string[]
  readonly twoPeople: boolean
  readonly confidence: string
}

/** An entry of 744.16(f) is the address itself: any party there triggers it. */
export const isAddressAlone = ({ name }: Pick<ListEntry, 'name'>): boolean =>
  /^Address \d+$/.test(name)

/** The consequence of an entry; a list of one's own has none but that a person decides. */
export function consequenceOf(entry: ListEntry, meta: IndexMeta): Consequence {
  const law = meta.lists.find(({ code }) => code === entry.list)?.law
  const facts = new Set(isAddressAlone(entry) ? meta.addressFacts : law?.facts)
  for (const footnote of entry.footnotes) {
    const fact = meta.footnotes[footnote]
    if (fact !== undefined) facts.add(fact)
  }
  if (entry.list === 'SDN' && entry.programs.some((one) => meta.programsOf7448.includes(one)))
    facts.add('sdn-744.8')
  return {
    citation: law?.citation ?? 'a list of your own',
    requirement: law?.requirement ?? 'A person decides.',
    ...(entry.licenseRequirement !== undefined && { licenseRequirement: entry.licenseRequirement }),
    ...(entry.licensePolicy !== undefined && { reviewPolicy: entry.licensePolicy }),
    ...(law?.exceptions !== undefined && { exceptions: law.exceptions }),
    footnotes: entry.footnotes,
    ...(entry.federalRegisterNotice !== undefined && {
      federalRegisterNotice: entry.federalRegisterNotice,
    }),
    facts: [...facts],
    twoPeople:
      law?.twoPeople === true || entry.countries.some((one) => meta.twoPeopleIn.includes(one)),
    confidence: law?.confidence ?? 'C',
  }
}
