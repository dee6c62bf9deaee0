import type { ScriptTables } from '../lexicon.ts'

/** Consonants of Arabic and Persian; short vowels are not written, long ones only sometimes. */
const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  و: 'u',
  ؤ: 'u',
  ي: 'i',
  ی: 'i',
  ى: 'a',
  ئ: 'i',
  ء: '',
}

/** A word of Arabic or Persian in Latin letters; `*` marks that vowels may be missing. */
export function romanizedArabic(word: string): string {
  const isAl = word.startsWith('ال') && word.length > 4
  const letters = [...(isAl ? word.slice(2) : word)].map((letter) => LETTERS[letter] ?? '')
  return `${isAl ? 'al ' : ''}${letters.join('')}`
}

/** What lists may write for a name in Arabic letters: known words as lists write them, others by their letters. */
export function fromArabic(text: string, { arabic }: ScriptTables): string[] {
  const plain = text.replace(/[\u064b-\u065f\u0670\u0640\u200c]/g, '')
  const words = plain.match(/\p{L}+/gu) ?? []
  const known = (word: string): string | undefined =>
    arabic[word] ?? (word.startsWith('ال') ? arabic[word.slice(2)] : undefined)
  return [words.map((word) => known(word) ?? romanizedArabic(word)).join(' ')]
}

/** The consonants of a word in Latin letters, by which a word without vowels is looked up. */
export const skeletonOf = (word: string): string =>
  (word.includes('h') ? withoutAspirates(word) : word)
    .replace(/[cq]/g, 'k')
    .replace(/[aeiouyw]+/g, '')
    .replace(/(.)\1+/g, '$1')

const withoutAspirates = (word: string): string =>
  word
    // A last `h` is written or left out: `Nusra`, `Nusrah`.
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/[dt]h/g, (pair) => pair[0]!)
    .replace(/sh/g, 's')
    .replace(/ch|zh/g, 'j')
