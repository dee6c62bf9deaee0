import { glancesOf, type Glances } from './glances.ts'
import { eachUnder, hashOf } from './hash.ts'
import type { Lexicon } from './lexicon.ts'
import { commonOf, type Common } from './mend.ts'
import { skeletonOf } from './scripts/arabic.ts'
import { textAt, WORD_KINDS, type NameIndex } from './name-index.ts'
import { perQuery, type PerQuery } from './per-query.ts'

/** What of an index is worked out once and then looked up. */
export interface Searcher {
  readonly index: NameIndex
  readonly lexicon: Lexicon
  /** Text of each token. */
  readonly words: readonly string[]
  readonly glances: Glances
  /** How much each token says about who a party is: the rarer, the more. */
  readonly weights: Float32Array
  /** Sum of the squared weights of each name: rare words decide what is looked at. */
  readonly totals: Float32Array
  /** The names that are found by a token, those first that say least beside it; equal ones in the order of the lists. */
  readonly lightest: (id: number) => Uint32Array
  /** Kin of words that were asked for before. */
  readonly known: Map<string, Kin>
  readonly common: Common
  readonly marks: Float32Array
  /** What a query has found of words, while it is compared. */
  readonly marked: PerQuery
  /** Tokens by their consonants; made when the first word without vowels is looked up. */
  readonly skeletons: () => ReadonlyMap<string, readonly number[]>
}

/** Tokens of the index that a word may mean, and how sure that is (0 to 1), best first. */
export interface Kin {
  readonly ids: readonly number[]
  /** Whether the word is a legal form mistyped. */
  readonly legal: boolean
  readonly likeness: ReadonlyMap<number, Likeness>
}

/** How sure a word means a token, and why. */
export interface Likeness {
  readonly degree: number
  readonly how: How
}

export type How =
  | 'same'
  | 'sound'
  | 'spelling'
  | 'one edit'
  | 'two edits'
  | 'shortened'
  | 'initial'
  | 'joined'
  | 'split'
  | 'consonants'
  | 'letters'

/** Weights of what is not told by rarity. */
const LEGAL = 0.6
const STOP = 0.35
const INITIAL = 1.2
const PLACE_FACTOR = 0.55
/** A place says little, however few names have it. */
const PLACE_MOST = 3.2
export const NUMBER_LEAST = 6
const GROUP_LEAST = 8.5

/** Weight of a token of a kind that stands in `df` of `n` names. */
export function weightOf(kind: string, df: number, n: number): number {
  if (kind === 'legal') return LEGAL
  if (kind === 'stop') return STOP
  if (kind === 'initial') return INITIAL
  const rarity = Math.log(1 + n / Math.max(df, 1))
  if (kind === 'place') return Math.min(PLACE_MOST, rarity * PLACE_FACTOR)
  return kind === 'number' ? Math.max(rarity, NUMBER_LEAST) : rarity
}

/** Makes an index ready to search. */
export function searcherOf(index: NameIndex, lexicon: Lexicon): Searcher {
  const count = index.tokenKinds.length
  const n = index.entryOf.length
  const words = Array.from({ length: count }, (_, i) => textAt(index.tokens, i))
  const weights = new Float32Array(count)
  const { starts } = index.postings
  const groups = new Set(lexicon.tables.groups)
  for (let i = 0; i < count; i++) {
    const weight = weightOf(WORD_KINDS[index.tokenKinds[i]!]!, starts[i + 1]! - starts[i]!, n)
    weights[i] = groups.has(words[i]!) ? Math.max(weight, GROUP_LEAST) : weight
  }
  const totals = new Float32Array(n)
  const { starts: from, items } = index.tokensOf
  for (let name = 0; name < n; name++) {
    let total = 0
    for (let i = from[name]!; i < from[name + 1]!; i++) total += weights[items[i]!]! ** 2
    totals[name] = total
  }
  const ordered = new Map<number, Uint32Array>()
  const lightest = (id: number): Uint32Array => {
    let names = ordered.get(id)
    if (names === undefined) {
      names = index.postings.items.slice(starts[id], starts[id + 1])
      names.sort((a, b) => totals[a]! - totals[b]! || a - b)
      ordered.set(id, names)
    }
    return names
  }
  let skeletons: Map<string, number[]> | undefined
  const isListed = (word: string): boolean => {
    let found = false
    eachUnder(index.neighbors, hashOf(word.slice(0, 7)), (id) => {
      found ||= words[id] === word
    })
    return found
  }
  return {
    index,
    lexicon,
    words,
    glances: glancesOf(words),
    weights,
    totals,
    lightest,
    known: new Map(),
    common: commonOf(lexicon, isListed),
    marks: new Float32Array(n),
    marked: perQuery(count),
    skeletons: () => (skeletons ??= skeletonsOf(index, words)),
  }
}

function skeletonsOf({ tokenKinds }: NameIndex, words: readonly string[]): Map<string, number[]> {
  const skeletons = new Map<string, number[]>()
  for (const [id, word] of words.entries()) {
    if (tokenKinds[id] !== 0 || word.length < 3) continue
    const skeleton = skeletonOf(word)
    if (skeleton.length < 2) continue
    const known = skeletons.get(skeleton)
    if (known === undefined) skeletons.set(skeleton, [id])
    else known.push(id)
  }
  return skeletons
}
