import type { ScriptTables } from '../lexicon.ts'
import { longestOf, segmented } from './segment.ts'

/** Reads Han as pinyin without tones, a syllable for each letter. */
export type Pinyin = (text: string) => readonly string[]

const isHan = /^\p{Script=Han}$/u
const MOST_LETTERS_OF_A_PERSON = 4

/** What lists may write for a name in Han, likeliest first. */
export function fromHan(text: string, tables: ScriptTables, pinyin: Pinyin): string[] {
  const simple = withNumbers(
    [...text].map((letter) => tables.hanVariants[letter] ?? letter).join(''),
  )
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

const DIGITS = '零一二三四五六七八九'
const NUMBER =
  /第([零〇一二三四五六七八九十百]+)(?=研究|设计|学院|总体|所|院|厂|工厂|局|部|军)|([零〇一二三四五六七八九十百]{2,})(?=研究所|研究院|设计院|所|院|厂|工厂|局|部)/g

/** Numbers of institutes and factories as digits: `第三十八研究所` is institute 38. */
export const withNumbers = (text: string): string =>
  text.replace(NUMBER, (_, ordinal?: string, plain?: string) => ` ${numberOf(ordinal ?? plain!)} `)

function numberOf(written: string): number {
  const digit = (letter: string): number => Math.max(0, DIGITS.indexOf(letter.replace('〇', '零')))
  if (!/[十百]/.test(written)) return Number([...written].map(digit).join(''))
  let [total, last] = [0, 0]
  for (const letter of written) {
    if (letter === '百') [total, last] = [total + (last || 1) * 100, 0]
    else if (letter === '十') [total, last] = [total + (last || 1) * 10, 0]
    else last = digit(letter)
  }
  return total + last
}
