import { hash } from 'node:crypto'
import type { ListEntry } from '../screening/list-entry.ts'

const sha256 = (text: string): string => hash('sha256', text)

/**
 * The id of an entry: its list, and a digest of what identifies it there: the publisher's number, or else
 * the name and the countries. `again` counts entries that are identified alike.
 */
export function idOf(
  { list, entityNumber, name, countries }: Omit<ListEntry, 'id'>,
  again: number,
): string {
  const what =
    entityNumber === undefined
      ? [
          name
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim(),
          countries.toSorted().join(','),
        ]
      : [entityNumber]
  return `${list}-${sha256([list, ...what, ...(again === 0 ? [] : [again])].join('\n')).slice(0, 10)}`
}

/**
 * The canonical JSON (RFC 8785) of an entry, whose SHA-256 changes when anything that the list says of the
 * party does. An entry holds texts, whole numbers and flat records alone, so that keys in their order are
 * all that it takes; they are put in it by hand, since sorting those of every entry takes longer than
 * reading its names.
 */
export const canonicalEntry = (entry: ListEntry): string =>
  JSON.stringify({
    addresses: entry.addresses.map(({ country, text }) => ({ country, text })),
    aliases: entry.aliases,
    citizenships: entry.citizenships,
    countries: entry.countries,
    datesOfBirth: entry.datesOfBirth,
    endDate: entry.endDate,
    entityNumber: entry.entityNumber,
    federalRegisterNotice: entry.federalRegisterNotice,
    footnotes: entry.footnotes,
    id: entry.id,
    ids: entry.ids,
    informationUrl: entry.informationUrl,
    licensePolicy: entry.licensePolicy,
    licenseRequirement: entry.licenseRequirement,
    list: entry.list,
    name: entry.name,
    nationalities: entry.nationalities,
    placesOfBirth: entry.placesOfBirth,
    programs: entry.programs,
    remarks: entry.remarks,
    sourceUrl: entry.sourceUrl,
    standardOrder: entry.standardOrder,
    startDate: entry.startDate,
    title: entry.title,
    type: entry.type,
    vessel: entry.vessel === undefined ? undefined : sorted(entry.vessel),
  } satisfies Record<keyof ListEntry, unknown>)

const sorted = (record: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, record[key]!]),
  )
