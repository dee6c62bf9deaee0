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

/** The names of a row as they are compared. */
interface Spelling {
  readonly vendor: string
  readonly names: readonly { readonly key: string; readonly digits: readonly string[] }[]
}

const spellings = new WeakMap<Accelerator, Spelling>()

function spellingOf(row: Accelerator): Spelling {
  const known = spellings.get(row)
  if (known !== undefined) return known
  const vendor = normalize(row.vendor)
  const names = [row.name, ...row.aliases, ...row.ambiguous].map((name) => {
    const full = normalize(name)
    const key = full.startsWith(vendor) ? full.slice(vendor.length) : full
    return { key, digits: words(name).filter((word) => /\d/.test(word)) }
  })
  spellings.set(row, { vendor, names })
  return { vendor, names }
}

function distanceTo(row: Accelerator, wanted: string, wantedWords: ReadonlySet<string>): number {
  const { vendor, names } = spellingOf(row)
  const bare = wanted.startsWith(vendor) ? wanted.slice(vendor.length) : wanted
  let least = Infinity
  for (const { key, digits } of names) {
    const shared = digits.filter((word) => wantedWords.has(word)).length
    const begins =
      bare.length > 2 && key.length > 2 && (key.startsWith(bare) || bare.startsWith(key))
    const allowed = Math.floor(bare.length / 3)
    const mayBeNear = Math.abs(bare.length - key.length) <= allowed
    if (shared === 0 && !begins && !mayBeNear) continue
    const distance = editDistance(bare, key)
    const alike = shared > 0 || begins || distance <= allowed
    if (alike) least = Math.min(least, distance - WORD * shared)
  }
  return least
}
