import {
  commonLeft,
  commonOnly,
  isTelling,
  leastLeft,
  RARE,
  TELLING,
  type Evidence,
} from './evidence.ts'
import { mayBeLetters } from './initial-letters.ts'
import { mayJoin } from './may-join.ts'
import { lettersOfRare, meetingsOf, type MetWord } from './meetings.ts'
import { WORD_KINDS } from './name-index.ts'
import type { Query } from './query.ts'
import { weighed, type Scoring } from './score.ts'
import type { Searcher } from './searcher.ts'
import { wordsOfAll } from './words-of.ts'

/** What rounding may take from a sum or add to it. */
const ROUNDING = 1e-6

/**
 * The names that may come to a weighed sum with a query, told without setting their words against each other.
 * Each word of a name is met as surely as any word of the query may meet it, and a word speaks against the
 * match only where none can meet it. Leaves out no name that is the same or comes to that sum, since no weight
 * of the score lets more agreement count for less.
 */
export function withinReach(
  searcher: Searcher,
  scoring: Scoring,
  query: Query,
  names: readonly number[],
  least: number,
): number[] {
  const { tokens, surfaces, ends } = wordsOfAll(searcher.index, names)
  const metOf = meetingsOf(searcher, query)
  const mostOf = mostOfWords(query, scoring)
  const joins = mayJoin(searcher, query)
  const isLetters = mayBeLetters(searcher, query)
  const words: MetWord[] = []
  const withNoRest = new Map<number, number>()
  const isWithin = (from: number, to: number): boolean => {
    let count = 0
    let key = 0
    for (let at = from; at < to; at++) {
      const word = metOf(tokens[at]!)
      if (word === undefined) continue
      words[count++] = word
      key = count <= MOST_IN_KEY && word.key < KEYS ? key * KEYS + word.key : -1
    }
    // Most names share a trade alone with a query: what else is in them can only speak against them.
    let most = key < 0 ? Infinity : withNoRest.get(key)
    if (most === undefined) withNoRest.set(key, (most = mostOf(words.slice(0, count), NO_REST)))
    if (most < least - ROUNDING) return false
    const rest = restOf(searcher, tokens, from, to, metOf)
    return mostOf(words.slice(0, count), rest) >= least - ROUNDING
  }
  const found: number[] = []
  for (let k = 0; k < names.length; k++) {
    const from = k === 0 ? 0 : ends[k - 1]!
    const to = ends[k]!
    if (isWithin(from, to) || joins(tokens, surfaces, from, to) || isLetters(names[k]!))
      found.push(names[k]!)
  }
  return found
}

/** The most that words of a name come to that a query may meet; no end to it where they may be the same name. */
function mostOfWords(
  query: Query,
  scoring: Scoring,
): (words: readonly MetWord[], rest: Rest) => number {
  const met = query.tokens.map(() => 0)
  const isLight = query.tokens.map(({ kind }) => kind === 'legal' || kind === 'stop')
  return (words, rest) => {
    met.fill(0)
    for (const { by } of words)
      for (const { at, degree } of by) if (met[at]! < degree) met[at] = degree
    return met.every((degree, i) => degree === 1 || isLight[i]!)
      ? Infinity
      : weighed(bestOf(query, words, met, rest), scoring)
  }
}

/** Words that have a part in a key, and how many of them make a small whole number. */
const KEYS = 2 ** 7
const MOST_IN_KEY = 4

/** The words of a name that no word of a query can meet. */
interface Rest {
  readonly weight: number
  readonly letters: number
  /** What is told by the heaviest of them being left over. */
  readonly left: number
}

const INITIAL = WORD_KINDS.indexOf('initial')
const NO_REST: Rest = { weight: 0, letters: 0, left: 0 }

function restOf(
  searcher: Searcher,
  tokens: Uint32Array,
  from: number,
  to: number,
  metOf: (id: number) => MetWord | undefined,
): Rest {
  const { weights, index } = searcher
  let [weight, letters, left] = [0, 0, 0]
  for (let at = from; at < to; at++) {
    const id = tokens[at]!
    if (metOf(id) !== undefined) continue
    weight += weights[id]!
    const kind = index.tokenKinds[id]!
    if (!isTelling[kind]!) continue
    letters += lettersOfRare(searcher, id)
    left = Math.max(left, leastLeft(weights[id]!, kind === INITIAL))
  }
  return { weight, letters, left }
}

/** The evidence at its best, where no words are written as one and none by their letters. */
function bestOf(
  query: Query,
  words: readonly MetWord[],
  met: readonly number[],
  rest: Rest,
): Evidence {
  let [sum, exact, total, rarest] = [0, 0, rest.weight, 0]
  let [letters, lettersTold, weakest] = [0, rest.letters, 0]
  for (const word of words) {
    total += word.weight
    sum += word.weight * word.degree
    if (word.degree === 1) exact += word.weight
    weakest = Math.max(weakest, word.surest)
    letters += word.told * word.letters
    if (word.told > 0) rarest = Math.max(rarest, word.weight)
    if (word.isTelling && !word.isMetByLight) lettersTold += word.letters
  }
  let [left, queryLeft, lettersLeft, telling] = [0, 0, 0, 0]
  for (let i = 0; i < met.length; i++) {
    const { kind, text } = query.tokens[i]!
    const isTold = TELLING.has(kind)
    if (met[i]! > 0) {
      if (isTold) telling += 1
      continue
    }
    const weight = query.weights[i]!
    left += weight
    if (!isTold) continue
    queryLeft = Math.max(queryLeft, leastLeft(weight, kind === 'initial'))
    lettersLeft += (text.length * weight) / RARE
  }
  return {
    queryCovered: sum === 0 ? 0 : sum / (sum + left),
    nameCovered: total === 0 ? 0 : Math.min(1, sum / total),
    exact: total === 0 ? 0 : Math.min(1, exact / total),
    told: Math.min(1, sum / (3 * RARE)),
    queryLeft: Math.min(1, queryLeft / RARE),
    nameLeft: Math.min(1, rest.left / RARE),
    numberConflict: 0,
    numberMissing: 0,
    placeConflict: 0,
    placeMissing: 0,
    outOfOrder: 0,
    weakest,
    joined: 0,
    oneWord: telling < 2 ? 1 : 0,
    shortWord: 0,
    commonOnly: commonOnly(rarest),
    commonLeft: commonLeft(rarest, Math.max(queryLeft, rest.left), telling),
    letters: Math.min(1, letters / Math.max(1, letters + lettersLeft, lettersTold)),
  }
}
