const APOSTROPHES = /['’‘`´ʻʼʾʿ"“”]+/g
const IS_ASCII = /^[ -~]*$/

/** Words of numbers, and the signs that stand before one. */
export interface NumberWords {
  readonly numbers: ReadonlyMap<string, string>
  readonly numberSigns: ReadonlySet<string>
}

/** More words than a listed name has; the rest of a longer name is not compared, and the answer says so. */
export const MOST_WORDS = 64

/**
 * The words of a name in Latin letters: apostrophes fall out of words, initials with points or `&` join
 * (`A.I.C.` is `aic`, `M&S` is `ms`), letters and digits part (`APT38`), ordinals and Roman numbers are numbers, and the
 * sign before a number goes (`No. 38`, `38th`).
 */
export function wordsOf(latin: string, { numbers, numberSigns }: NumberWords): string[] {
  let text = latin.replace(APOSTROPHES, '')
  if (text.includes('.'))
    text = text.replace(/\b([a-z](?:\.[a-z])+)\b\.?/g, (initials) => initials.replaceAll('.', ''))
  if (text.includes('&'))
    text = text.replace(/\b([a-z])\s?&\s?([a-z])\b/g, '$1$2').replace(/&/g, ' and ')
  if (/[\d#№]/.test(text))
    text = text
      .replace(/[#№]/g, ' no ')
      .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, '$1')
      .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
  const raw = text.match(IS_ASCII.test(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu)
  if (raw === null) return []
  const words: string[] = []
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i]!
    if (isDigit(raw[i + 1]?.[0]) && numberSigns.has(word)) continue
    words.push(numbers.get(word) ?? (word[0] === '0' ? withoutZeros(word) : word))
    if (words.length > MOST_WORDS) break
  }
  return words
}

const isDigit = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= '0' && letter <= '9'

const withoutZeros = (word: string): string => word.replace(/^0+(?=\d)/, '')
