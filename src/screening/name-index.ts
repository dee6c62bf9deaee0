import type { HashTable } from './hash.ts'
import type { WordKind } from './lexicon.ts'

/** How a name stands in its entry: its own name, another name, or a name inside one of these. */
export const NAME_KINDS = ['name', 'alias', 'part'] as const
export type NameKind = (typeof NAME_KINDS)[number]

export const WORD_KINDS = [
  'word',
  'number',
  'place',
  'legal',
  'stop',
  'initial',
] as const satisfies readonly WordKind[]

/** Lists of numbers one behind the other: those of `i` are `items[starts[i]]` up to `items[starts[i + 1]]`. */
export interface Rows {
  readonly starts: Uint32Array
  readonly items: Uint32Array
}

/** Texts one behind the other; text `i` is `all.slice(starts[i], starts[i + 1])`. */
export interface Texts {
  readonly starts: Uint32Array
  readonly all: string
}

/** The names of all lists, ready to search. Everything is a flat array, so that it loads as it lies. */
export interface NameIndex {
  /** The entry of each name. */
  readonly entryOf: Uint32Array
  /** Position in NAME_KINDS of each name. */
  readonly kindOf: Uint8Array
  readonly names: Texts
  /** The tokens of each name, in its order. */
  readonly tokensOf: Rows
  /** The words that each name writes for its tokens, beside `tokensOf.items`; numbers of texts, too. */
  readonly surfaces: Uint32Array
  readonly tokens: Texts
  /** Position in WORD_KINDS of each token. */
  readonly tokenKinds: Uint8Array
  /** The names in which a token stands; none for legal forms and stop words beside other words. */
  readonly postings: Rows
  /** Tokens by what is left of them when letters fall out. */
  readonly neighbors: HashTable
  /** Tokens by how they sound. */
  readonly sounds: HashTable
  /** Names by two or more of their words written as one. */
  readonly joins: HashTable
  /** Names by the first letters of their words. */
  readonly acronyms: HashTable
}

export const textAt = ({ starts, all }: Texts, i: number): string =>
  all.slice(starts[i], starts[i + 1])

/** Puts lists of numbers one behind the other. */
export function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const starts = new Uint32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) starts[i + 1] = starts[i]! + list.length
  const items = new Uint32Array(starts[lists.length]!)
  for (const [i, list] of lists.entries()) items.set(list, starts[i])
  return { starts, items }
}

/** Puts texts one behind the other. */
export function textsOf(list: readonly string[]): Texts {
  const starts = new Uint32Array(list.length + 1)
  for (const [i, text] of list.entries()) starts[i + 1] = starts[i]! + text.length
  return { starts, all: list.join('') }
}
