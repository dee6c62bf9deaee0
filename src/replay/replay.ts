import type { DeterminationBody } from '../book/bodies.ts'
import { bodyOf, entriesIn, type Book } from '../book/book.ts'
import type { Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import { Fault } from '../errors.ts'
import { caseOf } from '../book/records.ts'
import { VERSION } from '../version.ts'
import { again, digestOf, pastEngines, type FiledDetermination } from './again.ts'
import { differences, type Difference } from './differences.ts'
import { changesBetween, changesOfPack, type LawChange } from './law-changes.ts'

/** With what a filed case is judged again. */
export type With =
  /** The pack and the law date of then: the bytes must be the same. */
  | { readonly of: 'then' }
  /** Another engine on the law date of then. */
  | { readonly of: 'pack'; readonly engine: Engine }
  /** Another engine on another law date. */
  | { readonly of: 'today'; readonly engine: Engine; readonly lawDate: string }

/** What came of one filed determination. */
export interface Replayed {
  readonly record: string
  readonly entry: number
  readonly filed: string
  /** SHA-256 of the determination as filed, and as it came out; null where it could not be given. */
  readonly sha256: string
  readonly again: string | null
  readonly outcome: { readonly filed: string; readonly again: string | null }
  readonly differences: readonly Difference[]
  /** Why it differs, in words. */
  readonly why: readonly string[]
}

/** Which filed determinations are judged again. */
export interface Which {
  /** Records or cases; all where left out. */
  readonly ids?: readonly string[] | undefined
  /** Filed on this day or later. */
  readonly since?: string | undefined
  /** Without those that a later version took the place of. */
  readonly latestOnly?: boolean | undefined
}

/** The filed determinations that were not redacted, the first filed first. */
export function* filedIn(book: Book, which: Which = {}): Generator<FiledDetermination> {
  const made = entriesIn(book).filter(({ kind }) => kind === 'determination')
  const latest = new Map(made.map(({ record, seq }) => [caseOf(record!), seq]))
  for (const entry of made) {
    const record = entry.record!
    if (which.since !== undefined && entry.at.slice(0, 10) < which.since) continue
    if (which.latestOnly === true && latest.get(caseOf(record)) !== entry.seq) continue
    if (which.ids !== undefined && !which.ids.some((id) => id === record || id === caseOf(record)))
      continue
    const body = bodyOf(book, entry) as DeterminationBody | undefined
    if (body !== undefined) yield { entry, body }
  }
}

/** Judges filed cases again and reports every difference and why. */
export function* replay(book: Book, by: With, which: Which = {}): Generator<Replayed> {
  const past = pastEngines(book)
  const changes = new Map<string, readonly LawChange[]>()
  for (const filed of filedIn(book, which)) {
    const { entry, body } = filed
    const { basis, outcome } = body.determination
    const head = {
      record: entry.record!,
      entry: entry.seq,
      filed: entry.at,
      sha256: body.determinationSha256,
    }
    try {
      const engine = by.of === 'then' ? past(basis.pack.sha256, body.identity.language) : by.engine
      const refused = by.of === 'then' ? undefined : refusal(engine, body)
      if (refused !== undefined) {
        yield {
          ...head,
          again: null,
          outcome: { filed: outcome, again: null },
          differences: [],
          why: [refused],
        }
        continue
      }
      const lawDate = by.of === 'today' ? by.lawDate : body.times.lawDate
      const made = again(book, filed, engine, lawDate)
      const found = differences(body.determination, made)
      yield {
        ...head,
        again: digestOf(made),
        outcome: { filed: outcome, again: made.outcome },
        differences: found,
        why: found.length === 0 ? [] : whyOf(body, made, engine, past, changes, found),
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const why = error.issues.map(({ message }) => message)
      yield { ...head, again: null, outcome: { filed: outcome, again: null }, differences: [], why }
    }
  }
}

/** Why a case can't be judged by another pack: its dictionary no longer knows what the case says. */
function refusal({ schema, pack }: Engine, body: DeterminationBody): string | undefined {
  const read = schema.safeParse(body.case)
  if (read.success) return undefined
  const [issue] = read.error.issues
  return `pack ${pack.id} does not read the case: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}

const MANY = 8

/** The causes that can be named: the pack's changes that touch what differs, the law date, the engine. */
function whyOf(
  { determination }: DeterminationBody,
  made: Determination,
  engine: Engine,
  past: (digest: string, lang: string) => Engine,
  known: Map<string, readonly LawChange[]>,
  found: readonly Difference[],
): string[] {
  const [was, is] = [determination.basis, made.basis]
  const why: string[] = []
  if (was.engine !== is.engine || made.basis.engine !== VERSION)
    why.push(`the engine is ${is.engine}, was ${was.engine}`)
  if (was.lawDate !== is.lawDate) {
    const key = `${engine.sha256} ${was.lawDate} ${is.lawDate}`
    const all = known.get(key) ?? changesBetween(engine.pack, was.lawDate, is.lawDate)
    known.set(key, all)
    why.push(`the law date is ${is.lawDate}, was ${was.lawDate}`, ...sayChanges(all, found))
  }
  if (was.pack.sha256 !== is.pack.sha256) {
    const key = `${was.pack.sha256} ${is.pack.sha256}`
    const all = known.get(key) ?? changesOfPack(past(was.pack.sha256, 'en').pack, engine.pack)
    known.set(key, all)
    why.push(
      `the rule pack is ${is.pack.id} (${is.pack.sha256.slice(0, 12)}), was ${was.pack.id} (${was.pack.sha256.slice(0, 12)})`,
      ...sayChanges(all, found),
    )
  }
  if (why.length === 0)
    why.push(
      'the law, the lists and the engine are the same: the filed determination or the program was changed',
    )
  return why
}

/** The changes of provisions that differ; where none is named, all changes, as possible causes. */
function sayChanges(all: readonly LawChange[], found: readonly Difference[]): string[] {
  const named = new Set(found.map(({ provision }) => provision))
  const touched = all.filter(({ id }) => named.has(id))
  const told = touched.length > 0 ? touched : all
  return [
    ...told.slice(0, MANY).map(({ id, change, how }) => [`${id} ${change}`, ...how].join(', ')),
    ...(told.length > MANY ? [`and ${told.length - MANY} more changes`] : []),
  ]
}
