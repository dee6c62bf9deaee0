import { numbers } from './growing.ts'
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

/** Rows that are added one behind the other. */
export interface RowsMaker {
  /** Adds a number to the row that is not ended yet. */
  readonly add: (value: number) => void
  readonly end: () => void
  readonly made: () => Rows
}

/** Rows to be added to. */
export function rowsMaker(): RowsMaker {
  const starts = numbers()
  const items = numbers()
  starts.add(0)
  return {
    add: items.add,
    end: () => starts.add(items.count()),
    made: () => ({ starts: starts.made(), items: items.made() }),
  }
}

/** Turns rows over: row `k` holds the numbers, in their order, of those of the `count` rows in which `k` stands. */
export function turned({ starts, items }: Rows, count: number): Rows {
  const ends = new Uint32Array(count + 1)
  for (const item of items) ends[item + 1]!++
  for (let i = 1; i <= count; i++) ends[i]! += ends[i - 1]!
  const next = ends.slice()
  const over = new Uint32Array(items.length)
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) over[next[items[at]!]!++] = row
  return { starts: ends, items: over }
}

/** Puts texts one behind the other. */
export function textsOf(list: readonly string[]): Texts {
  const starts = new Uint32Array(list.length + 1)
  for (const [i, text] of list.entries()) starts[i + 1] = starts[i]! + text.length
  return { starts, all: list.join('') }
}
