import type { ScriptTables } from '../lexicon.ts'
import { longestOf, segmented } from './segment.ts'

const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ')
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const FINALS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
const FIRST = 0xac00
const LAST = 0xd7a3

/** How the lists spell names of the north, after McCune and Reischauer without their signs. */
const NORTHERN_INITIALS = 'k kk n t tt r m p pp s ss - j jj ch k t p h'.split(' ')
const NORTHERN_VOWELS = 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'.split(' ')

/** One syllable in Revised Romanization, letter by letter. */
function syllableOf(letter: string, initials = INITIALS, vowels = VOWELS): string {
  const at = letter.charCodeAt(0) - FIRST
  const [initial, vowel, final] = [
    initials[Math.floor(at / 588)]!,
    vowels[Math.floor((at % 588) / 28)]!,
    FINALS[at % 28]!,
  ]
  return `${initial}${vowel}${final}`.replaceAll('-', '')
}

/** Hangul as syllables in Revised Romanization; other letters are left out. */
export const romanizedHangul = (text: string): string[] =>
  syllablesIn(text).map((letter) => syllableOf(letter))

const syllablesIn = (text: string): string[] =>
  [...text].filter((letter) => letter >= '가' && letter.charCodeAt(0) <= LAST)

/** The same as the lists spell names of the north: `Kim Yo Jong`, `Ri Pyong Chol`. */
const northernHangul = (text: string): string[] =>
  syllablesIn(text).map((letter) => syllableOf(letter, NORTHERN_INITIALS, NORTHERN_VOWELS))

const MOST_LETTERS_OF_A_PERSON = 4

/** What lists may write for a name in Hangul, likeliest first. */
export function fromHangul(text: string, { hangul }: ScriptTables): string[] {
  const words = text.split(' ').filter((word) => word !== '')
  const segments = words.map((word) => segmented(word, hangul, longestOf(hangul)))
  const translated = segments
    .flatMap((word) => word.map((one) => one.means ?? romanizedHangul(one.text).join('')))
    .join(' ')
  const joined = words.map((word) => romanizedHangul(word).join('')).join(' ')
  const forms = [translated, joined]
  const letters = romanizedHangul(text)
  if (letters.length <= MOST_LETTERS_OF_A_PERSON)
    forms.push(letters.join(' '), northernHangul(text).join(' '))
  return [...new Set(forms)]
}
