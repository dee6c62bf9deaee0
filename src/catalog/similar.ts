import { editDistance } from '../suggest.ts'
import type { Accelerator } from './catalog.ts'
import { normalize, words } from './normalize.ts'

/** How much a word in common counts against letters that differ. */
const WORD = 3
const MOST = 3

/**
 * The names of up to three products that a person may have meant, the likeliest first; none
 * where nothing is alike. Alike are names with a word in common that holds a digit (`4090`),
 * names of which one begins with the other, and names of which at most a third of the letters
 * differ.
 */
export function similar(rows: readonly Accelerator[], text: string): string[] {
  const wanted = normalize(text)
  if (wanted === '') return []
  const wantedWords = new Set(words(text))
  return rows
    .map((row) => ({ name: row.name, distance: distanceTo(row, wanted, wantedWords) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name)
}

function distanceTo(row: Accelerator, wanted: string, wantedWords: ReadonlySet<string>): number {
  const vendor = normalize(row.vendor)
  const bare = wanted.startsWith(vendor) ? wanted.slice(vendor.length) : wanted
  let least = Infinity
  for (const name of [row.name, ...row.aliases, ...row.ambiguous]) {
    const full = normalize(name)
    const key = full.startsWith(vendor) ? full.slice(vendor.length) : full
    const shared = words(name).filter((word) => /\d/.test(word) && wantedWords.has(word)).length
    const begins =
      bare.length > 2 && key.length > 2 && (key.startsWith(bare) || bare.startsWith(key))
    const distance = editDistance(bare, key)
    const alike = shared > 0 || begins || distance <= Math.floor(bare.length / 3)
    if (alike) least = Math.min(least, distance - WORD * shared)
  }
  return least
}
