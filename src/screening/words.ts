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
  const raw = plainWords(latin) ?? signedWords(latin)
  const words: string[] = []
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i]!
    if (isDigit(raw[i + 1]?.[0]) && numberSigns.has(word)) continue
    words.push(numbers.get(word) ?? (word[0] === '0' ? withoutZeros(word) : word))
    if (words.length > MOST_WORDS) break
  }
  return words
}

const [A, Z, ZERO, NINE, POINT] = [0x61, 0x7a, 0x30, 0x39, 0x2e]

/**
 * The words of a name that has nothing in it but words and what parts them, as most names are; undefined for
 * one with signs that mean something, which takes longer to read.
 */
function plainWords(latin: string): string[] | undefined {
  const words: string[] = []
  let [start, wasDigit] = [-1, false]
  for (let at = 0; at < latin.length; at++) {
    const code = latin.charCodeAt(at)
    const digit = code >= ZERO && code <= NINE
    if (digit || (code >= A && code <= Z)) {
      if (start < 0) start = at
      else if (digit !== wasDigit) return undefined
      wasDigit = digit
      continue
    }
    if (code > 0x7e || isSign(code)) return undefined
    if (code === POINT && start === at - 1 && isLetterCode(latin.charCodeAt(at + 1)))
      return undefined
    if (start >= 0) words.push(latin.slice(start, at))
    start = -1
  }
  if (start >= 0) words.push(latin.slice(start))
  return words
}

const isLetterCode = (code: number): boolean => code >= A && code <= Z

/** `"`, `#`, `&`, `'` and the grave accent. */
const isSign = (code: number): boolean =>
  code === 0x22 || code === 0x23 || code === 0x26 || code === 0x27 || code === 0x60

function signedWords(latin: string): readonly string[] {
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
  return text.match(IS_ASCII.test(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

const isDigit = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= '0' && letter <= '9'

const withoutZeros = (word: string): string => word.replace(/^0+(?=\d)/, '')
