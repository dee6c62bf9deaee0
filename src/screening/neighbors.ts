import { eachUnderAny, ended, HASH_START, withLetter, type HashTable } from './hash.ts'

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

/** Calls back with the hash of each of `deletionsOf`, some more than once; makes no strings. */
export function eachDeletion(word: string, most: 0 | 1 | 2, take: (hash: number) => void): void {
  const length = Math.min(word.length, PREFIX)
  const endedFrom = (start: number, from: number): number => {
    let hash = start
    for (let i = from; i < length; i++) hash = withLetter(hash, word.charCodeAt(i))
    return ended(hash)
  }
  take(endedFrom(HASH_START, 0))
  if (most === 0) return
  let before = HASH_START
  for (let i = 0; i < length; i++) {
    take(endedFrom(before, i + 1))
    let between = before
    const last = most === 1 ? i : length - 1
    for (let j = i + 1; j <= last; j++) {
      take(endedFrom(between, j + 1))
      between = withLetter(between, word.charCodeAt(j))
    }
    before = withLetter(before, word.charCodeAt(i))
  }
}

/** Hashes of one word: itself, seven with a letter less, and 21 with two. */
const hashes = new Uint32Array(29)

/** Calls back with the words of a table that have something of `deletionsOf` in common with one, some more than once. */
export function eachNeighbor(
  table: HashTable,
  word: string,
  most: 0 | 1 | 2,
  take: (id: number) => void,
): void {
  let count = 0
  eachDeletion(word, most, (hash) => {
    hashes[count++] = hash
  })
  eachUnderAny(table, hashes.subarray(0, count), take)
}
