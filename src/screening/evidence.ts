import type { Alignment } from './align.ts'
import type { Query } from './query.ts'
import type { WordKind } from './lexicon.ts'
import { WORD_KINDS } from './name-index.ts'
import type { Searcher } from './searcher.ts'

/** What speaks for and against a query and a listed name being one, each from 0 to 1. */
export interface Evidence {
  /** Shares of the query and of the name that are met, by the weight of their words. */
  readonly queryCovered: number
  readonly nameCovered: number
  /** Share that is met letter by letter. */
  readonly exact: number
  /** How rare the words are that are met. */
  readonly told: number
  /** The heaviest word of the query, and of the name, that nothing meets. */
  readonly queryLeft: number
  readonly nameLeft: number
  /** Both have a number, or a place, that the other has not; or one of them has. */
  readonly numberConflict: number
  readonly numberMissing: number
  readonly placeConflict: number
  readonly placeMissing: number
  readonly outOfOrder: number
  /** Degree of the least sure pair. */
  readonly weakest: number
  /** Words that one writes as one and the other apart. */
  readonly joined: number
  /** At most one telling word is met. */
  readonly oneWord: number
  /** The one word met is short and not met letter by letter. */
  readonly shortWord: number
  /** Nothing but words that many names have is met. */
  readonly commonOnly: number
  /** The heaviest word left over, where nothing but one or two such words is met. */
  readonly commonLeft: number
  /** Share of letters that is met. */
  readonly letters: number
}

/** The weight of a rare word, by which weights are put between 0 and 1. */
export const RARE = 11
/** Share of the weight of a rare word below which a word is common. */
export const COMMON = 0.6
/** Weights of a word that a few names have, and of one that very many have. */
export const RATHER_RARE = 9.5
export const QUITE_COMMON = 5.5
/** What an initial that nothing meets weighs in the name of a company. */
const COMPANY_INITIAL = 5
/** Letters from which one word is long. */
const LONG = 9
export const TELLING: ReadonlySet<WordKind> = new Set<WordKind>([
  'word',
  'number',
  'place',
  'initial',
])
export const isTelling: readonly boolean[] = WORD_KINDS.map((kind) => TELLING.has(kind))
const NUMBER = WORD_KINDS.indexOf('number')
const PLACE = WORD_KINDS.indexOf('place')
const INITIAL = WORD_KINDS.indexOf('initial')
const LEGAL = WORD_KINDS.indexOf('legal')

