import { plain, unaccented } from './fold.ts'
import { eachUnder, hashOf, hashTableMaker, type HashTable } from './hash.ts'
import type { Lexicon } from './lexicon.ts'
import { rowsOf, textAt, textsOf, type Rows, type Texts } from './name-index.ts'
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

const tokensIn = (text: string, lexicon: Lexicon): string[] =>
  [
    ...new Set(
      wordsOf(unaccented(plain(text)), lexicon).map(
        (word) => lexicon.inAddresses.get(word) ?? word,
      ),
    ),
  ].filter((word) => word.length > 1 || /\d/.test(word))

/** Builds the index of addresses. */
export function buildAddresses(
  addresses: readonly { readonly entry: number; readonly text: string }[],
  lexicon: Lexicon,
): AddressIndex {
  const ids = new Map<string, number>()
  const postings: number[][] = []
  const tokensOf = addresses.map(({ text }, address) =>
    tokensIn(text, lexicon).map((token) => {
      let id = ids.get(token)
      if (id === undefined) ids.set(token, (id = ids.size))
      ;(postings[id] ??= []).push(address)
      return id
    }),
  )
  const tokens = [...ids.keys()]
  const words = hashTableMaker()
  for (const [token, id] of ids) words.add(token, id)
  return {
    entryOf: Uint32Array.from(addresses, ({ entry }) => entry),
    texts: textsOf(addresses.map(({ text }) => text)),
    tokensOf: rowsOf(tokensOf),
    tokens: textsOf(tokens),
    postings: rowsOf(postings),
    words: words.table(),
  }
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
