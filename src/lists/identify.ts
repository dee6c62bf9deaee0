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
          [...countries].sort().join(','),
        ]
      : [entityNumber]
  return `${list}-${sha256([list, ...what, ...(again === 0 ? [] : [again])].join('\n')).slice(0, 10)}`
}

/**
 * The canonical JSON (RFC 8785) of an entry, whose SHA-256 changes when anything that the list says of the
 * party does. An entry holds texts, whole numbers and flat records alone, so
 * that sorted keys are all that it takes.
 */
export const canonicalEntry = (entry: ListEntry): string => JSON.stringify(sorted(entry))

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(sorted) : value
  const record = value as Readonly<Record<string, unknown>>
  const made: Record<string, unknown> = {}
  for (const key of Object.keys(record).sort()) made[key] = sorted(record[key])
  return made
}
