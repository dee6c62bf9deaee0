import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { ListEntry } from '../screening/list-entry.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

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

/** SHA-256 of an entry's canonical JSON: it changes when anything that the list says of the party does. */
export const digestOf = (entry: ListEntry): string => sha256(canonicalize(entry)!)
