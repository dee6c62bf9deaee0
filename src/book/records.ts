import type {
  AdjudicationBody,
  CorrectionBody,
  DecisionBody,
  DeterminationBody,
  EvidenceBody,
  UseBody,
} from './bodies.ts'
import { bodyOf, entriesIn, type Book } from './book.ts'
import type { Entry } from './entry.ts'
import { fault, unknownRecord } from './faults.ts'
import type { Redaction } from './verify-objects.ts'

/** An entry with what it tells; `body` is undefined where it was redacted. */
export interface Told<T> {
  readonly entry: Entry
  readonly body: T | undefined
  /** The correction that took it back, by its entry number. */
  readonly voidedBy: number | null
}

/** Where a record stands. */
export type Standing =
  | 'undecided'
  | 'awaiting-second-person'
  | 'released'
  | 'held'
  | 'escalated'
  | 'superseded'

/** A determination with everything that was filed about it. */
export interface BookRecord {
  readonly id: string
  readonly standing: Standing
  readonly supersededBy: string | null
  readonly determination: Told<DeterminationBody>
  readonly evidence: readonly Told<EvidenceBody>[]
  readonly adjudications: readonly Told<AdjudicationBody>[]
  readonly decisions: readonly Told<DecisionBody>[]
  readonly corrections: readonly Told<CorrectionBody>[]
  readonly redactions: readonly Told<Redaction>[]
  readonly uses: readonly Told<UseBody>[]
  /** Every version of the case, the first first. */
  readonly versions: readonly Told<DeterminationBody>[]
}

/** The case of a record id: `D-2026-0114` of `D-2026-0114/1`. */
export const caseOf = (record: string): string => record.slice(0, record.lastIndexOf('/'))

/**
 * The record that an id names: itself, or the latest version of a case.
 * @throws Fault (exit 4) where the book holds none.
 */
export function recordIn(book: Book, id: string, entries = entriesIn(book)): BookRecord {
  const made = entries.filter(({ kind }) => kind === 'determination')
  const found =
    made.find(({ record }) => record === id) ??
    made.findLast(({ record }) => caseOf(record!) === id)
  if (found === undefined)
    throw unknownRecord(id, [...new Set(made.flatMap(({ record }) => [caseOf(record!), record!]))])
  return assembled(book, found, entries)
}

function assembled(book: Book, made: Entry, entries: readonly Entry[]): BookRecord {
  const id = made.record!
  const about = entries.filter(({ record }) => record === id)
  const voided = voidedIn(book, entries)
  const told = <T>(entry: Entry): Told<T> => ({
    entry,
    body: bodyOf(book, entry) as T | undefined,
    voidedBy: voided.get(entry.seq) ?? null,
  })
  const of = <T>(...kinds: readonly Entry['kind'][]): Told<T>[] =>
    about.filter(({ kind }) => kinds.includes(kind)).map((entry) => told<T>(entry))
  const versions = entries
    .filter(({ kind, record }) => kind === 'determination' && caseOf(record!) === caseOf(id))
    .map((entry) => told<DeterminationBody>(entry))
  const later = versions[versions.findIndex(({ entry }) => entry === made) + 1]
  const decisions = of<DecisionBody>('decision')
  return {
    id,
    standing: later === undefined ? standingOf(decisions) : 'superseded',
    supersededBy: later?.entry.record ?? null,
    determination: told(made),
    evidence: of('evidence'),
    adjudications: [
      ...adjudicationsElsewhere(made, entries, told),
      ...of<AdjudicationBody>('adjudication'),
    ],
    decisions,
    corrections: of('correction'),
    redactions: redactionsOf(about, entries, told),
    uses: of('access', 'export'),
    versions,
  }
}

/**
 * Clearances that were filed with an earlier version of a case, or with none, and by which a hit of this
 * one was set aside when it was screened.
 */
function adjudicationsElsewhere(
  made: Entry,
  entries: readonly Entry[],
  told: <T>(entry: Entry) => Told<T>,
): Told<AdjudicationBody>[] {
  const screening = told<DeterminationBody>(made).body?.determination.screening ?? []
  const setAside = new Set(
    screening.flatMap(({ name, cleared }) =>
      cleared.map((hit) => `${name}\n${hit.id} ${hit.name}`),
    ),
  )
  if (setAside.size === 0) return []
  return entries
    .filter(({ kind, record }) => kind === 'adjudication' && record !== made.record)
    .map((entry) => told<AdjudicationBody>(entry))
    .filter(({ body }) => body?.verdict === 'cleared' && setAside.has(`${body.party}\n${body.hit}`))
}

/** Redactions that took something from the entries of a record. */
function redactionsOf(
  about: readonly Entry[],
  entries: readonly Entry[],
  told: (entry: Entry) => Told<Redaction>,
): Told<Redaction>[] {
  const numbers = new Set(about.map(({ seq }) => seq))
  return entries
    .filter(({ kind }) => kind === 'redaction')
    .map(told)
    .filter(({ body }) => body?.entries.some((seq) => numbers.has(seq)))
}

/** Entries that a correction took back, each with the number of that correction. */
export function voidedIn(book: Book, entries: readonly Entry[]): ReadonlyMap<number, number> {
  const voided = new Map<number, number>()
  for (const entry of entries) {
    if (entry.kind !== 'correction') continue
    const body = bodyOf(book, entry) as CorrectionBody | undefined
    if (body?.voids === true) voided.set(body.entry, entry.seq)
  }
  return voided
}

/** Where the decisions leave a record. The last one that counts says it. */
export function standingOf(decisions: readonly Told<DecisionBody>[]): Standing {
  const last = decisions.findLast(({ voidedBy }) => voidedBy === null)
  if (last === undefined) return 'undecided'
  if (last.body === undefined) return 'held'
  switch (last.body.decision) {
    case 'release':
      return last.body.standing === 'complete' ? 'released' : 'awaiting-second-person'
    case 'hold':
      return 'held'
    case 'escalate':
      return 'escalated'
  }
}

/** The body of a record's determination. @throws Fault (exit 4) where it was redacted. */
export function determinationOf({ id, determination }: BookRecord): DeterminationBody {
  if (determination.body === undefined)
    throw fault('redacted', `the determination of ${id} was redacted or is gone`, 'book')
  return determination.body
}
