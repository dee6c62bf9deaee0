import { lettersOf, mayDiffer } from '../screening/glances.ts'
import { WORD_KINDS } from '../screening/name-index.ts'
import type { Searcher } from '../screening/searcher.ts'
import type { Token } from '../screening/tokens.ts'

/** What lets most words be alike. */
export const LOOSEST = { isListed: false, mayBeInitials: true } as const

/** Letters that two words begin with of which one is the other cut short. */
const BEGINNING = 4
/** Letters from which a third edit may be let pass. */
const LONG = 9
const THREE = 3

/** Words of the names that `looseLikeness` may find like another, told at a glance. */
export interface LooseWords {
  /** All of them. */
  readonly of: (token: Token) => readonly number[]
  /** Those that are no legal forms; a word is like one of these by one edit. */
  readonly beside: (token: Token) => readonly number[]
}

/** Makes the words of names ready to be looked for. */
export function looseIn({ words, index }: Searcher): LooseWords {
  const legal = [...words.keys()].filter((id) => WORD_KINDS[index.tokenKinds[id]!] === 'legal')
  const initials = new Map<string, number[]>()
  const all = new Map<string, number[]>()
  const beginnings = new Map<string, number[]>()
  const long = new Map<string, number[]>()
  const put = (into: Map<string, number[]>, key: string, id: number): void => {
    const had = into.get(key)
    if (had === undefined) into.set(key, [id])
    else had.push(id)
  }
  for (const [id, word] of words.entries()) {
    put(all, word[0] ?? '', id)
    if (WORD_KINDS[index.tokenKinds[id]!] === 'initial') put(initials, word[0] ?? '', id)
    if (word.length >= BEGINNING) put(beginnings, word.slice(0, BEGINNING), id)
    if (word.length >= LONG - THREE) put(long, word[0]!, id)
  }
  const letters = words.map(lettersOf)
  const beside: LooseWords['beside'] = ({ text, kind }) => {
    const [first = ''] = text
    if (kind === 'initial') return all.get(first) ?? []
    const own = lettersOf(text)
    return [
      ...(initials.get(first) ?? []),
      ...(beginnings.get(text.slice(0, BEGINNING)) ?? []),
      ...(text.length < LONG - THREE ? [] : (long.get(first) ?? [])).filter(
        (id) =>
          Math.abs(words[id]!.length - text.length) <= THREE && mayDiffer(own, letters[id]!, THREE),
      ),
    ]
  }
  return {
    beside,
    of: (token) => (token.text.length < LONG ? [...legal, ...beside(token)] : beside(token)),
  }
}
