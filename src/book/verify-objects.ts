import { bodyOf, type Book } from './book.ts'
import { sha256 } from './digest.ts'
import type { Entry } from './entry.ts'
import type { Problem } from './problem.ts'

/** What an entry of the kind `redaction` tells. */
export interface Redaction {
  /** Digests whose bytes were taken away. */
  readonly digests: readonly string[]
  /** The entries that named them. */
  readonly entries: readonly number[]
  readonly reason: string
  /** By what law, order or policy the bytes may go. */
  readonly authority: string
}

/** The digests whose bytes were taken away by an entry that says so. */
export function redacted(book: Book, entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries
      .filter(({ kind }) => kind === 'redaction')
      .flatMap((entry) => (bodyOf(book, entry) as Redaction | undefined)?.digests ?? []),
  )
}

/** Holds every file that an entry rests on against its digest. */
export function verifyObjects(book: Book, entries: readonly Entry[]): Problem[] {
  const gone = redacted(book, entries)
  const named = new Map<string, string>()
  for (const { seq, body, objects } of entries) {
    if (body !== null) named.set(body, `entry ${seq}`)
    for (const { sha256: digest, what, name } of objects)
      if (!named.has(digest)) named.set(digest, `${what} ${name} of entry ${seq}`)
  }
  return [...named].flatMap(([digest, where]): Problem[] => {
    const bytes = book.objects.get(digest)
    if (bytes === undefined) {
      if (gone.has(digest)) return []
      return [{ code: 'object-missing', where, message: `the object ${digest} is gone` }]
    }
    if (sha256(bytes) === digest) return []
    return [{ code: 'object-changed', where, message: `the object ${digest} was changed` }]
  })
}
