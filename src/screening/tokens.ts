import type { Lexicon, Phrase, WordKind } from './lexicon.ts'

/** One word of a name, as it is compared. */
export interface Token {
  /** The word under which it is compared: `international` for `intl`, `llc` for `OOO`. */
  readonly text: string
  /** The word or words that the name writes. */
  readonly surface: string
  readonly kind: WordKind
  /** Whether vowels may be missing, as in a word read from Arabic letters. */
  readonly bare?: boolean
}

/** Forms of two letters are legal forms at an end of a name only; inside they are syllables of names. */
const isMarginal = (start: number, end: number, count: number): boolean =>
  start === 0 || end === count

/** The words of a name with their kinds; runs of single letters join (`J R` is `jr`). */
export function tokensOf(words: readonly string[], { phrases }: Lexicon): Token[] {
  const tokens: Token[] = []
  for (let i = 0; i < words.length;) {
    const word = words[i]!
    const phrase = phraseAt(words, i, phrases.get(word) ?? NO_PHRASES)
    if (phrase !== undefined && !(phrase.kind === 'stop' && words.length === 1)) {
      const { as, surface, kind } = phrase
      tokens.push({ text: as, surface, kind })
      i += phrase.words.length
      continue
    }
    let end = i + 1
    if (isLetter(word)) while (end < words.length && isLetter(words[end]!)) end++
    const text = end === i + 1 ? word : words.slice(i, end).join('')
    tokens.push({ text, surface: text, kind: kindOf(text) })
    i = end
  }
  return tokens
}

const NO_PHRASES: readonly Phrase[] = []

/** The first of these phrases that stands at a place of a name. */
function phraseAt(
  words: readonly string[],
  at: number,
  phrases: readonly Phrase[],
): Phrase | undefined {
  for (const phrase of phrases) {
    const { words: all, letters, kind } = phrase
    let met = 1
    while (met < all.length && words[at + met] === all[met]) met++
    if (met < all.length) continue
    if (
      kind !== 'legal' ||
      (words.length > all.length && (letters > 2 || isMarginal(at, at + all.length, words.length)))
    )
      return phrase
  }
  return undefined
}

const isLetter = (word: string): boolean => word.length === 1 && word >= 'a' && word <= 'z'

function kindOf(text: string): WordKind {
  if (text.length > 1 && text[0]! >= 'a' && text[0]! <= 'z') return 'word'
  if (/^\p{N}+$/u.test(text)) return 'number'
  return text.length === 1 ? 'initial' : 'word'
}
