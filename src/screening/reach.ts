import { LEAST_DEGREE, legalLikeness } from './align.ts'
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
import { looseLikeness } from './loose.ts'
import { mayJoin } from './may-join.ts'
import { WORD_KINDS } from './name-index.ts'
import type { Query } from './query.ts'
import { weighed, type Scoring } from './score.ts'
import type { Searcher } from './searcher.ts'

/** What rounding may take from a sum or add to it. */
const ROUNDING = 1e-6

/**
 * Whether a query and a name may come to a weighed sum, told without setting their words against each other.
 * Each word of the name is met as surely as any word of the query may meet it, and a word speaks against the
 * match only where none can meet it. Never no for names that are the same or come to that sum, since no weight
 * of the score lets more agreement count for less.
 */
export function reachOf(
  searcher: Searcher,
  scoring: Scoring,
  query: Query,
): (name: number, least: number) => boolean {
  const { starts, items } = searcher.index.tokensOf
  const heavy = [...query.tokens.keys()].filter(
    (i) => !['legal', 'stop'].includes(query.tokens[i]!.kind),
  )
  const metOf = meetingsOf(searcher, query)
  const joins = mayJoin(searcher, query)
  const isLetters = mayBeLetters(searcher, query)
  const met = query.tokens.map(() => 0)
  const words: Word[] = []
  /** The most that the words met come to; no end to it where they may be the same name. */
  const mostOf = (rest: Rest): number => {
    met.fill(0)
    for (const { by } of words)
      for (const { at, degree } of by) if (met[at]! < degree) met[at] = degree
    return heavy.every((i) => met[i] === 1)
      ? Infinity
      : weighed(bestOf(query, words, met, rest), scoring)
  }
  const withNoRest = new Map<number, number>()
  return (name, least) => {
    words.length = 0
    let [key, isKeyed] = [0, true]
    for (let at = starts[name]!; at < starts[name + 1]!; at++) {
      const word = metOf(items[at]!)
      if (word === undefined) continue
      words.push(word)
      isKeyed &&= word.key < MOST_KEYS && words.length <= MOST_IN_KEY
      key = key * MOST_KEYS + word.key
    }
    // Most names share a trade alone with a query: what is left of them can only speak against them.
    let most = Infinity
    if (isKeyed) {
      const known = withNoRest.get(key)
      if (known !== undefined) most = known
      else withNoRest.set(key, (most = mostOf(NO_REST)))
    }
    return (
      (most >= least - ROUNDING && mostOf(restOf(searcher, name, metOf)) >= least - ROUNDING) ||
      isLetters(name) ||
      joins(name)
    )
  }
}

/** Keys of so many words make a whole number that a double holds. */
const MOST_IN_KEY = 4
const MOST_KEYS = 2 ** 13

/** A word of a listed name that a query may meet. */
interface Word {
  /** Its number among those of the query, from 1. */
  readonly key: number
  readonly weight: number
  readonly letters: number
  readonly isTelling: boolean
  /** Words of the query that it may be a pair with, and how surely. */
  readonly by: readonly { readonly at: number; readonly degree: number }[]
  /** The surest of these, of all and of those that tell who a party is. */
  readonly degree: number
  readonly told: number
  /** The same, where an initial is as sure as any. */
  readonly surest: number
  /** Whether a word may meet it that tells nothing. */
  readonly isMetByLight: boolean
}

/** The words of names as a query meets them, each looked at once; undefined for one that none can meet. */
function meetingsOf(searcher: Searcher, query: Query): (id: number) => Word | undefined {
  const { weights, glances, index } = searcher
  const isListed = query.kin.map(
    ({ ids, likeness }) => ids.length > 0 && likeness.get(ids[0]!)!.degree === 1,
  )
  const begun = query.tokens.map(({ text }) => text.charCodeAt(0))
  const look = (id: number, key: number): Word | undefined => {
    const kind = index.tokenKinds[id]!
    const meant = query.meant.get(id)
    glances.look(id)
    // What is not known to be alike is one word only from the first letter on, or beside a legal form.
    if (meant === undefined && kind !== LEGAL && !begun.includes(glances.first[id]!))
      return undefined
    const by: { at: number; degree: number }[] = []
    let [degree, told, surest, isMetByLight] = [0, 0, 0, false]
    for (const [at, token] of query.tokens.entries()) {
      const one =
        meant?.find((other) => other.at === at)?.likeness ??
        legalLikeness(searcher, query, at, id) ??
        looseLikeness(searcher, token, id, { isListed: isListed[at]!, mayBeInitials: true })
      if (one === undefined || one.degree <= LEAST_DEGREE) continue
      by.push({ at, degree: one.degree })
      degree = Math.max(degree, one.degree)
      if (!TELLING.has(token.kind)) isMetByLight = true
      else {
        told = Math.max(told, one.degree)
        surest = Math.max(surest, one.how === 'initial' ? 1 : one.degree)
      }
    }
    return degree === 0
      ? undefined
      : {
          key,
          weight: weights[id]!,
          letters: lettersOf(searcher, id),
          isTelling: isTelling[kind]!,
          by,
          degree,
          told,
          surest,
          isMetByLight,
        }
  }
  const { marked } = searcher
  const unmet = marked.reserve(MOST_KEYS)
  const met: Word[] = []
  return (id) => {
    const mark = marked.of[id]! - unmet
    if (mark === 0) return undefined
    if (mark > 0 && mark < MOST_KEYS) return met[mark - 1]
    const word = look(id, met.length + 1)
    if (word === undefined) marked.of[id] = unmet
    else if (met.push(word) < MOST_KEYS) marked.of[id] = unmet + word.key
    return word
  }
}

const LEGAL = WORD_KINDS.indexOf('legal')
const INITIAL = WORD_KINDS.indexOf('initial')

/** The letters of a listed word; those of rare words count for more. */
const lettersOf = ({ words, weights }: Searcher, id: number): number =>
  (words[id]!.length * weights[id]!) / RARE

/** The words of a name that no word of a query can meet. */
interface Rest {
  readonly weight: number
  readonly letters: number
  /** What is told by the heaviest of them being left over. */
  readonly left: number
}

const NO_REST: Rest = { weight: 0, letters: 0, left: 0 }

function restOf(searcher: Searcher, name: number, metOf: (id: number) => Word | undefined): Rest {
  const { weights, index } = searcher
  const { starts, items } = index.tokensOf
  let [weight, letters, left] = [0, 0, 0]
  for (let at = starts[name]!; at < starts[name + 1]!; at++) {
    const id = items[at]!
    if (metOf(id) !== undefined) continue
    weight += weights[id]!
    const kind = index.tokenKinds[id]!
    if (!isTelling[kind]!) continue
    letters += lettersOf(searcher, id)
    left = Math.max(left, leastLeft(weights[id]!, kind === INITIAL))
  }
  return { weight, letters, left }
}

/** The evidence at its best, where no words are written as one and none by their letters. */
function bestOf(
  query: Query,
  words: readonly Word[],
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
