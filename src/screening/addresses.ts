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
  const tokens: string[] = []
  for (const word of wordsOf(unaccented(plain(text)), lexicon)) {
    const token = lexicon.inAddresses.get(word) ?? word
    if ((token.length > 1 || /\d/.test(token)) && !tokens.includes(token)) tokens.push(token)
  }
  return tokens
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
const LEAST_WORDS = 3
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
  const { weights, sums, counts } = scratchOf(index)
  const asked = tokensIn(address, lexicon).map((word) => {
    let id: number | undefined
    eachUnder(index.words, hashOf(word), (found) => {
      if (textAt(index.tokens, found) === word) id = found
    })
    return { word, id }
  })
  const known = asked.flatMap(({ word, id }) => (id === undefined ? [] : [{ word, id }]))
  if (known.length < LEAST_WORDS || !known.some(({ word }) => /\d/.test(word))) return []
  const total = asked.reduce((sum, { id }) => sum + (id === undefined ? 5 : weights[id]!), 0)
  const { starts, items } = index.postings
  const met: number[] = []
  for (const { id } of known) {
    const [from, to] = [starts[id]!, starts[id + 1]!]
    for (let at = from; at < to; at++) {
      const found = items[at]!
      if (counts[found] === 0) {
        // Words that very many addresses have open no new one.
        if (to - from > MOST_POSTINGS) continue
        met.push(found)
      }
      counts[found]! += 1
      sums[found]! += weights[id]!
    }
  }
  const found: AddressFound[] = []
  for (const at of met) {
    const [weight, count] = [sums[at]!, counts[at]!]
    ;[sums[at], counts[at]] = [0, 0]
    if (count < LEAST_WORDS) continue
    let own = 0
    const ofAddress = index.tokensOf
    for (let i = ofAddress.starts[at]!; i < ofAddress.starts[at + 1]!; i++)
      own += weights[ofAddress.items[i]!]!
    // The longer of the two may say more; what the shorter says must be met.
    const share = (weight / total + weight / own) / 2
    if (share < LEAST_SHARE) continue
    const words = wordsMet(index, known, at)
    if (words.some((word) => /\d/.test(word)))
      found.push({ entry: index.entryOf[at]!, text: textAt(index.texts, at), share, words })
  }
  return found.sort((a, b) => b.share - a.share || a.entry - b.entry).slice(0, MOST_FOUND)
}

/** The words of a query that were counted as met in an address: those from the first that opened it. */
function wordsMet(
  { tokensOf, postings: { starts } }: AddressIndex,
  known: readonly { readonly word: string; readonly id: number }[],
  address: number,
): string[] {
  const own = new Set(
    tokensOf.items.subarray(tokensOf.starts[address], tokensOf.starts[address + 1]),
  )
  const words: string[] = []
  for (const { word, id } of known) {
    const opens = words.length > 0 || starts[id + 1]! - starts[id]! <= MOST_POSTINGS
    if (opens && own.has(id)) words.push(word)
  }
  return words
}

/** What is worked out once for an index, and what is counted in for one address. */
interface Scratch {
  /** What each word says of where an address is: the rarer, the more. */
  readonly weights: Float64Array
  readonly sums: Float64Array
  readonly counts: Uint8Array
}

const byIndex = new WeakMap<AddressIndex, Scratch>()

function scratchOf(index: AddressIndex): Scratch {
  const known = byIndex.get(index)
  if (known !== undefined) return known
  const { starts } = index.postings
  const n = index.entryOf.length
  const fresh = {
    weights: Float64Array.from({ length: starts.length - 1 }, (_, id) =>
      Math.log(1 + n / (starts[id + 1]! - starts[id]!)),
    ),
    sums: new Float64Array(n),
    counts: new Uint8Array(n),
  }
  byIndex.set(index, fresh)
  return fresh
}
