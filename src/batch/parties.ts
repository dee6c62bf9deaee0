import type { PartyScreening } from '../determination.ts'
import { hintOf } from '../explain/screening-hint.ts'
import { MOST_NEAR, type AnswerOptions } from '../screening/answer.ts'
import { plain } from '../screening/fold.ts'
import { searchParty, shownOf, type PartySearch } from '../screening/screen-party.ts'
import type { Screener } from '../screening/screen.ts'
import type { Wording } from '../wording/wording.ts'
import { BETWEEN } from './marks.ts'

/** A party as screening tells parties apart. */
export interface Party {
  readonly name: string
  readonly country: string
  readonly address: string
}

/** What screening found of a party on any day and whatever a row states, in the words of the results. */
export interface Verdict extends Pick<PartySearch, 'known' | 'reached'> {
  /** What is said beside the question on which lists it is; empty where nothing is. */
  readonly hint: string
  /** What a row of the results says of it; empty where nothing was found. */
  readonly found: string
  /** Whether an entry is so near to being a hit that other changes of the lists may make it one. */
  readonly close?: boolean
}

/** The verdict of most parties: nothing was found, nor anything close to it. */
export const NOTHING: Verdict = { known: [], reached: 'none', hint: '', found: '' }

/** A verdict, where it says nothing the one that all such parties share. */
export const verdictOnce = (verdict: Verdict): Verdict =>
  verdict.reached === 'none' && verdict.close !== true && verdict.found === '' ? NOTHING : verdict

/** Screens a party once, for all rows and days of a run. */
export function verdictOf(
  { name, country, address }: Party,
  screener: Screener,
  wording: Wording,
  decide?: AnswerOptions['decide'],
): Verdict {
  const subject = {
    name,
    ...(country !== '' && { country }),
    ...(address !== '' && { address }),
  }
  const least = screener.scoring.bands.review - CLOSE
  const search = searchParty(screener, subject, decide, least - ROUNDED)
  const { known, reached, answered } = search
  const shown = shownOf(search)
  return {
    known,
    reached,
    hint: reached === 'question' ? (hintOf(wording, { status: reached, ...shown }) ?? '') : '',
    found: sayFound(shown),
    ...(isClose(answered, least) && { close: true }),
  }
}

/** Near misses are cut, and not by their score alone: where there are many, one that is left out may be close. */
const isClose = ({ nearMisses }: PartySearch['answered'], least: number): boolean =>
  nearMisses.length >= MOST_NEAR || nearMisses.some(({ score }) => (score ?? 0) >= least)

/** Points of a score below a hit from which a name is close to being one. */
export const CLOSE = 20

/** Scores are told to a tenth. */
export const ROUNDED = 0.05

/** `Entity List: Inspur Group Co., Ltd. (exact); ...`, the surest first. */
export function sayFound({
  hits,
  notComparable,
}: Pick<PartyScreening, 'hits' | 'notComparable'>): string {
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
 * What tells a party from others: its name as screening folds it, its country and its address. Where people
 * have decided about hits, which they do of a name as it is written, the name as it is written.
 */
export const partyKey = ({ name, country, address }: Party, asWritten: boolean): string =>
  [asWritten || name.length > LONG ? name : plain(name), country, address].join(BETWEEN)

/** Name and address of the party of a key. */
export function ofKey(key: string): { readonly name: string; readonly address: string } {
  const [name, , address] = key.split(BETWEEN) as [string, string, string]
  return { name, address }
}

/** Screening cuts longer names before it folds them. */
const LONG = 600
