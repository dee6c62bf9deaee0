import { plain, unaccented } from './fold.ts'
import { numbers } from './growing.ts'
import { eachUnder, hashOf, hashTableMaker, type HashTable } from './hash.ts'
import type { Lexicon } from './lexicon.ts'
import { rowsMaker, textAt, textsOf, turned, type Rows, type Texts } from './name-index.ts'
import { wordsOf } from './words.ts'

/** The addresses of all entries, by their words. */
export interface AddressIndex {
  readonly entryOf: Uint32Array
  readonly texts: Texts
  readonly tokensOf: Rows
  readonly tokens: Texts
  readonly postings: Rows
  readonly words: HashTable
}

function tokensIn(text: string, lexicon: Lexicon): string[] {
  const tokens = new Set<string>()
  for (const word of wordsOf(unaccented(plain(text)), lexicon)) {
    const token = lexicon.inAddresses.get(word) ?? word
    if (token.length > 1 || /\d/.test(token)) tokens.add(token)
  }
  return [...tokens]
}

/** Takes addresses in and makes their index. */
export interface AddressMaker {
  readonly add: (entry: number, text: string) => void
  readonly made: () => AddressIndex
}

/** An index to be given its addresses one by one. */
export function addressMaker(lexicon: Lexicon): AddressMaker {
  const ids = new Map<string, number>()
  const entryOf = numbers()
  const tokensOf = rowsMaker()
  const texts: string[] = []
  const add: AddressMaker['add'] = (entry, text) => {
    for (const token of tokensIn(text, lexicon)) {
      let id = ids.get(token)
      if (id === undefined) ids.set(token, (id = ids.size))
      tokensOf.add(id)
    }
    tokensOf.end()
    entryOf.add(entry)
    texts.push(text)
  }
  const made = (): AddressIndex => {
    const rows = tokensOf.made()
    const words = hashTableMaker()
    for (const [token, id] of ids) words.add(token, id)
    return {
      entryOf: entryOf.made(),
      texts: textsOf(texts),
      tokensOf: rows,
      tokens: textsOf([...ids.keys()]),
      postings: turned(rows, ids.size),
      words: words.table(),
    }
  }
  return { add, made }
}

/** An address of a list that a query's address agrees with. */
export interface AddressFound {
  readonly entry: number
  readonly text: string
  /** Share of the words met, by weight, 0 to 1. */
  readonly share: number
  readonly words: readonly string[]
}

const LEAST_SHARE = 0.6
const MOST_POSTINGS = 1500
const MOST_FOUND = 20

/**
 * Addresses of entries that agree with one: the most of what both say, by the rarity of the words, and a
 * number in common, since a street alone is no address.
 */
export function addressesLike(
  index: AddressIndex,
  address: string,
  lexicon: Lexicon,
): AddressFound[] {
  const n = index.entryOf.length
  const weightOf = (id: number): number =>
    Math.log(1 + n / (index.postings.starts[id + 1]! - index.postings.starts[id]!))
  const asked = tokensIn(address, lexicon).map((word) => {
    let id: number | undefined
    eachUnder(index.words, hashOf(word), (found) => {
      if (textAt(index.tokens, found) === word) id = found
    })
    return { word, id }
  })
  const total = asked.reduce((sum, { id }) => sum + (id === undefined ? 5 : weightOf(id)), 0)
  const met = new Map<number, { weight: number; words: string[] }>()
  for (const { word, id } of asked) {
    if (id === undefined) continue
    const [from, to] = [index.postings.starts[id]!, index.postings.starts[id + 1]!]
    for (let at = from; at < to; at++) {
      const found = index.postings.items[at]!
      const had = met.get(found)
      // Words that very many addresses have open no new one.
      if (had === undefined && to - from > MOST_POSTINGS) continue
      met.set(found, {
        weight: (had?.weight ?? 0) + weightOf(id),
        words: [...(had?.words ?? []), word],
      })
    }
  }
  const found: AddressFound[] = []
  for (const [at, { weight, words }] of met) {
    if (words.length < 3 || !words.some((word) => /\d/.test(word))) continue
    let own = 0
    const { starts, items } = index.tokensOf
    for (let i = starts[at]!; i < starts[at + 1]!; i++) own += weightOf(items[i]!)
    // The longer of the two may say more; what the shorter says must be met.
    const share = (weight / total + weight / own) / 2
    if (share >= LEAST_SHARE)
      found.push({ entry: index.entryOf[at]!, text: textAt(index.texts, at), share, words })
  }
  return found.sort((a, b) => b.share - a.share || a.entry - b.entry).slice(0, MOST_FOUND)
}
