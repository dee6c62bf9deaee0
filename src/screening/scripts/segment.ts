/** A stretch of a text: a word of the lexicon with what lists write for it, or letters that it has not. */
export interface Segment {
  readonly text: string
  readonly means?: string
}

/** Cuts a text without spaces by the longest words of a lexicon, from the left. */
export function segmented(
  text: string,
  words: Readonly<Record<string, string>>,
  longest: number,
): Segment[] {
  const letters = [...text]
  const segments: Segment[] = []
  let unknown = ''
  for (let at = 0; at < letters.length;) {
    let found: string | undefined
    let length = Math.min(longest, letters.length - at)
    for (; length > 0 && found === undefined; length--) {
      const piece = letters.slice(at, at + length).join('')
      if (Object.hasOwn(words, piece)) found = piece
    }
    if (found === undefined) {
      unknown += letters[at]
      at += 1
      continue
    }
    if (unknown !== '') segments.push({ text: unknown })
    unknown = ''
    segments.push({ text: found, means: words[found]! })
    at += [...found].length
  }
  if (unknown !== '') segments.push({ text: unknown })
  return segments
}

const longestOfTables = new WeakMap<Readonly<Record<string, string>>, number>()

/** Letters of the longest word of a lexicon. */
export function longestOf(words: Readonly<Record<string, string>>): number {
  const known = longestOfTables.get(words)
  if (known !== undefined) return known
  const longest = Object.keys(words).reduce((most, word) => Math.max(most, [...word].length), 1)
  longestOfTables.set(words, longest)
  return longest
}
