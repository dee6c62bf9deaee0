import type { PartyScreening } from '../determination.ts'
import { hintOf } from '../explain/screening-hint.ts'
import { answer, type AnswerOptions } from '../screening/answer.ts'
import { plain } from '../screening/fold.ts'
import { screeningOf } from '../screening/screen-parties.ts'
import type { Screener } from '../screening/screen.ts'
import type { Wording } from '../wording/wording.ts'

/** A party as screening tells parties apart. */
export interface Party {
  readonly name: string
  readonly country: string
}

/** What screening found of a party on any day since the lists, in the words of the results. */
export interface Verdict {
  /** The lists of entries that have its name. */
  readonly known: readonly string[]
  /** Whether any entry may be it, or it could not be compared. */
  readonly isOpen: boolean
  /** What is said beside the question on which lists it is; empty where nothing is. */
  readonly hint: string
  /** What a row of the results says of it; empty where nothing was found. */
  readonly found: string
  /** Whether an entry is so near to being a hit that other changes of the lists may make it one. */
  readonly close?: boolean
}

/** After any day of a list. */
const LATER = '9999-12-31'

/** Screens a party once, for all rows and days of a run. */
export function verdictOf(
  { name, country }: Party,
  screener: Screener,
  wording: Wording,
  decide?: AnswerOptions['decide'],
): Verdict {
  const subject = { name, ...(country !== '' && { country }) }
  const answered = answer(screener, subject, 'review', { decide })
  const found = screeningOf({ name }, 'parties[0]', answered, screener, LATER)
  const least = screener.scoring.bands.review - CLOSE
  return {
    known: found.lists ?? [],
    isOpen: found.status !== 'none',
    hint: hintOf(wording, found) ?? '',
    found: sayFound(found),
    ...(answered.nearMisses.some(({ score }) => (score ?? 0) >= least) && { close: true }),
  }
}

/** Points of a score that a change of the lists may move where it does not touch the words of a name. */
export const CLOSE = 5

/** `Entity List: Inspur Group Co., Ltd. (exact); ...`, the surest first. */
export function sayFound({ hits, notComparable }: PartyScreening): string {
  const named = hits
    .slice(0, MOST_NAMED)
    .map(
      ({ list, name, band, score }) =>
        `${list} ${name} (${score === null ? band : `${band} ${score}`})`,
    )
  return [...named, ...notComparable].join('; ')
}

const MOST_NAMED = 3

/**
 * What tells a party from others: its name as screening folds it, and its country. Where people have
 * decided about hits, which they do of a name as it is written, the name as it is written.
 */
export const partyKey = ({ name, country }: Party, asWritten: boolean): string =>
  `${asWritten || name.length > LONG ? name : plain(name)}\u0001${country}`

/** Screening cuts longer names before it folds them. */
const LONG = 600
