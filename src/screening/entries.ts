import type { ListEntry } from './list-entry.ts'
import type { EntryStore } from './index-file.ts'

const decoder = new TextDecoder()

/** The entry of a number. */
export function entryAt({ starts, bytes }: EntryStore, entry: number): ListEntry {
  return JSON.parse(decoder.decode(bytes.subarray(starts[entry], starts[entry + 1]))) as ListEntry
}

/** SHA-256 of an entry's canonical JSON, in hexadecimal. */
export function digestAt({ digests }: EntryStore, entry: number): string {
  let text = ''
  for (const byte of digests.subarray(entry * 32, entry * 32 + 32))
    text += byte.toString(16).padStart(2, '0')
  return text
}
