/** What can be told of the words of the lists at a glance, so that most need not be read letter by letter. */
export interface Glances {
  /** Letters without the spaces inside; 0 for a word that was not looked at. */
  readonly length: Uint16Array
  /** Which letters it has, a bit for each; some share one. */
  readonly letters: Int32Array
  readonly first: Uint16Array
  readonly last: Uint16Array
  /** Looks at a word where none has yet: most are asked for never, few once. */
  readonly look: (id: number) => void
}

/** The words of the lists at a glance, each looked at when it is first asked for. */
export function glancesOf(words: readonly string[]): Glances {
  const length = new Uint16Array(words.length)
  const letters = new Int32Array(words.length)
  const first = new Uint16Array(words.length)
  const last = new Uint16Array(words.length)
  const look = (id: number): void => {
    if (length[id] !== 0) return
    const text = words[id]!
    letters[id] = lettersOf(text)
    first[id] = text.charCodeAt(0)
    last[id] = text.charCodeAt(text.length - 1)
    length[id] = lengthOf(text)
  }
  return { length, letters, first, last, look }
}

const SPACE = 0x20

/** The letters of a text, a bit for each; letters of other scripts share those of Latin ones. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== SPACE) letters |= 1 << (code & 31)
  }
  return letters
}

/** Letters of a text without spaces. */
export function lengthOf(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== SPACE) length += 1
  return length
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
