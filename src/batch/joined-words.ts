import { editsBetween } from '../screening/distance.ts'
import { eachUnder, hashTableMaker } from '../screening/hash.ts'
import { MOST_EDITS, MOST_JOINED } from '../screening/joined.ts'
import { ones } from '../screening/may-join.ts'
import { eachDeletion } from '../screening/neighbors.ts'
import type { Searcher } from '../screening/searcher.ts'
import type { Token } from '../screening/tokens.ts'
import { lettersIn } from './loose-words.ts'

/** Words of the names that stand together, or one of them. */
interface Joined {
  readonly text: string
  /** The words themselves; a party that has one of them letter by letter has no pair with all of them. */
  readonly words: readonly string[]
}

/** What of a party may be words of the names that are written as one, or the other way round. */
export interface Joins {
  /** Whether a word may be several of the names. */
  readonly isRun: JoinedTable
  /** Whether any words that stand together may be one of the names. */
  readonly haveOne: (tokens: readonly Token[]) => boolean
}

/** Makes the words of names ready to be looked for where they are joined, or parted. */
export function joinsWith({ index, words }: Searcher): Joins {
  const [single, runs] = [joinedTable(), joinedTable()]
  const { starts, items } = index.tokensOf
  for (let name = 0; name + 1 < starts.length; name++) {
    for (let from = starts[name]!; from < starts[name + 1]!; from++) {
      const texts: string[] = []
      const surfaces: string[] = []
      for (let at = from; at < Math.min(starts[name + 1]!, from + MOST_JOINED); at++) {
        texts.push(words[items[at]!]!)
        surfaces.push(words[index.surfaces[at]!]!)
        ;(at === from ? single : runs).add(surfaces, texts)
      }
    }
  }
  const isOne = single.made()
  return {
    isRun: runs.made(),
    haveOne: (tokens) => {
      for (let from = 0; from < tokens.length; from++) {
        const [surfaces, texts] = [[tokens[from]!.surface], [tokens[from]!.text]]
        for (let to = from + 1; to < Math.min(tokens.length, from + MOST_JOINED); to++) {
          surfaces.push(tokens[to]!.surface)
          texts.push(tokens[to]!.text)
          if (isOne(surfaces, texts)) return true
        }
      }
      return false
    },
  }
}

/** Whether words may be one of those in a table; it takes what they write and the words under which they are compared. */
type JoinedTable = (surfaces: readonly string[], words: readonly string[]) => boolean

/** Joined words by what is left of them when letters fall out. */
function joinedTable(): {
  readonly add: (surfaces: readonly string[], words: readonly string[]) => void
  readonly made: () => JoinedTable
} {
  const all = new Map<string, Joined>()
  return {
    add: (surfaces, words) => {
      const text = together(surfaces)
      all.set(`${text} ${words.join(' ')}`, { text, words: [...words] })
    },
    made: () => {
      const list = [...all.values()]
      const maker = hashTableMaker()
      for (const [at, { text }] of list.entries())
        eachDeletion(text, editsOf(text), (hash) => maker.addHash(hash, at))
      const table = maker.table()
      const isHashed = bitsOf(table.hashes)
      const mayEnd = endsTable(list.map(({ text }) => text))
      const letters = Int32Array.from(list, ({ text }) => lettersIn(text))
      const lengths = Uint16Array.from(list, ({ text }) => text.length)
      return (surfaces, words) => {
        const text = together(surfaces)
        if (!mayEnd(text)) return false
        const own = lettersIn(text)
        let is = false
        eachDeletion(text, editsOf(text), (hash) => {
          if (is || !isHashed(hash)) return
          eachUnder(table, hash, (at) => {
            is ||=
              Math.abs(lengths[at]! - text.length) <= MOST_EDITS &&
              ones(own ^ letters[at]!) <= 2 * MOST_EDITS &&
              !words.some((word) => list[at]!.words.includes(word)) &&
              isNear(text, list[at]!.text)
          })
        })
        return is
      }
    },
  }
}

/** By the first bits of a hash whether there may be one like it: read sooner than the table of hashes. */
function bitsOf(hashes: Uint32Array): (hash: number) => boolean {
  const bits = new Uint8Array(2 ** (BITS - 3))
  for (const hash of hashes) bits[hash >>> (35 - BITS)]! |= 1 << ((hash >>> (32 - BITS)) & 7)
  return (hash) => (bits[hash >>> (35 - BITS)]! & (1 << ((hash >>> (32 - BITS)) & 7))) !== 0
}

const BITS = 21

/** Letters of the longest words that are joined; longer ones are looked at without this. */
const LONGEST = 64
const LETTERS = 32

/** By the letter that they begin or end with and their length, whether there are texts. */
function endsTable(texts: readonly string[]): (text: string) => boolean {
  const [begins, ends] = [new Uint8Array(LONGEST * LETTERS), new Uint8Array(LONGEST * LETTERS)]
  const at = (length: number, code: number): number => length * LETTERS + (code & (LETTERS - 1))
  let longest = 0
  for (const text of texts) {
    longest = Math.max(longest, text.length)
    if (text.length >= LONGEST) continue
    begins[at(text.length, text.charCodeAt(0))] = 1
    ends[at(text.length, text.charCodeAt(text.length - 1))] = 1
  }
  return (text) => {
    const { length } = text
    if (length > longest + MOST_EDITS) return false
    if (length + MOST_EDITS >= LONGEST) return true
    const [first, last] = [text.charCodeAt(0), text.charCodeAt(length - 1)]
    for (let other = Math.max(0, length - MOST_EDITS); other <= length + MOST_EDITS; other++)
      if (begins[at(other, first)] === 1 || ends[at(other, last)] === 1) return true
    return false
  }
}

const together = (surfaces: readonly string[]): string => surfaces.join('').replaceAll(' ', '')

/** Letters up to which one edit is the most that is let pass; as in `joinedPairs`. */
const SHORT = 7
const editsOf = (text: string): 1 | 2 => (text.length > SHORT ? MOST_EDITS : 1)

function isNear(a: string, b: string): boolean {
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false
  const most = Math.min(editsOf(a), editsOf(b))
  return editsBetween(a, b, most) <= most
}
