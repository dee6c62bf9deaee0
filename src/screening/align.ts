import type { Query } from './query.ts'
import type { Pair } from './pair.ts'
import { lettersPair } from './initial-letters.ts'
import { joinedPairs } from './joined.ts'
import { WORD_KINDS } from './name-index.ts'
import type { Likeness, Searcher } from './searcher.ts'
import { looseLikeness } from './loose.ts'

/** How the words of a query and of a listed name go together. */
export interface Alignment {
  readonly pairs: readonly Pair[]
  /** Tokens of the name by their number in the index, in its order. */
  readonly tokens: Uint32Array
  readonly leftOfQuery: readonly number[]
  readonly leftOfName: readonly number[]
}

/** Degree above which two words can be a pair. */
export const LEAST_DEGREE = 0.45
/** A pair that is surer than words written as one. */
export const SURE = 0.8
const LEGAL: Likeness = { degree: 0.5, how: 'spelling' }

/** Sets the words of a query against those of a name, the surest pairs first, each word once. */
export function align(searcher: Searcher, query: Query, name: number): Alignment {
  const { starts, items } = searcher.index.tokensOf
  const tokens = items.subarray(starts[name], starts[name + 1])
  const [n, m] = [query.tokens.length, tokens.length]
  const freeOfQuery = new Array<boolean>(n).fill(true)
  const freeOfName = new Array<boolean>(m).fill(true)
  const pairs: Pair[] = []
  const take = (pair: Pair): void => {
    for (const i of pair.query) freeOfQuery[i] = false
    for (const j of pair.name) freeOfName[j] = false
    pairs.push(pair)
  }
  const takeAbove = (cells: readonly Cell[], least: number): void => {
    for (const { i, j, degree, likeness } of cells) {
      if (degree <= least) return
      if (freeOfQuery[i] && freeOfName[j])
        take({ query: [i], name: [j], degree: likeness.degree, how: likeness.how })
    }
  }
  const known = knownCells(searcher, query, tokens)
  takeAbove(known, SURE - 0.001)
  const letters = pairs.length < 2 ? lettersPair(searcher, query, name) : undefined
  if (letters?.query.every((i) => freeOfQuery[i]) === true) take(letters)
  if (freeOfQuery.includes(true) && freeOfName.includes(true)) {
    for (const pair of joinedPairs(searcher, query, name, tokens, freeOfQuery, freeOfName)) {
      if (pair.query.every((i) => freeOfQuery[i]) && pair.name.every((j) => freeOfName[j]))
        take(pair)
    }
    const mayBeInitials = sayInitials(searcher, query, pairs, tokens)
    const loose = known.filter(({ i, j }) => freeOfQuery[i] && freeOfName[j])
    const met = new Set(loose.map(({ i, j }) => i * m + j))
    for (let i = 0; i < n; i++) {
      if (!freeOfQuery[i]) continue
      const isListed = query.kin[i]!.likeness.get(query.kin[i]!.ids[0]!)?.degree === 1
      for (let j = 0; j < m; j++) {
        if (!freeOfName[j] || met.has(i * m + j)) continue
        const likeness = looseLikeness(searcher, query.tokens[i]!, tokens[j]!, {
          isListed,
          mayBeInitials,
        })
        if (likeness !== undefined) loose.push(cellOf(i, j, likeness))
      }
    }
    takeAbove(loose.sort(bySurety), LEAST_DEGREE)
  }
  return { pairs, tokens, leftOfQuery: free(freeOfQuery), leftOfName: free(freeOfName) }
}

/** A word of the query that may be a word of the name. */
interface Cell {
  readonly i: number
  readonly j: number
  readonly likeness: Likeness
  /** Its degree, with a little less for words that stand elsewhere: `Li Li` against `Li Wei Li`. */
  readonly degree: number
}

const cellOf = (i: number, j: number, likeness: Likeness): Cell => ({
  i,
  j,
  likeness,
  degree: likeness.degree - Math.abs(i - j) * 1e-6,
})

const bySurety = (a: Cell, b: Cell): number => b.degree - a.degree || a.i - b.i || a.j - b.j

/** The words that are known to be alike, the surest first. */
function knownCells(searcher: Searcher, query: Query, tokens: Uint32Array): Cell[] {
  const cells: Cell[] = []
  const meant = query.meant()
  for (let j = 0; j < tokens.length; j++) {
    const id = tokens[j]!
    const known = meant.get(id)
    if (known !== undefined)
      for (const { at, likeness } of known) cells.push(cellOf(at, j, likeness))
    if (searcher.index.tokenKinds[id] !== LEGAL_KIND) continue
    for (let i = 0; i < query.tokens.length; i++) {
      const legal = legalLikeness(searcher, query, i, id)
      if (legal !== undefined && known?.some(({ at }) => at === i) !== true)
        cells.push(cellOf(i, j, legal))
    }
  }
  return cells.sort(bySurety)
}

/** From which weight a word tells enough for a letter to stand for another, in persons and in companies. */
export const RARE_ENOUGH = { person: 6, company: 9 } as const

/** `T-Motor` is no `Toyota Motor`: a letter stands for a word only where a rare word is met, or two words. */
function sayInitials(
  { weights }: Searcher,
  { tokens: ofQuery }: Query,
  pairs: readonly Pair[],
  tokens: Uint32Array,
): boolean {
  const isCompany = ofQuery.some(({ kind, surface }) => kind === 'legal' && surface.length > 2)
  const enough = RARE_ENOUGH[isCompany ? 'company' : 'person']
  let met = 0
  for (const { name } of pairs)
    for (const j of name)
      met += weights[tokens[j]!]! >= enough ? 2 : weights[tokens[j]!]! >= LEAST_TELLING ? 1 : 0
  return met > 1
}

/** Weight of what is no legal form, stop word or initial. */
const LEAST_TELLING = 1.5

const LEGAL_KIND = WORD_KINDS.indexOf('legal')

/** How alike two legal forms are taken to be, whichever they are. */
export function legalLikeness(
  { index }: Searcher,
  { tokens }: Query,
  i: number,
  id: number,
): Likeness | undefined {
  return tokens[i]!.kind === 'legal' && index.tokenKinds[id] === LEGAL_KIND ? LEGAL : undefined
}

function free(all: readonly boolean[]): number[] {
  const found: number[] = []
  for (const [at, is] of all.entries()) if (is) found.push(at)
  return found
}
