import { answer, type Answer, type AnswerOptions, type Threshold } from '../screening/answer.ts'
import type { IndexFile } from '../screening/index-file.ts'
import type { Romanizers } from '../screening/forms.ts'
import { screenerOf, type Screener, type Subject } from '../screening/screen.ts'
import { changesBetween } from './diff.ts'

/** What a change of the lists does to a subject: an answer against the entries that changed. */
export interface Affected {
  /** Hits among entries that are new, or other than before. */
  readonly now: Answer
  /** Hits among entries that are gone, or were other before. */
  readonly before: Answer
}

/** A change of the lists, ready to be asked about names. */
export interface ListChange {
  /** Entries that are new or other, and those that are gone or were other. */
  readonly entries: { readonly now: number; readonly before: number }
  /** What it does to a subject, or undefined where it can't affect it. */
  readonly affected: (
    subject: Subject,
    options?: Pick<AnswerOptions, 'decide'>,
  ) => Affected | undefined
}

/**
 * Which names a change from one version of the lists to the one in use can affect: those that hit an entry
 * that is new, gone or other, at the threshold, and those that can't be compared where any entry changed.
 */
export function listChange(
  older: IndexFile,
  screener: Screener,
  threshold: Threshold = 'review',
  romanizers?: Romanizers,
): ListChange {
  const now = numbersOf(older, screener.file)
  const before = numbersOf(screener.file, older)
  const earlier = screenerOf(older, romanizers)
  return {
    entries: { now: now.size, before: before.size },
    affected: (subject, { decide } = {}) => {
      if (now.size === 0 && before.size === 0) return undefined
      const found = answer(screener, subject, threshold, { only: now, decide })
      const was = answer(earlier, subject, threshold, { only: before })
      return found.status === 'no-hit' && found.cleared.length === 0 && was.hits.length === 0
        ? undefined
        : { now: found, before: was }
    },
  }
}

/** Numbers, in the second, of the entries that the first has not, or has otherwise. */
const numbersOf = (from: IndexFile, to: IndexFile): ReadonlySet<number> =>
  new Set(
    changesBetween(from, to)
      .filter(({ kind }) => kind !== 'removed')
      .map(({ entry }) => entry),
  )
