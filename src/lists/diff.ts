import canonicalize from 'canonicalize'
import { digestAt, entryAt } from '../screening/entries.ts'
import type { IndexFile } from '../screening/index-file.ts'
import type { ListEntry } from '../screening/list-entry.ts'

/** One entry that two versions of the lists have differently. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly list: string
  readonly name: string
  /** Number of the entry in the newer index, or in the older one where it was removed. */
  readonly entry: number
  /** Keys whose values differ, where the entry was changed. */
  readonly keys: readonly string[]
  readonly before?: ListEntry
  readonly after?: ListEntry
}

/** What changed from one version of the lists to another: list by list and by name, what is gone last. */
export function changesBetween(older: IndexFile, newer: IndexFile): Change[] {
  const before = numbersOf(older)
  const after = numbersOf(newer)
  const changes: Change[] = []
  for (const [id, at] of after) {
    const had = before.get(id)
    const digest = digestAt(newer.entries, at)
    if (had !== undefined && digestAt(older.entries, had) === digest) continue
    const entry = entryAt(newer.entries, at)
    const earlier = had === undefined ? undefined : entryAt(older.entries, had)
    changes.push({
      kind: earlier === undefined ? 'added' : 'changed',
      id,
      list: entry.list,
      name: entry.name,
      entry: at,
      keys: earlier === undefined ? [] : differing(earlier, entry),
      ...(earlier !== undefined && { before: earlier }),
      after: entry,
    })
  }
  for (const [id, at] of before) {
    if (after.has(id)) continue
    const entry = entryAt(older.entries, at)
    changes.push({
      kind: 'removed',
      id,
      list: entry.list,
      name: entry.name,
      entry: at,
      keys: [],
      before: entry,
    })
  }
  const order = [...newer.meta.lists, ...older.meta.lists].map(({ code }) => code)
  return changes.sort(
    (a, b) =>
      Number(a.kind === 'removed') - Number(b.kind === 'removed') ||
      order.indexOf(a.list) - order.indexOf(b.list) ||
      (a.name < b.name ? -1 : Number(a.name > b.name)),
  )
}

/** Numbers of entries by id. A quote inside a text is escaped, so that the key stands nowhere but as one. */
function numbersOf({ entries: { starts, bytes } }: IndexFile): Map<string, number> {
  const numbers = new Map<string, number>()
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0; i + 1 < starts.length; i++)
    numbers.set(/"id":"([^"]+)"/.exec(all.toString('latin1', starts[i], starts[i + 1]))![1]!, i)
  return numbers
}

function differing(before: ListEntry, after: ListEntry): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const textOf = (entry: ListEntry, key: string): string =>
    canonicalize((entry as unknown as Record<string, unknown>)[key] ?? null)!
  return [...keys].filter((key) => textOf(before, key) !== textOf(after, key))
}
