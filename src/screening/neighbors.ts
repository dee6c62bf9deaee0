/** Letters of a word that neighbors are looked up by; a third edit beyond them is found by the ear. */
const PREFIX = 7

/** How many edits still make it the same word to look up, by its length in letters. */
export const editsAllowed = (length: number): 0 | 1 | 2 => (length < 3 ? 0 : length < 5 ? 1 : 2)

/**
 * The word and what is left of its beginning when up to `most` letters fall out. Two words with at most
 * `most` edits between them have one of these in common (symmetric deletion).
 */
export function deletionsOf(word: string, most: 0 | 1 | 2): Set<string> {
  const start = word.slice(0, PREFIX)
  const all = new Set([start])
  if (most === 0) return all
  for (let i = 0; i < start.length; i++) {
    const one = start.slice(0, i) + start.slice(i + 1)
    all.add(one)
    if (most === 1) continue
    for (let j = i; j < one.length; j++) all.add(one.slice(0, j) + one.slice(j + 1))
  }
  return all
}
