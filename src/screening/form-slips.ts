import { editsBetween } from './distance.ts'
import type { Lexicon } from './lexicon.ts'

/** Legal forms of fewer words are too easily something else. */
const FEWEST_WORDS = 3
/** From so many words a form is known though one of them is left out. */
const KNOWN_WITHOUT = 4
const editsIn = (word: string): 1 | 2 => (word.length > 8 ? 2 : 1)

/** Puts right one slip in a legal form of several words; undefined where none is found. */
export type FormSlips = (words: readonly string[]) => readonly string[] | undefined

/**
 * Finds legal forms of three words or more of which one is mistyped, cut in two or, in the longer ones, left
 * out: `joint stok company`, `joint stock co mpany`, `public joint company`. As words of a name they would
 * count as the rarest of it.
 */
export function formSlipsOf({ phrases }: Lexicon): FormSlips {
  const forms = [...phrases.values()]
    .flat()
    .filter(({ kind, words }) => kind === 'legal' && words.length >= FEWEST_WORDS)
    .map(({ words }) => words)
    .sort((a, b) => b.length - a.length)
  const known = new Set(forms.flat())
  return (words) => {
    const count = words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0)
    if (count < FEWEST_WORDS - 1) return undefined
    for (const form of forms) {
      if (count < form.length - 1) continue
      for (let at = 0; at < words.length; at++) {
        const end = endOf(words, at, form)
        if (end !== undefined) return [...words.slice(0, at), ...form, ...words.slice(end)]
      }
    }
    return undefined
  }
}

/** Where a form with one slip ends that begins at a word; undefined where none does, or one without a slip. */
function endOf(
  words: readonly string[],
  from: number,
  form: readonly string[],
): number | undefined {
  let at = from
  let slips = 0
  for (const [k, word] of form.entries()) {
    const own = words[at]
    if (own === word) at += 1
    else if (own === undefined || ++slips > 1) return undefined
    else if (`${own}${words[at + 1] ?? ''}` === word) at += 2
    else if (k > 0 && form.length >= KNOWN_WITHOUT && own === form[k + 1]) continue
    else if (own.length > 2 && editsBetween(own, word, editsIn(word)) <= editsIn(word)) at += 1
    else return undefined
  }
  return slips === 1 ? at : undefined
}
