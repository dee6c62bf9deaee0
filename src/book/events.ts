import { randomBytes } from 'node:crypto'
import { fileEntries, type Filing } from './append.ts'
import { entriesIn, type Book } from './book.ts'
import { canonical } from './digest.ts'
import type { Draft, Entry, EntryKind, Filer, ObjectRef } from './entry.ts'
import { fault } from './faults.ts'
import type { Redaction } from './verify-objects.ts'

/** 128 random bits, so that the hash of a short body does not give it away when it is redacted. */
export const nonce = (): string => randomBytes(16).toString('hex')

/** A draft whose body is kept. */
export function drafted(
  book: Book,
  kind: EntryKind,
  record: string | null,
  by: Filer,
  body: object,
  objects: readonly ObjectRef[] = [],
): Draft {
  return { kind, record, by, body: book.objects.put(canonical(body)), objects }
}

/** Keeps a document and names it. */
export function document(book: Book, name: string, bytes: Uint8Array): ObjectRef {
  return { what: 'evidence', sha256: book.objects.put(bytes), name }
}

/** @throws Fault (exit 4) where the book has no entry of this number. */
export function entryAt(entries: readonly Entry[], seq: number): Entry {
  const entry = entries[seq]
  if (entry === undefined) throw fault('unknown-entry', `the book has no entry ${seq}`, 'book')
  return entry
}

const CORRECTABLE: readonly EntryKind[] = ['evidence', 'adjudication', 'decision', 'authorization']

/**
 * Files what was wrong in an earlier entry. The entry stays as it is; where the correction voids it, it
 * no longer counts. A determination is not voided: it is filed anew.
 * @throws Fault (exit 4) where there is no such entry, or it is not one to void.
 */
export function correct(
  book: Book,
  wrong: { readonly entry: number; readonly reason: string; readonly voids: boolean },
  by: Filer,
  filing: Filing,
): Entry {
  const correction = (): Draft => {
    const entry = entryAt(entriesIn(book), wrong.entry)
    if (wrong.voids && !CORRECTABLE.includes(entry.kind))
      throw fault(
        'not-voidable',
        `entry ${wrong.entry} is of the kind ${entry.kind}, which no correction can void`,
        'book',
        'file the case anew: licet check --record --reason ...',
      )
    return drafted(book, 'correction', entry.record, by, { nonce: nonce(), ...wrong })
  }
  return fileEntries(book, () => [correction()], filing)[0]!
}

/** Files that somebody looked at something or took it out of the book. */
export function used(
  book: Book,
  kind: 'access' | 'export',
  record: string | null,
  use: { readonly what: string; readonly format: string | null; readonly sha256: string | null },
  by: Filer,
  filing: Filing,
): Entry {
  return fileEntries(book, () => [drafted(book, kind, record, by, use)], filing)[0]!
}

const REDACTABLE: readonly EntryKind[] = ['determination', 'evidence', 'adjudication', 'decision']

/**
 * Takes away what an entry tells, and the documents that it alone keeps. The entry and the hashes stay,
 * so that the chain stays whole and shows that something was taken away, by whom and why.
 * @throws Fault (exit 4) where there is no such entry, or nothing in it may go.
 */
export function redact(
  book: Book,
  wanted: { readonly entry: number; readonly reason: string; readonly authority: string },
  by: Filer,
  filing: Filing,
): { entry: Entry; digests: readonly string[] } {
  let digests: string[] = []
  const redaction = (): Draft => {
    const entries = entriesIn(book)
    const entry = entryAt(entries, wanted.entry)
    if (!REDACTABLE.includes(entry.kind))
      throw fault('not-redactable', `an entry of the kind ${entry.kind} can't be redacted`, 'book')
    digests = tellingOf(entry).filter((digest) => book.objects.has(digest))
    if (digests.length === 0)
      throw fault('redacted', `entry ${wanted.entry} is redacted already`, 'book')
    const naming = entries.filter((one) =>
      tellingOf(one).some((digest) => digests.includes(digest)),
    )
    const { reason, authority } = wanted
    const body: Redaction = { digests, entries: naming.map(({ seq }) => seq), reason, authority }
    return drafted(book, 'redaction', entry.record, by, body)
  }
  const [entry] = fileEntries(book, () => [redaction()], filing)
  for (const digest of digests) book.objects.remove(digest)
  return { entry: entry!, digests }
}

/** What names people and facts: the body, the document it was read from, evidence. Never law or lists. */
function tellingOf({ body, objects }: Entry): string[] {
  const documents = objects.filter(({ what }) => what === 'source' || what === 'evidence')
  return [...(body === null ? [] : [body]), ...documents.map(({ sha256 }) => sha256)]
}
