import { changesBetween } from '../lists/diff.ts'
import { namesOf } from '../lists/names.ts'
import { addressesLike } from '../screening/addresses.ts'
import { LEAST_ADDRESS } from '../screening/answer.ts'
import type { ListedName } from '../screening/build-index.ts'
import { formsOf, type Form, type Romanizers } from '../screening/forms.ts'
import type { IndexFile } from '../screening/index-file.ts'
import type { ListEntry } from '../screening/list-entry.ts'
import { lexiconOf } from '../screening/lexicon.ts'
import { NAME_KINDS, textAt } from '../screening/name-index.ts'
import { sumOf } from '../screening/score.ts'
import type { Screener } from '../screening/screen.ts'
import { searcherOf } from '../screening/searcher.ts'
import { changedNames } from './changed-names.ts'
import { moveBetween, noDrift, type Drift, type Move } from './list-drift.ts'
import { Memo } from './memo.ts'
import { CLOSE, ROUNDED, type Party } from './parties.ts'

/** What of a party a change of the lists is held against. */
export type TouchedParty = Pick<Party, 'name' | 'address'>

/** Lists that verdicts were made on. */
export interface OlderLists {
  /** File of their index. */
  readonly index: string
  /** How they had moved under these verdicts before. */
  readonly drift: Drift
}

/** What changed between two versions of the lists, as far as it can touch a party. */
export interface ListChange {
  /** Entries that are new, gone, or other than they were. */
  readonly entries: number
  /**
   * Whether the change may make a hit of a party of which nothing was found, nor anything close to a hit; never
   * no for one of which it does.
   */
  readonly touches: (party: TouchedParty) => boolean
  /** How the lists have moved under the verdicts that hold. */
  readonly drift: Drift
}

/** Share of the entries from which a change is no small one, and every party is touched. */
const MANY = 0.02
/** Share of the names that may be held against every party, since their words have moved. */
const MANY_NAMES = 0.05
const MOST_ADDRESSES = 10_000

/** What a change of the lists can touch, after they had moved under the verdicts before. */
export function changeBetween(
  older: IndexFile,
  { file: newer, searcher, scoring }: Screener,
  romanizers: Romanizers,
  earlier: Drift,
): ListChange {
  const changes = changesBetween(older, newer)
  const before = searcherOf(older.names, lexiconOf(older.meta.tables))
  const move = moveBetween(before, searcher, scoring, earlier)
  const isOther =
    JSON.stringify([older.meta.tables, older.meta.scoring]) !==
    JSON.stringify([newer.meta.tables, newer.meta.scoring])
  const isMany =
    changes.length > MANY * (newer.entries.starts.length - 1) ||
    move.names.length > MANY_NAMES * newer.names.entryOf.length
  if (isOther || move.isFar || isMany)
    return {
      entries: changes.length,
      touches: () => true,
      drift: noDrift(newer.names.entryOf.length),
    }
  const names = changes.flatMap(({ before: had, after }) =>
    [had, after].flatMap((entry) => (entry === undefined ? [] : listed(entry))),
  )
  for (const at of move.names)
    names.push({
      entry: 0,
      text: textAt(newer.names.names, at),
      kind: NAME_KINDS[newer.names.kindOf[at]!]!,
    })
  const changed = changedNames(names, searcher, before, scoring)
  const least = sumOf(scoring.bands.review - CLOSE + ROUNDED, scoring)
  const isHitByAddress = addressHits(newer, searcher.lexicon)
  const touchesForm = (form: Form): boolean =>
    isTurned(form, move) || raiseOf(form, move) > move.mostRaised || changed.mayReach(form, least)
  return {
    entries: changes.length,
    touches: ({ name, address }) =>
      (address !== '' && isHitByAddress(address)) ||
      formsOf(name, searcher, romanizers).forms.some(touchesForm),
    drift: move.drift,
  }
}

const listed = (entry: ListEntry): ListedName[] =>
  namesOf(entry).map(({ text, kind }) => ({ entry: 0, text, kind }))

/** By how much the words of a form may raise its sum, at most. */
function raiseOf({ tokens }: Form, { raises }: Move): number {
  let raise = 0
  for (const { text } of tokens) raise += raises.get(text) ?? 0
  return raise
}

/** Letters from which a word that no list has is cut into words that lists have. */
const CUT = 6
const SHORTEST_CUT = 3

/** Whether a form has a word that lists have newly or no longer, or may have one that is written in another. */
function isTurned({ text, tokens }: Form, { turned }: Move): boolean {
  if (tokens.some((token) => turned.has(token.text))) return true
  const letters = text.replaceAll(' ', '')
  if (letters.length < CUT) return false
  for (const word of turned) if (word.length >= SHORTEST_CUT && letters.includes(word)) return true
  return false
}

/** Whether an address is so like a listed one that it is a hit. */
function addressHits(
  { addresses }: IndexFile,
  lexicon: Screener['searcher']['lexicon'],
): (address: string) => boolean {
  const known = new Memo<boolean>(MOST_ADDRESSES)
  return (address) => {
    let is = known.get(address)
    if (is === undefined) {
      is = addressesLike(addresses, address, lexicon).some(
        ({ share }) => 100 * share >= LEAST_ADDRESS,
      )
      known.set(address, is)
    }
    return is
  }
}
