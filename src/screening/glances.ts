import { WIDTH } from './distance.ts'

/** What can be told of the words of the lists at a glance, so that most need not be read letter by letter. */
export interface Glances {
  /** Length and ends of each word, as `lengthIn`, `firstIn` and `lastIn` take them out; 0 before it is looked at. */
  readonly shapes: Uint16Array
  /** Which letters each word has, a bit for each; some share one. */
  readonly letters: Int32Array
  /** Looks at a word where none has yet: most are never asked for. */
  readonly look: (id: number) => void
}

/** The words of the lists at a glance, each looked at when it is first asked for. */
export function glancesOf(words: readonly string[]): Glances {
  const shapes = new Uint16Array(words.length)
  const letters = new Int32Array(words.length)
  const look = (id: number): void => {
    if (shapes[id] !== 0) return
    const text = words[id]!
    shapes[id] = shapeOf(text)
    letters[id] = lettersOf(text)
  }
  return { shapes, letters, look }
}

const SPACE = 0x20
/** Bits of a letter: the Latin ones have one number each, others share them. */
const LETTER = 5
const LETTERS = 31

/** Letters of a word, without spaces; longer ones are all of this length. */
export const LONGEST = 63

/** Length and ends of a text in sixteen bits: words lie far apart in memory, their shapes beside each other. */
export function shapeOf(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== SPACE) length += 1
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return (
    (Math.min(length, LONGEST) << (2 * LETTER)) | ((first & LETTERS) << LETTER) | (last & LETTERS)
  )
}

export const lengthIn = (shape: number): number => shape >> (2 * LETTER)
export const firstIn = (shape: number): number => (shape >> LETTER) & LETTERS
export const lastIn = (shape: number): number => shape & LETTERS

/** The letters of a text, as far as edits are counted, a bit for each. */
export function lettersOf(text: string): number {
  const length = Math.min(text.length, WIDTH)
  let letters = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code !== SPACE) letters |= 1 << (code & LETTERS)
  }
  return letters
}

/**
 * Whether so many edits could make letters of others, as far as their bits tell; never no where they can. An edit
 * may change two of them: a letter that goes, and the one that stands in its place.
 */
export const mayDiffer = (letters: number, others: number, edits: number): boolean =>
  letters === others || bitsIn(letters ^ others) <= 2 * edits

function bitsIn(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
