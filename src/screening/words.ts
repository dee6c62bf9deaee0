const ROMAN: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  vii: '7',
  viii: '8',
  xii: '12',
  xiii: '13',
  xiv: '14',
  xvi: '16',
}
const ORDINALS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
  eleventh: '11',
  twelfth: '12',
}
const APOSTROPHES = /['’‘`´ʻʼʾʿ"“”]+/g
const IS_ASCII = /^[ -~]*$/
const DESIGNATORS = new Set(['no', 'nr', 'num', 'number', 'nomer', 'num', 'nos'])

/** More words than a listed name has; the rest of a longer name is not compared, and the answer says so. */
export const MOST_WORDS = 64

/**
 * The words of a name in Latin letters: apostrophes fall out of words, initials with points or `&` join
 * (`A.I.C.` is `aic`, `M&S` is `ms`), letters and digits part (`APT38`), ordinals and Roman numbers are numbers, and the
 * sign before a number goes (`No. 38`, `38th`).
 */
export function wordsOf(latin: string): string[] {
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
  for (const [i, word] of raw.entries()) {
    const next = raw[i + 1]
    if (DESIGNATORS.has(word) && next !== undefined && /^\d/.test(next)) continue
    words.push(
      ORDINALS[word] ?? ROMAN[word] ?? (/^0+\d/.test(word) ? word.replace(/^0+/, '') : word),
    )
    if (words.length > MOST_WORDS) break
  }
  return words
}
