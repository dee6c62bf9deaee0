import type { Book } from '../book/book.ts'
import type { Engine } from '../engine.ts'
import { Fault } from '../errors.ts'
import { again, screenedThen } from './again.ts'
import { caused, type Caused } from './causes.ts'
import { furthest, type Reach } from './differences.ts'
import { type PastLists, type Searchable } from './lists.ts'
import { filedIn, replay } from './replay.ts'
import { searchAgain } from './search-again.ts'
import { whyScreened, type ChangedLists } from './list-changes.ts'

/** A filed decision that a change of law or of lists touches. */
export interface Touched {
  readonly record: string
  readonly reach: Reach
  readonly outcome: { readonly before: string; readonly after: string }
  readonly differences: readonly Caused[]
  readonly why: readonly string[]
}

/** What a change of law or of lists does to the latest version of every filed case. */
export interface Impact {
  readonly judged: number
  /** Those of which the answer or its conditions change, in the order of filing. */
  readonly touched: readonly Touched[]
  /** Records of which only the explanation reads otherwise. */
  readonly explainedOtherwise: readonly string[]
  /** Records that could not be judged, and why. */
  readonly refused: readonly { readonly record: string; readonly why: string }[]
}

/** The impact of the pack and the lists of now on what was filed, each case on its own law date. */
export function impactOfNow(
  book: Book,
  engine: Engine,
  now: Searchable,
  today: string,
  lists: PastLists,
): Impact {
  const gathered = gathering()
  const by = { of: 'pack and lists', engine, now, today } as const
  for (const one of replay(book, by, lists, { latestOnly: true })) {
    const { record, outcome, differences: found, why } = one
    if (outcome.again === null) gathered.refuse(record, why.join('; '))
    else gathered.add(record, { before: outcome.filed, after: outcome.again }, found, why)
  }
  return gathered.impact()
}

/** A law date, and the lists of that day; without lists, what screening found stands as it was filed. */
export interface Day {
  readonly day: string
  readonly lists: Searchable | undefined
}

/** The impact of the days that pass between two law dates, by one pack, on the cases that were filed. */
export function impactOfDays(
  book: Book,
  engine: Engine,
  from: Day,
  to: Day,
  changed: ChangedLists | undefined,
): Impact {
  const gathered = gathering()
  for (const filed of filedIn(book, { latestOnly: true })) {
    const record = filed.entry.record!
    const asFiled = screenedThen(filed)
    const screened = ({ day, lists }: Day) =>
      lists === undefined ? asFiled : searchAgain(filed, lists, day)
    try {
      const [then, now] = [screened(from), screened(to)]
      const before = again(book, filed, engine, from.day, then)
      const byLaw = again(book, filed, engine, to.day, then)
      const after = now === then ? byLaw : again(book, filed, engine, to.day, now)
      const outcome = { before: before.outcome, after: after.outcome }
      const why = changed === undefined ? [] : whyScreened(before, after, changed)
      gathered.add(record, outcome, caused(before, byLaw, after), why)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      gathered.refuse(record, error.message)
    }
  }
  return gathered.impact()
}

function gathering() {
  let judged = 0
  const touched: Touched[] = []
  const explainedOtherwise: string[] = []
  const refused: { record: string; why: string }[] = []
  return {
    refuse: (record: string, why: string): void => void refused.push({ record, why }),
    add: (
      record: string,
      outcome: Touched['outcome'],
      found: readonly Caused[],
      why: readonly string[],
    ): void => {
      judged += 1
      const reach = furthest(found.filter((one) => !isOfTheDay(one)))
      if (reach === 'explanation') explainedOtherwise.push(record)
      else if (reach !== undefined)
        touched.push({ record, reach, outcome, differences: found, why })
    },
    impact: (): Impact => ({ judged, touched, explainedOtherwise, refused }),
  }
}

/**
 * The pack's digest, the law date, and the day of lists that have no other hit than before differ for
 * every case, and touch none.
 */
const isOfTheDay = ({ what, reach, cause }: Caused): boolean =>
  what.startsWith('basis: ') || (cause === 'lists' && reach === 'explanation')
