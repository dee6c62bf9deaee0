import type { Lexicon } from './lexicon.ts'
import type { Common } from './mend.ts'
import { wordsOf } from './words.ts'

/** How a name in Latin letters was read. */
export type ReadingHow =
  | 'written'
  | 'letters-written-out'
  | 'written-as-letters'
  | 'one-of-several'
  | 'digits-as-letters'
  | 'parted'
  | 'form-put-right'

/** One way to read a name in Latin letters. */
export interface Reading {
  readonly words: readonly string[]
  readonly how: ReadingHow
  /** What is taken from the weighed sum, since the name does not stand so. */
  readonly less: number
}

const WRITTEN_OUT_LESS = 0.35
const ONE_OF_SEVERAL_LESS = 0.5
const DIGITS_LESS = 0.3
const PARTED_LESS = 0.2
const FORM_LESS = 0.15
/** Names in one line of an address or an invoice. */
const MOST_PARTIES = 3
const LONG_WORD = 12

/**
 * The ways to read a name in plain Latin letters: as it stands; each of the parties that it names (`c/o`,
 * brackets); with digits that a machine read for letters put right; with words written as one parted; and
 * groups known by their letters both ways.
 */
export function readingsOf(latin: string, lexicon: Lexicon, common: Common): Reading[] {
  const whole: Reading = { words: common.part(wordsOf(latin, lexicon)), how: 'written', less: 0 }
  if (whole.words.length === 0) return []
  const readings = [whole]
  for (const party of partiesIn(latin, lexicon)) {
    const words = common.part(wordsOf(party, lexicon))
    if (words.some((word) => word.length > 2 && !isLight(word, lexicon)))
      readings.push({ words, how: 'one-of-several', less: ONE_OF_SEVERAL_LESS })
  }
  const lettered = withLetters(latin)
  if (lettered !== latin)
    readings.push({
      words: common.part(wordsOf(lettered, lexicon)),
      how: 'digits-as-letters',
      less: DIGITS_LESS,
    })
  const parted = whole.words.flatMap((word) =>
    word.length < LONG_WORD ? [word] : (common.segment(word) ?? [word]),
  )
  if (parted.length > whole.words.length)
    readings.push({ words: parted, how: 'parted', less: PARTED_LESS })
  const words = common.formSlips(whole.words)
  if (words !== undefined) readings.push({ words, how: 'form-put-right', less: FORM_LESS })
  return [...readings, ...lettersOf(whole.words, lexicon)]
}

/** A place, a legal form, a number or a word that every name may have names no party. */
const isLight = (word: string, { phrases }: Lexicon): boolean =>
  /\d/.test(word) ||
  (phrases.get(word) ?? []).some(({ words, kind }) => words.length === 1 && kind !== 'word')

/** The parties of a line that names several, or none where it names one. */
function partiesIn(latin: string, { between }: Lexicon): string[] {
  const pieces = latin.split(between).flatMap((piece) => {
    const inside = insideBrackets(piece)
    return inside.length === 0 ? [piece] : [piece.replace(/\([^()]*\)/g, ' '), ...inside]
  })
  const parties = pieces.map((piece) => piece.trim()).filter((piece) => /[a-z]{2}/.test(piece))
  return parties.length < 2 ? [] : parties.slice(0, MOST_PARTIES)
}

/**
 * What stands in brackets and may be a party: several words, or a last one. Letters in the middle of a name
 * are its group's (`Aerospace Corporation (CASC) 1st Academy`), and where a number tells parties apart none
 * is read without it.
 */
function insideBrackets(piece: string): string[] {
  if (!piece.includes('(') || /\d/.test(piece)) return []
  return [...piece.matchAll(/\(([^()]{4,})\)(?=(.*))/g)]
    .filter(([, inside, after]) => /[a-z] [a-z]/.test(inside!) || !/[a-z]{3}/.test(after!))
    .map(([, inside]) => inside!)
}

const AS_LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 5: 's', 8: 'b' }

/** Digits that stand among letters and look like one, as letters: `5tate`, `electr0nics`. */
const withLetters = (latin: string): string =>
  !/[0158]/.test(latin)
    ? latin
    : latin.replace(/(?<![a-z\d])[a-z0158]{3,}(?![a-z\d])/g, (word) =>
        /\d\d|\d(?:st|nd|rd|th)$/.test(word) || !/[a-z]{2}/.test(word) || /^[a-z]+\d$/.test(word)
          ? word
          : word.replace(/[0158]/g, (digit) => AS_LETTERS[digit]!),
      )

/** A name with the letters of a group written out, and one that is written out by its letters. */
function lettersOf(words: readonly string[], { tables, writtenOut }: Lexicon): Reading[] {
  const readings: Reading[] = []
  const at = words.findIndex((word) => Object.hasOwn(tables.acronyms, word))
  if (at >= 0) {
    const out = tables.acronyms[words[at]!]!.split(' ')
    readings.push({
      words: [...words.slice(0, at), ...out, ...words.slice(at + 1)],
      how: 'letters-written-out',
      less: WRITTEN_OUT_LESS,
    })
  }
  const telling = words.filter((word) => !writtenOut.ignored.has(word))
  if (!writtenOut.begun.has(telling[0]!)) return readings
  for (let length = Math.min(telling.length, writtenOut.longest); length > 1; length--) {
    const letters = writtenOut.letters.get(telling.slice(0, length).join(' '))
    if (letters === undefined || telling.length === length + 1) continue
    readings.push({
      words: [letters, ...telling.slice(length)],
      how: 'written-as-letters',
      less: WRITTEN_OUT_LESS,
    })
    break
  }
  return readings
}
