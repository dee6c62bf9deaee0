import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { DeterminationBody } from './bodies.ts'
import { bodyOf, entriesIn, type Book } from './book.ts'
import { canonical } from './digest.ts'
import type { Entry, EntryKind } from './entry.ts'
import type { Problem } from './problem.ts'

/** What can be searched of an entry. Made from the log and the objects; never the only copy. */
export interface Row {
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly kind: EntryKind
  readonly record: string | null
  readonly by: string
  /** Of a determination. */
  readonly deal?: DealRow
  /** Of a decision: release, hold or escalate. */
  readonly decision?: string
}

export interface DealRow {
  readonly case: string
  readonly title: string
  readonly outcome: string
  readonly lawDate: string
  readonly determinationSha256: string
  readonly retainedUntil: string
  readonly pack: string
  readonly parties: readonly string[]
  readonly countries: readonly string[]
  readonly items: readonly string[]
  /** `SDN 2026-11-18`: each list and its date. */
  readonly lists: readonly string[]
  readonly references: readonly string[]
}

function rowOf(book: Book, entry: Entry): Row {
  const { seq, hash, at, kind, record, by } = entry
  const row = { seq, hash, at, kind, record, by: by.name }
  if (kind === 'determination') {
    const body = bodyOf(book, entry) as DeterminationBody | undefined
    return body === undefined ? row : { ...row, deal: dealOf(body) }
  }
  if (kind === 'decision') {
    const body = bodyOf(book, entry) as { decision: string } | undefined
    return body === undefined ? row : { ...row, decision: body.decision }
  }
  return row
}

function dealOf({
  identity,
  times,
  determination,
  determinationSha256,
}: DeterminationBody): DealRow {
  const { route, parties, items, outcome, basis } = determination
  const places = [route.from, route.to, ...route.via, ...parties.map(({ country }) => country)]
  return {
    case: identity.case,
    title: determination.title ?? '',
    outcome,
    lawDate: times.lawDate,
    determinationSha256,
    retainedUntil: [times.retainedUntil.ear, times.retainedUntil.ofac].sort().at(-1)!,
    pack: basis.pack.sha256,
    parties: [...new Set(parties.map(({ name }) => name))],
    countries: [...new Set(places.filter((place) => place !== null))].sort(),
    items: [
      ...new Set(
        items.flatMap(({ product, classification }) => [
          product,
          ...(classification.paragraph === null ? [] : [classification.paragraph]),
        ]),
      ),
    ],
    lists: basis.lists.map(({ id, date }) => `${id} ${date}`),
    references: identity.references.map(({ system, id }) => `${system}=${id}`),
  }
}

/** The rows of every entry: those kept, where they fit the log, and the missing ones made and kept. */
export function rowsOf(book: Book): Row[] {
  const entries = entriesIn(book)
  const kept = readRows(book.paths.index)
  const fits = kept.every((row, i) => row.hash === entries[i]?.hash)
  const known = fits ? kept : []
  const made = entries.slice(known.length).map((entry) => rowOf(book, entry))
  keep(book.paths.index, made, fits)
  return [...known, ...made]
}

function keep(file: string, rows: readonly Row[], add: boolean): void {
  if (rows.length === 0 && add) return
  const text = rows.map((row) => `${canonical(row)}\n`).join('')
  try {
    if (add) appendFileSync(file, text)
    else writeFileSync(file, text)
  } catch {
    // Who may not write the book can still read it; the rows are made again next time.
  }
}

function readRows(file: string): Row[] {
  if (!existsSync(file)) return []
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
    return lines.map((line) => JSON.parse(line) as Row)
  } catch {
    return []
  }
}

/** Makes the index anew from the log. Returns how many rows it has. */
export function rebuildIndex(book: Book): number {
  writeFileSync(book.paths.index, '')
  return rowsOf(book).length
}

/** Where the kept index does not say what the log says. */
export function indexFault(book: Book, entries: readonly Entry[]): Problem[] {
  const wrong = readRows(book.paths.index).findIndex((row, i) => {
    const entry = entries[i]
    return entry === undefined || canonical(row) !== canonical(rowOf(book, entry))
  })
  if (wrong < 0) return []
  const message = `row ${wrong + 1} is not what the log says; mend it: licet book index`
  return [{ code: 'index', where: 'index', message }]
}
