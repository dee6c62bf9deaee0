import type { ListEntry } from './list-entry.ts'
import type { EntryStore } from './index-file.ts'

const decoder = new TextDecoder()

/** The entry of a number. */
export function entryAt({ starts, bytes }: EntryStore, entry: number): ListEntry {
  return JSON.parse(decoder.decode(bytes.subarray(starts[entry], starts[entry + 1]))) as ListEntry
}

/** What of an entry bears on its score. */
export type EntryBrief = Pick<ListEntry, 'type' | 'countries'>

/** Reads the brief of an entry, once. */
export function briefsOf(store: EntryStore): (entry: number) => EntryBrief {
  const known = new Map<number, EntryBrief>()
  return (entry) => {
    const had = known.get(entry)
    if (had !== undefined) return had
    const { type, countries } = entryAt(store, entry)
    const brief = { ...(type !== undefined && { type }), countries }
    known.set(entry, brief)
    return brief
  }
}

/** SHA-256 of an entry's canonical JSON, in hexadecimal. */
export function digestAt({ digests }: EntryStore, entry: number): string {
  let text = ''
  for (const byte of digests.subarray(entry * 32, entry * 32 + 32))
    text += byte.toString(16).padStart(2, '0')
  return text
}
