/** Letters that are no accented form of another. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  ŋ: 'ng',
  ə: 'a',
  ŧ: 't',
  ƒ: 'f',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Letters of Cyrillic and Greek that look like Latin ones, lower case. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
}
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g')
const LATIN = /[a-z]/
const PRINTABLE_ASCII = /^[ -~]*$/
const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]/u

/**
 * A name without what only dresses it: compatibility forms are unfolded (full-width letters, ligatures),
 * invisible characters and emoji are taken out, letters are lower case.
 */
export function plain(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Co}\p{Cn}]+/gu, (run) => (/[\t\n\r]/.test(run) ? ' ' : ''))
    .replace(/\p{Extended_Pictographic}+/gu, (run) => (/^[\d#*©®™]+$/.test(run) ? run : ' '))
    .toLowerCase()
}

/** Whether a name has letters of another script than Latin. */
export const hasOtherScript = (text: string): boolean => OTHER_SCRIPT.test(text)

/**
 * Letters that pose as Latin ones, put right: a word that mixes Latin with Cyrillic or Greek letters, and
 * a word of look-alikes alone in a name that is Latin otherwise. Other words stay as they are.
 */
export function unmasked(text: string): string {
  if (PRINTABLE_ASCII.test(text) || !CYRILLIC_OR_GREEK.test(text) || !LATIN.test(text)) return text
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    if (!CYRILLIC_OR_GREEK.test(word)) return word
    const put = word.replace(LOOKALIKE, (letter) => LOOKALIKES[letter]!)
    return CYRILLIC_OR_GREEK.test(put) ? word : put
  })
}

/** Latin letters without accents; letters of other scripts and everything else are kept. */
export function unaccented(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text
  return text
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
}
