import type { Entry } from './entry.ts'
import { fingerprintOf } from './key.ts'

/** A key of the book, and from which entry on it signs. */
export interface KeyTerm {
  readonly publicKey: string
  readonly fingerprint: string
  /** Number of the entry that brought it. */
  readonly from: number
}

/** The keys of a book in the order of their terms. `body` reads what an entry tells. */
export function keyTerms(
  entries: readonly Entry[],
  body: (entry: Entry) => { readonly publicKey?: string } | undefined,
): KeyTerm[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'opened' && entry.kind !== 'key') return []
    const publicKey = body(entry)?.publicKey
    if (publicKey === undefined) return []
    return [{ publicKey, fingerprint: fingerprintOf(publicKey), from: entry.seq }]
  })
}

/**
 * The key that must sign a checkpoint over `size` entries. The first that covers a new key is signed by
 * the old one: no key comes into a book without the word of the one before.
 */
export function keyFor(terms: readonly KeyTerm[], size: number): KeyTerm | undefined {
  return terms.findLast(({ from }) => from === 0 || from < size - 1)
}
