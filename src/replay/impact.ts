import type { Book } from '../book/book.ts'
import type { Engine } from '../engine.ts'
import { Fault } from '../errors.ts'
import { again } from './again.ts'
import { differences, furthest, type Difference, type Reach } from './differences.ts'
import { filedIn, replay } from './replay.ts'

/** A filed decision that a change of law touches. */
export interface Touched {
  readonly record: string
  readonly reach: Reach
  readonly outcome: { readonly before: string; readonly after: string }
  readonly differences: readonly Difference[]
}

/** What a change of law does to the latest version of every filed case. */
export interface Impact {
  readonly judged: number
  /** Those of which the answer or its conditions change, in the order of filing. */
  readonly touched: readonly Touched[]
  /** Records of which only the explanation reads otherwise. */
  readonly explainedOtherwise: readonly string[]
  /** Records that could not be judged, and why. */
  readonly refused: readonly { readonly record: string; readonly why: string }[]
}

/** The impact of a new pack on what was filed, each case on its own law date. */
export function impactOfPack(book: Book, engine: Engine): Impact {
  const gathered = gathering()
  for (const one of replay(book, { of: 'pack', engine }, { latestOnly: true })) {
    const { record, outcome, differences: found, why } = one
    if (outcome.again === null) gathered.refuse(record, why.join('; '))
    else gathered.add(record, { before: outcome.filed, after: outcome.again }, found)
  }
  return gathered.impact()
}

/** The impact of the days that pass between two law dates, by one pack, on the cases that were filed. */
export function impactOfDays(book: Book, engine: Engine, from: string, to: string): Impact {
  const gathered = gathering()
  for (const filed of filedIn(book, { latestOnly: true })) {
    const record = filed.entry.record!
    try {
      const [before, after] = [from, to].map((day) => again(book, filed, engine, day))
      const outcome = { before: before!.outcome, after: after!.outcome }
      gathered.add(record, outcome, differences(before!, after!))
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
    add: (record: string, outcome: Touched['outcome'], found: readonly Difference[]): void => {
      judged += 1
      const reach = furthest(found.filter((one) => !isOfTheDay(one)))
      if (reach === 'explanation') explainedOtherwise.push(record)
      else if (reach !== undefined) touched.push({ record, reach, outcome, differences: found })
    },
    impact: (): Impact => ({ judged, touched, explainedOtherwise, refused }),
  }
}

/** The digest of the pack and the law date differ for every case, and touch none. */
const isOfTheDay = ({ what }: Difference): boolean => what.startsWith('basis: ')
