/** East Asian Wide and Fullwidth blocks (Unicode Standard Annex 11), as first and last code points. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
]
const ASCII = /^[\x20-\x7e]*$/
const EMOJI = /\p{Emoji_Presentation}/u
/** Marks and Hangul vowel and final letters stand on the character before them. */
const JOINED = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u

let segmenter: Intl.Segmenter | undefined

/** The characters of a text as a reader counts them. */
export function graphemes(text: string): string[] {
  if (ASCII.test(text)) return [...text]
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

/**
 * Columns that a text takes on a terminal: two for East Asian wide characters and emoji, none for marks.
 * Terminals differ over emoji that join several; the sum is then the most that any of them takes.
 */
export function width(text: string): number {
  if (ASCII.test(text)) return text.length
  let sum = 0
  for (const char of text) sum += columns(char)
  return sum
}

function columns(char: string): number {
  if (JOINED.test(char)) return 0
  if (EMOJI.test(char)) return 2
  const point = char.codePointAt(0) ?? 0
  return WIDE.some(([first, last]) => point >= first && point <= last) ? 2 : 1
}

/**
 * Breaks a text at spaces into lines of at most `limit` units; a word that is longer than a line is
 * broken between characters. `measure` gives the units: columns on a terminal, points on paper. A line
 * that was broken at a space keeps it, uncounted, so that its words stay apart when lines are joined.
 */
export function wrap(
  text: string,
  limit: number,
  measure: (part: string) => number = width,
): string[] {
  const lines: string[] = []
  const space = measure(' ')
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const size = measure(word)
    if (line !== '' && used + space + size <= limit) {
      line += ` ${word}`
      used += space + size
      continue
    }
    if (line !== '') lines.push(`${line} `)
    const pieces = size <= limit ? [word] : broken(word, limit, measure)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
    used = measure(line)
  }
  lines.push(line)
  return lines
}

function broken(word: string, limit: number, measure: (part: string) => number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const one of graphemes(word)) {
    const size = measure(one)
    if (piece !== '' && used + size > limit) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += one
    used += size
  }
  pieces.push(piece)
  return pieces
}
