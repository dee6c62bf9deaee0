import { editsBetween } from '../screening/distance.ts'
import { MOST_EDITS, MOST_JOINED } from '../screening/joined.ts'
import type { Searcher } from '../screening/searcher.ts'
import type { Token } from '../screening/tokens.ts'
import { likeAtAGlance } from './word-glances.ts'

/** What of a party may be words of the names that are written as one, or the other way round. */
export interface Joins {
  /** Whether a word may be several of the names. */
  readonly isRun: (token: Token) => boolean
  /** Whether any words that stand together may be one of the names. */
  readonly haveOne: (tokens: readonly Token[]) => boolean
}

/** Words of the names that stand together, or one of them. */
interface Joined {
  readonly text: string
  /** The words themselves; a party that has one of them letter by letter has no pair with all of them. */
  readonly words: readonly string[]
}

/** Makes the words of names ready to be looked for where they are joined, or parted. */
export function joinsWith({ index, words }: Searcher): Joins {
  const [ones, runs] = [new Map<string, Joined>(), new Map<string, Joined>()]
  const { starts, items } = index.tokensOf
  for (let name = 0; name + 1 < starts.length; name++) {
    for (let from = starts[name]!; from < starts[name + 1]!; from++) {
      const [own, surfaces]: [string[], string[]] = [[], []]
      for (let at = from; at < Math.min(starts[name + 1]!, from + MOST_JOINED); at++) {
        own.push(words[items[at]!]!)
        surfaces.push(words[index.surfaces[at]!]!)
        const text = together(surfaces)
        ;(at === from ? ones : runs).set(`${text} ${own.join(' ')}`, { text, words: [...own] })
      }
    }
  }
  const [isOne, isRun] = [nearTo([...ones.values()]), nearTo([...runs.values()])]
  return {
    isRun: ({ surface, text }) => isRun(together([surface]), [text]),
    haveOne: (tokens) => {
      for (let from = 0; from < tokens.length; from++) {
        const [own, surfaces] = [[tokens[from]!.text], [tokens[from]!.surface]]
        for (let to = from + 1; to < Math.min(tokens.length, from + MOST_JOINED); to++) {
          own.push(tokens[to]!.text)
          surfaces.push(tokens[to]!.surface)
          if (isOne(together(surfaces), own)) return true
        }
      }
      return false
    },
  }
}

/** Whether a text of some words may be one of the joined; never no where `joinedPairs` makes them a pair. */
function nearTo(all: readonly Joined[]): (text: string, own: readonly string[]) => boolean {
  const someLike = likeAtAGlance(all.map(({ text }) => text))
  return (text, own) =>
    someLike(text, editsOf(text), (at) => {
      const { text: other, words } = all[at]!
      if (text[0] !== other[0] && text.at(-1) !== other.at(-1)) return false
      if (own.some((word) => words.includes(word))) return false
      const most = Math.min(editsOf(text), editsOf(other))
      return editsBetween(text, other, most) <= most
    })
}

const together = (surfaces: readonly string[]): string => {
  const text = surfaces.length === 1 ? surfaces[0]! : surfaces.join('')
  return text.includes(' ') ? text.replaceAll(' ', '') : text
}

/** Letters up to which one edit is the most that is let pass; as in `joinedPairs`. */
const SHORT = 7
const editsOf = (text: string): 1 | 2 => (text.length > SHORT ? MOST_EDITS : 1)
