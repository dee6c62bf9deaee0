import { canonical, DIGEST, sha256 } from './digest.ts'

/** What an entry tells of. */
export const KINDS = [
  'opened',
  'determination',
  'evidence',
  'adjudication',
  'decision',
  'correction',
  'authorization',
  'export',
  'access',
  'policy',
  'key',
  'redaction',
] as const
export type EntryKind = (typeof KINDS)[number]

/** Who filed an entry, and on what equipment: 15 CFR 762.5 asks an electronic system for both. */
export interface Filer {
  /** The name that the person gave. */
  readonly name: string
  readonly role: string | null
  /** The account of the operating system, and the computer. */
  readonly account: string
  readonly host: string
}

/** A file of the object store that an entry rests on: a rule pack, a list, a profile, evidence. */
export interface ObjectRef {
  readonly what: 'pack' | 'list' | 'profile' | 'source' | 'evidence'
  readonly sha256: string
  /** What people call it: the id of the pack or list, the name of the file. */
  readonly name: string
}

/** What is filed: an entry before the book has given it its place in the chain. */
export interface Draft {
  readonly kind: EntryKind
  /** The record that it makes or speaks of, such as `D-2026-0114/1`; null for the whole book. */
  readonly record: string | null
  readonly by: Filer
  /** SHA-256 of the canonical JSON that holds what is told; names and facts stand there alone, so that
   * they can be redacted while the chain stays whole. Null where there is nothing more to tell. */
  readonly body: string | null
  readonly objects: readonly ObjectRef[]
}

/** One line of the log. */
export interface Entry extends Draft {
  readonly format: 1
  /** Number of the entry from 0. */
  readonly seq: number
  /** When it was filed: UTC, by the clock of the computer. */
  readonly at: string
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string
  /** SHA-256 of the canonical JSON of the entry without this key. */
  readonly hash: string
}

export const GENESIS = '0'.repeat(64)

/** Gives a draft its place in the chain. */
export function chained(draft: Draft, seq: number, at: string, prev: string): Entry {
  const { kind, record, by, body, objects } = draft
  const entry = { format: 1, seq, at, kind, record, by, body, objects, prev } as const
  return { ...entry, hash: sha256(canonical(entry)) }
}

/** The hash that an entry must carry. */
export function hashOf({ hash: _, ...entry }: Entry): string {
  return sha256(canonical(entry))
}

/** The line of an entry, without its newline. */
export const lineOf = (entry: Entry): string => canonical(entry)

/** Reads one line; undefined where it is no entry in canonical form. */
export function parseLine(line: string): Entry | undefined {
  try {
    const entry = JSON.parse(line) as Entry
    return isEntry(entry) && lineOf(entry) === line ? entry : undefined
  } catch {
    return undefined
  }
}

function isEntry(entry: Entry): boolean {
  const { format, seq, at, kind, record, by, body, objects, prev, hash } = entry
  return (
    format === 1 &&
    Number.isSafeInteger(seq) &&
    isText(at) &&
    (KINDS as readonly string[]).includes(kind) &&
    (record === null || isText(record)) &&
    [by.name, by.account, by.host].every(isText) &&
    (by.role === null || isText(by.role)) &&
    (body === null || DIGEST.test(body)) &&
    objects.every(
      ({ what, sha256: digest, name }) => [what, name].every(isText) && DIGEST.test(digest),
    ) &&
    DIGEST.test(prev) &&
    DIGEST.test(hash)
  )
}

const isText = (value: unknown): boolean => typeof value === 'string'
