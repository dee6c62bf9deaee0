import { bodyOf, entriesIn, type Book } from '../book/book.ts'
import type { DeterminationBody } from '../book/bodies.ts'
import { caseOf } from '../book/records.ts'
import type { Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import { Fault } from '../errors.ts'
import { again, digestOf, pastEngines, screenedThen, type FiledDetermination } from './again.ts'
import { caused, causedBy, type Caused } from './causes.ts'
import { differences } from './differences.ts'
import { areSame, listsOf, type PastLists, type Searchable } from './lists.ts'
import { asOfThen, searchAgain } from './search-again.ts'
import { reasons, type Reasons } from './why.ts'

/** With what a filed case is judged again. */
export type With =
  /** The pack, the law date and the lists of then: the bytes must be the same. */
  | { readonly of: 'then' }
  /** Another engine on the law date of then, by what screening found then. */
  | { readonly of: 'pack'; readonly engine: Engine }
  /** The pack and the law date of then, and other lists, searched as on a day. */
  | { readonly of: 'lists'; readonly now: Searchable; readonly today: string }
  /** Another engine on the law date of then, and other lists, searched as on a day. */
  | {
      readonly of: 'pack and lists'
      readonly engine: Engine
      readonly now: Searchable
      readonly today: string
    }
  /** Another engine on another law date, and other lists. */
  | {
      readonly of: 'today'
      readonly engine: Engine
      readonly now: Searchable
      readonly today: string
    }

/** What came of one filed determination. */
export interface Replayed {
  readonly record: string
  readonly entry: number
  readonly filed: string
  /** SHA-256 of the determination as filed, and as it came out; null where it could not be given. */
  readonly sha256: string
  readonly again: string | null
  readonly outcome: { readonly filed: string; readonly again: string | null }
  readonly differences: readonly Caused[]
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
export function* replay(
  book: Book,
  by: With,
  lists: PastLists,
  which: Which = {},
): Generator<Replayed> {
  const engines = pastEngines(book)
  const why = reasons(engines, lists)
  for (const filed of filedIn(book, which)) {
    const { entry, body } = filed
    const { outcome } = body.determination
    const head = {
      record: entry.record!,
      entry: entry.seq,
      filed: entry.at,
      sha256: body.determinationSha256,
    }
    const refused = (reason: readonly string[]): Replayed => ({
      ...head,
      again: null,
      outcome: { filed: outcome, again: null },
      differences: [],
      why: reason,
    })
    try {
      const { basis } = body.determination
      const engine = 'engine' in by ? by.engine : engines(basis.pack.sha256, body.identity.language)
      const unread = 'engine' in by ? unreadBy(engine, body) : undefined
      if (unread !== undefined) {
        yield refused([unread])
        continue
      }
      const made = judgedBy(book, filed, by, engine, lists)
      yield {
        ...head,
        again: digestOf(made.after),
        outcome: { filed: outcome, again: made.after.outcome },
        differences: made.found,
        why: whyOf(made, body.determination, engine, why),
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      yield refused(error.issues.map(({ message }) => message))
    }
  }
}

interface Judged {
  readonly after: Determination
  readonly found: readonly Caused[]
}

function judgedBy(
  book: Book,
  filed: FiledDetermination,
  by: With,
  engine: Engine,
  lists: PastLists,
): Judged {
  const before = filed.body.determination
  const { lawDate: then } = filed.body.times
  switch (by.of) {
    case 'then': {
      const screener = lists(before)
      const screened =
        screener === undefined
          ? screenedThen(filed)
          : searchAgain(filed, asOfThen(filed, screener), then)
      const after = again(book, filed, engine, then, screened)
      return { after, found: causedBy('program', differences(before, after)) }
    }
    case 'pack': {
      const after = again(book, filed, engine)
      return { after, found: causedBy('law', differences(before, after)) }
    }
    case 'lists': {
      const screened = searchAgain(filed, by.now, searchDay(filed, by))
      const after = again(book, filed, engine, then, screened)
      return { after, found: causedBy('lists', differences(before, after)) }
    }
    case 'pack and lists':
    case 'today': {
      const lawDate = by.of === 'today' ? by.today : then
      const screened = searchAgain(
        filed,
        by.now,
        by.of === 'today' ? by.today : searchDay(filed, by),
      )
      const byLaw = again(book, filed, engine, lawDate)
      const after = again(book, filed, engine, lawDate, screened)
      return { after, found: caused(before, byLaw, after) }
    }
  }
}

/** A case on its own law date is held against later lists as if it were done on the day of the search. */
function searchDay(
  { body }: FiledDetermination,
  { now, today }: { readonly now: Searchable; readonly today: string },
): string {
  const { basis } = body.determination
  return areSame(basis.lists, listsOf(now.screener.file)) ? basis.lawDate : today
}

function whyOf(
  { after, found }: Judged,
  before: Determination,
  engine: Engine,
  why: Reasons,
): string[] {
  if (found.length === 0) return []
  const said = [...why.ofLaw(before, after, engine, found), ...why.ofLists(before, after)]
  if (said.length > 0) return said
  return [
    'the law, the lists and the engine are the same: the filed determination or the program was changed',
  ]
}

/** Why a case can't be judged by another pack: its dictionary no longer knows what the case says. */
function unreadBy({ schema, pack }: Engine, body: DeterminationBody): string | undefined {
  const read = schema.safeParse(body.case)
  if (read.success) return undefined
  const [issue] = read.error.issues
  return `pack ${pack.id} does not read the case: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}
