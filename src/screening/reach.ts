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
  const wordOf = wordsFor(searcher, query)
  const joins = mayJoin(searcher, query)
  const isLetters = mayBeLetters(searcher, query)
  const met = query.tokens.map(() => 0)
  return (name, least) => {
    met.fill(0)
    const words: Word[] = []
    for (let at = starts[name]!; at < starts[name + 1]!; at++) {
      const word = wordOf(items[at]!)
      words.push(word)
      for (const { at: i, degree } of word.by) if (met[i]! < degree) met[i] = degree
    }
    return (
      weighed(bestOf(query, words, met), scoring) >= least - ROUNDING ||
      heavy.every((i) => met[i] === 1) ||
      isLetters(name) ||
      joins(name)
    )
  }
}

/** A word of a listed name, beside a query. */
interface Word {
  readonly weight: number
  /** Its letters; those of rare words count for more. */
  readonly letters: number
  readonly isTelling: boolean
  /** What is told by its being left over. */
  readonly left: number
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

/** The words of names as a query meets them, each looked at once. */
function wordsFor(searcher: Searcher, query: Query): (id: number) => Word {
  const { weights, words, index } = searcher
  const known = new Map<number, Word>()
  const isListed = query.kin.map(
    ({ ids, likeness }) => ids.length > 0 && likeness.get(ids[0]!)!.degree === 1,
  )
  const look = (id: number): Word => {
    const by: { at: number; degree: number }[] = []
    let [degree, told, surest, isMetByLight] = [0, 0, 0, false]
    for (const [at, token] of query.tokens.entries()) {
      const one =
        query.kin[at]!.likeness.get(id) ??
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
    const weight = weights[id]!
    const kind = index.tokenKinds[id]!
    return {
      weight,
      letters: (words[id]!.length * weight) / RARE,
      isTelling: isTelling[kind]!,
      left: isTelling[kind]! ? leastLeft(weight, WORD_KINDS[kind] === 'initial') : 0,
      by,
      degree,
      told,
      surest,
      isMetByLight,
    }
  }
  return (id) => {
    let word = known.get(id)
    if (word === undefined) known.set(id, (word = look(id)))
    return word
  }
}

/** The evidence at its best, where no words are written as one and none by their letters. */
function bestOf(query: Query, words: readonly Word[], met: readonly number[]): Evidence {
  let [sum, exact, total, rarest, nameLeft] = [0, 0, 0, 0, 0]
  let [letters, lettersTold, weakest] = [0, 0, 0]
  for (const word of words) {
    total += word.weight
    sum += word.weight * word.degree
    if (word.degree === 1) exact += word.weight
    weakest = Math.max(weakest, word.surest)
    letters += word.told * word.letters
    if (word.told > 0) rarest = Math.max(rarest, word.weight)
    if (word.isTelling && !word.isMetByLight) lettersTold += word.letters
    if (word.degree === 0) nameLeft = Math.max(nameLeft, word.left)
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
    nameLeft: Math.min(1, nameLeft / RARE),
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
    commonLeft: commonLeft(rarest, Math.max(queryLeft, nameLeft), telling),
    letters: Math.min(1, letters / Math.max(1, letters + lettersLeft, lettersTold)),
  }
}
