import type { DecisionBody } from './bodies.ts'
import { bodyOf, type Book } from './book.ts'
import type { Entry } from './entry.ts'
import { caseOf, standingOf, voidedIn, type Standing, type Told } from './records.ts'

/** Where every record of a book stands. */
export function standings(book: Book, entries: readonly Entry[]): ReadonlyMap<string, Standing> {
  const voided = voidedIn(book, entries)
  const decided = new Map<string, Told<DecisionBody>[]>()
  const latest = new Map<string, string>()
  const made: string[] = []
  for (const entry of entries) {
    const { kind, record, seq } = entry
    if (record === null) continue
    if (kind === 'determination') {
      made.push(record)
      latest.set(caseOf(record), record)
    }
    if (kind !== 'decision') continue
    const body = bodyOf(book, entry) as DecisionBody | undefined
    const told = { entry, body, voidedBy: voided.get(seq) ?? null }
    decided.set(record, [...(decided.get(record) ?? []), told])
  }
  return new Map(
    made.map((record) => [
      record,
      latest.get(caseOf(record)) === record ? standingOf(decided.get(record) ?? []) : 'superseded',
    ]),
  )
}
