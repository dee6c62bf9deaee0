import { LEAST_DEGREE, legalLikeness } from './align.ts'
import { isTelling, RARE, TELLING } from './evidence.ts'
import { firstIn, shapeOf } from './glances.ts'
import { looseLikeness } from './loose.ts'
import { WORD_KINDS } from './name-index.ts'
import type { Query } from './query.ts'
import type { Likeness, Searcher } from './searcher.ts'

/** A word of a listed name that a query may meet. */
export interface MetWord {
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
export function meetingsOf(searcher: Searcher, query: Query): (id: number) => MetWord | undefined {
  const { weights, glances, index } = searcher
  const how = query.kin.map(({ ids, likeness }) => ({
    isListed: ids.length > 0 && likeness.get(ids[0]!)!.degree === 1,
    mayBeInitials: true,
  }))
  const firsts = query.tokens.map(({ text }) => 1 << firstIn(shapeOf(text)))
  const anyFirst = firsts.reduce((all, one) => all | one, 0)
  /** Words not known to be alike can be one from the first letter on, or where one is a slip for a legal form. */
  const mayBeOne = (id: number, begun: number): boolean => {
    if (index.tokenKinds[id] === LEGAL) return true
    glances.look(id)
    return ((begun >>> firstIn(glances.shapes[id]!)) & 1) !== 0
  }
  const likenessOf = (at: number, id: number, isKin: boolean): Likeness | undefined => {
    const known =
      (isKin ? query.kin[at]!.likeness.get(id) : undefined) ??
      legalLikeness(searcher, query, at, id)
    return (
      known ??
      (mayBeOne(id, firsts[at]!)
        ? looseLikeness(searcher, query.tokens[at]!, id, how[at]!)
        : undefined)
    )
  }
  const look = (id: number, key: number, isKin: boolean): MetWord | undefined => {
    const by: { at: number; degree: number }[] = []
    let [degree, told, surest, isMetByLight] = [0, 0, 0, false]
    for (let at = 0; at < query.tokens.length; at++) {
      const token = query.tokens[at]!
      const one = likenessOf(at, id, isKin)
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
          letters: lettersOfRare(searcher, id),
          isTelling: isTelling[index.tokenKinds[id]!]!,
          by,
          degree,
          told,
          surest,
          isMetByLight,
        }
  }
  const { marked } = searcher
  const unmet = marked.reserve(MOST_MET + 2)
  const isKin = MOST_MET + 1
  for (const { likeness } of query.kin)
    for (const id of likeness.keys()) marked.of[id] = unmet + isKin
  const met: MetWord[] = []
  return (id) => {
    const mark = marked.of[id]! - unmet
    if (mark === 0) return undefined
    if (mark > 0 && mark <= MOST_MET) return met[mark - 1]
    const word =
      mark === isKin || mayBeOne(id, anyFirst)
        ? look(id, met.length + 1, mark === isKin)
        : undefined
    if (word === undefined) marked.of[id] = unmet
    else if (met.push(word) <= MOST_MET) marked.of[id] = unmet + word.key
    return word
  }
}

/** Words that are remembered of one query. */
const MOST_MET = 2 ** 12
const LEGAL = WORD_KINDS.indexOf('legal')

/** The letters of a listed word, more of them the rarer it is. */
export const lettersOfRare = ({ index: { tokens }, weights }: Searcher, id: number): number =>
  ((tokens.starts[id + 1]! - tokens.starts[id]!) * weights[id]!) / RARE
