import { eachUnder, hashTableMaker } from '../screening/hash.ts'
import { ones } from '../screening/may-join.ts'
import type { Common } from '../screening/mend.ts'
import { WORD_KINDS } from '../screening/name-index.ts'
import { eachDeletion } from '../screening/neighbors.ts'
import type { Searcher } from '../screening/searcher.ts'
import type { Token } from '../screening/tokens.ts'

/** Letters that two words begin with of which one is the other cut short. */
const BEGINNING = 4
/** Letters from which a third edit may be let pass. */
const LONG = 9
const THREE = 3

/** Words of the names that `looseLikeness` may find like another, told at a glance. */
export function looseIn({ words, index }: Searcher): (token: Token) => readonly number[] {
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
  const lettersOf = words.map(lettersIn)
  return ({ text, kind }) => {
    const [first = ''] = text
    if (kind === 'initial') return [...legal, ...(all.get(first) ?? [])]
    const letters = lettersIn(text)
    return [
      ...(text.length < LONG ? legal : []),
      ...(initials.get(first) ?? []),
      ...(beginnings.get(text.slice(0, BEGINNING)) ?? []),
      ...(text.length < LONG - THREE ? [] : (long.get(first) ?? [])).filter(
        (id) =>
          Math.abs(words[id]!.length - text.length) <= THREE &&
          ones(letters ^ lettersOf[id]!) <= 2 * THREE,
      ),
    ]
  }
}

/** Which letters a text has, a bit for each; some share one. An edit changes two of them at most. */
export function lettersIn(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

/** What common words a word may be meant for, asked only where one of those may be a word of the names or a legal form. */
export function rarely({ words, lexicon, common }: Searcher): Common {
  const own = new Set(words)
  const slips = hashTableMaker()
  for (const phrases of lexicon.phrases.values())
    for (const { surface, as, kind } of phrases)
      if (kind === 'legal' || own.has(as))
        eachDeletion(surface, 2, (hash) => slips.addHash(hash, 0))
  const table = slips.table()
  return {
    ...common,
    meantBy: (word) => {
      let may = false
      const found = (): void => {
        may = true
      }
      eachDeletion(word, 2, (hash) => may || eachUnder(table, hash, found))
      return may ? common.meantBy(word) : []
    },
  }
}
