import type { Query } from './query.ts'
import { eachUnder, hashOf } from './hash.ts'
import { WORD_KINDS, type NameIndex } from './name-index.ts'
import type { Pair } from './pair.ts'
import type { Searcher } from './searcher.ts'
import type { Token } from './tokens.ts'

const FEWEST = 3
const MOST = 8
/** Names that are looked at for the letters of one query. */
const MOST_NAMES = 12
/** How sure letters stand for words, by their number: three letters are many names', five few. */
const DEGREES: Readonly<Record<number, number>> = { 3: 0.55, 4: 0.72, 5: 0.8 }
const degreeOf = (letters: string): number => DEGREES[letters.length] ?? 0.88

const isTelling = ({ kind }: Token): boolean => kind !== 'legal' && kind !== 'stop'

/** The first letters of the telling words of a name, where three to eight of them can be its letters. */
export function initialLetters(tokens: readonly Token[]): string | undefined {
  const words = tokens.filter((token) => isTelling(token) && token.kind !== 'number')
  if (words.length < FEWEST || words.length > MOST) return undefined
  return words.map(({ surface }) => surface[0]).join('')
}

/** The one telling word of a query that may be the letters of a name. */
function lettersIn({ tokens }: Pick<Query, 'tokens'>): { at: number; letters: string } | undefined {
  const at = tokens.findIndex(isTelling)
  const token = tokens[at]
  if (token?.kind !== 'word' || tokens.some((other, i) => i !== at && isTelling(other)))
    return undefined
  const { text } = token
  return text.length >= FEWEST && text.length <= MOST ? { at, letters: text } : undefined
}

/** Names whose letters a query is, and names that are the letters of a query; a few of each. */
export function byLetters({ index, words }: Searcher, query: Pick<Query, 'tokens'>): number[] {
  const found: number[] = []
  const asked = lettersIn(query)
  if (asked !== undefined)
    eachUnder(index.acronyms, hashOf(asked.letters), (name) => found.push(name))
  const own = initialLetters(query.tokens)
  if (own !== undefined && own.length > FEWEST)
    eachUnder(index.neighbors, hashOf(own.slice(0, 7)), (id) => {
      if (words[id] !== own) return
      const { starts, items } = index.postings
      for (let at = starts[id]!; at < starts[id + 1]!; at++)
        if (onlyTelling(index, items[at]!) !== undefined) found.push(items[at]!)
    })
  return found.slice(0, MOST_NAMES)
}

const LIGHT = new Set(['legal', 'stop'].map((kind) => WORD_KINDS.indexOf(kind as 'legal' | 'stop')))
const NUMBER = WORD_KINDS.indexOf('number')

/** Where the telling words of a name stand. */
function tellingOf({ tokensOf, tokenKinds }: NameIndex, name: number): number[] {
  const tokens = tokensOf.items.subarray(tokensOf.starts[name], tokensOf.starts[name + 1])
  return [...tokens.keys()].filter((j) => !LIGHT.has(tokenKinds[tokens[j]!]!))
}

function onlyTelling(index: NameIndex, name: number): number | undefined {
  const all = tellingOf(index, name)
  return all.length === 1 ? all[0] : undefined
}

/** Whether a query may be the letters of a name, or the other way round; never no where it is. */
export function mayBeLetters(searcher: Searcher, query: Query): (name: number) => boolean {
  const own = initialLetters(query.tokens)
  const isNever = lettersIn(query) === undefined && (own === undefined || own.length <= FEWEST)
  return (name) => !isNever && lettersPair(searcher, query, name) !== undefined
}

/** A query that is the letters of a name, or the other way round, as one pair; undefined otherwise. */
export function lettersPair(searcher: Searcher, query: Query, name: number): Pair | undefined {
  const { index, words } = searcher
  const { starts, items } = index.tokensOf
  const from = starts[name]!
  const asked = lettersIn(query)
  if (asked !== undefined) {
    const all = tellingOf(index, name).filter((j) => index.tokenKinds[items[from + j]!] !== NUMBER)
    if (all.length !== asked.letters.length) return undefined
    const isIt = all.every((j, k) => words[index.surfaces[from + j]!]![0] === asked.letters[k])
    return isIt
      ? { query: [asked.at], name: all, degree: degreeOf(asked.letters), how: 'letters' }
      : undefined
  }
  const at = onlyTelling(index, name)
  if (at === undefined) return undefined
  const own = initialLetters(query.tokens)
  if (own === undefined || own.length <= FEWEST || words[items[from + at]!] !== own)
    return undefined
  const all = [...query.tokens.keys()].filter((i) => isTelling(query.tokens[i]!))
  return { query: all, name: [at], degree: degreeOf(own), how: 'letters' }
}