/** Weighs an alignment. */
export function evidenceOf(
  { weights, words, index: { tokenKinds } }: Searcher,
  query: Query,
  { pairs, tokens, leftOfQuery, leftOfName }: Alignment,
): Evidence {
  let [met, exact, queryWeight, nameWeight, weakest, joined, telling] = [0, 0, 0, 0, 1, 0, 0]
  let [letters, lettersMet, lettersOfQuery, rarest] = [0, 0, 0, 0]
  for (const { query: from, name: to, degree, how } of pairs) {
    let weight = 0
    for (const j of to) weight += weights[tokens[j]!]!
    // An initial says as little as an initial does, whatever word it stands for.
    const ofQuery = how === 'initial' ? query.weights[from[0]!]! : weight
    met += Math.min(weight, ofQuery) * degree
    queryWeight += ofQuery
    nameWeight += weight
    if (degree === 1) exact += weight
    if (!from.some((i) => TELLING.has(query.tokens[i]!.kind))) continue
    telling += 1
    if (how !== 'initial') rarest = Math.max(rarest, weight)
    for (const i of from) lettersOfQuery += query.tokens[i]!.text.length
    // Letters of rare words count for more: that `technology` is left out says little.
    for (const j of to) lettersMet += (words[tokens[j]!]!.length * weights[tokens[j]!]!) / RARE
    for (const j of to)
      letters += (degree * words[tokens[j]!]!.length * weights[tokens[j]!]!) / RARE
    if (how !== 'initial') weakest = Math.min(weakest, degree)
    if (how === 'joined' || how === 'split') joined = 1
  }
  const isCompany = hasLegalForm(query, tokens, words, tokenKinds)
  let [queryLeft, numberOfQuery, placeOfQuery] = [0, 0, 0]
  for (const i of leftOfQuery) {
    const { kind } = query.tokens[i]!
    queryWeight += query.weights[i]!
    if (TELLING.has(kind))
      queryLeft = Math.max(
        queryLeft,
        isCompany && kind === 'initial' ? COMPANY_INITIAL : query.weights[i]!,
      )
    if (kind === 'number') numberOfQuery = 1
    if (kind === 'place') placeOfQuery = 1
  }
  let [nameLeft, numberOfName, placeOfName] = [0, 0, 0]
  for (const j of leftOfName) {
    const kind = tokenKinds[tokens[j]!]!
    nameWeight += weights[tokens[j]!]!
    if (isTelling[kind])
      nameLeft = Math.max(
        nameLeft,
        isCompany && kind === INITIAL ? COMPANY_INITIAL : weights[tokens[j]!]!,
      )
    if (kind === NUMBER) numberOfName = 1
    if (kind === PLACE) placeOfName = 1
  }
  let [ofQuery, ofName] = [0, 0]
  for (const i of leftOfQuery) {
    const { kind, text } = query.tokens[i]!
    if (TELLING.has(kind)) ofQuery += (text.length * query.weights[i]!) / RARE
  }
  for (const j of leftOfName) {
    const id = tokens[j]!
    if (isTelling[tokenKinds[id]!]) ofName += (words[id]!.length * weights[id]!) / RARE
  }
  return {
    queryCovered: queryWeight === 0 ? 0 : met / queryWeight,
    nameCovered: nameWeight === 0 ? 0 : met / nameWeight,
    exact: nameWeight === 0 ? 0 : exact / Math.max(queryWeight, nameWeight),
    told: Math.min(1, met / (3 * RARE)),
    queryLeft: Math.min(1, queryLeft / RARE),
    nameLeft: Math.min(1, nameLeft / RARE),
    numberConflict: numberOfQuery * numberOfName,
    numberMissing: Number(numberOfQuery !== numberOfName),
    placeConflict: placeOfQuery * placeOfName,
    placeMissing: Number(placeOfQuery !== placeOfName),
    outOfOrder: outOfOrder(query, pairs),
    weakest: telling === 0 ? 0 : weakest,
    joined,
    oneWord: telling < 2 ? 1 : 0,
    shortWord: telling === 1 && exact < nameWeight ? Math.max(0, 1 - lettersOfQuery / LONG) : 0,
    commonOnly: commonOnly(rarest),
    commonLeft: commonLeft(rarest, Math.max(queryLeft, nameLeft), telling),
    letters: letters / Math.max(1, lettersMet + Math.max(ofQuery, ofName)),
  }
}

/** How much it speaks against a match that the rarest word met has no more than this weight. */
export const commonOnly = (rarest: number): number => Math.max(0, 1 - rarest / (COMMON * RARE))

/** How much the heaviest word left over speaks against a match of so many telling words. */
export const commonLeft = (rarest: number, left: number, telling: number): number =>
  Math.min(1, Math.max(0, (RATHER_RARE - rarest) / (RATHER_RARE - QUITE_COMMON))) *
  Math.min(1, left / QUITE_COMMON) *
  (telling < 3 ? 1 : 1 / telling)

/** What a telling word that nothing meets weighs, at least, in the name of a person or a company. */
export const leastLeft = (weight: number, isInitial: boolean): number =>
  isInitial ? Math.min(weight, COMPANY_INITIAL) : weight

/** A legal form of more than two letters on either side: the name is a company's, no person's. */
const hasLegalForm = (
  { tokens: ofQuery }: Query,
  tokens: Uint32Array,
  words: readonly string[],
  kinds: Uint8Array,
): boolean =>
  ofQuery.some(({ kind, surface }) => kind === 'legal' && surface.length > 2) ||
  tokens.some((id) => kinds[id] === LEGAL && words[id]!.length > 2)

/**
 * How far the telling words met stand in another order: steps back beyond the one that turns `Given Family`
 * into `FAMILY, Given`, as a share of all steps.
 */
function outOfOrder({ tokens }: Query, pairs: Alignment['pairs']): number {
  const at = pairs
    .filter(({ query: [i] }) => TELLING.has(tokens[i!]!.kind))
    .map(({ query: [i], name: [j] }) => ({ i: i!, j: j! }))
    .sort((a, b) => a.i - b.i)
  let back = 0
  for (let k = 1; k < at.length; k++) if (at[k]!.j < at[k - 1]!.j) back += 1
  return back < 2 ? 0 : (back - 1) / (at.length - 1)
}
