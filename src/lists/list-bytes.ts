import { entryAt } from '../screening/entries.ts'
import type { IndexFile } from '../screening/index-file.ts'
import type { ListEntry } from '../screening/list-entry.ts'
import { canonicalEntry } from './identify.ts'

/** The entries of a list by id: the one order in which a list is kept, hashed and searched. */
export const byId = (entries: readonly ListEntry[]): ListEntry[] =>
  entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/**
 * A list as text: the canonical JSON of its entries, one a line, by id. The SHA-256 of these bytes is the
 * one by which an answer names the list, whatever file and order it was read from.
 */
export const listText = (entries: readonly ListEntry[]): string =>
  byId(entries).map(canonicalEntry).join('\n')

/** The bytes of the list of an index that has this SHA-256; undefined where none has. */
export function listBytes({ meta, entries }: IndexFile, sha256: string): Uint8Array | undefined {
  let first = 0
  for (const list of meta.lists) {
    if (list.sha256 === sha256) {
      const own = Array.from({ length: list.entries }, (_, i) => entryAt(entries, first + i))
      return Buffer.from(listText(own), 'utf8')
    }
    first += list.entries
  }
  return undefined
}

/** The entries of a list that was kept as text; their ids come first, as an index wants them. */
export const entriesOfText = (text: string): ListEntry[] =>
  text === ''
    ? []
    : text.split('\n').map((line) => {
        const { id, ...entry } = JSON.parse(line) as ListEntry
        return { id, ...entry }
      })
