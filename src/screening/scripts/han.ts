import type { ScriptTables } from '../lexicon.ts'
import { longestOf, segmented } from './segment.ts'

/** Reads Han as pinyin without tones, a syllable for each letter. */
export type Pinyin = (text: string) => readonly string[]

const isHan = /^\p{Script=Han}$/u
const MOST_LETTERS_OF_A_PERSON = 4

/** What lists may write for a name in Han, likeliest first. */
export function fromHan(text: string, tables: ScriptTables, pinyin: Pinyin): string[] {
  const simple = [...text].map((letter) => tables.hanVariants[letter] ?? letter).join('')
  const segments = segmented(simple, tables.han, longestOf(tables.han))
  const read = (piece: string): string[] =>
    pinyin(piece).map((syllable) => syllable.replaceAll('ü', 'u').replace(/^([ln])v/, '$1u'))
  const translated = segments
    .map(({ text: piece, means }) => means ?? read(piece).join(''))
    .join(' ')
  const romanized = segments.map(({ text: piece }) => read(piece).join('')).join(' ')
  const forms = [translated, romanized]
  const letters = [...simple].filter((letter) => isHan.test(letter))
  if (letters.length >= 2 && letters.length <= MOST_LETTERS_OF_A_PERSON) {
    const syllables = read(simple)
    forms.push(`${syllables[0]} ${syllables.slice(1).join('')}`, syllables.join(' '))
    const cantonese = letters.map((letter) => tables.cantonese[letter])
    if (cantonese.every((syllable) => syllable !== undefined)) forms.push(cantonese.join(' '))
  }
  return [...new Set(forms)]
}
