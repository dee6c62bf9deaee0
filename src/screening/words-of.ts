import type { NameIndex } from './name-index.ts'

/** The words of some names, side by side: name `k` has those from `ends[k - 1]`, or 0, to before `ends[k]`. */
export interface WordsOf {
  readonly tokens: Uint32Array
  readonly surfaces: Uint32Array
  readonly ends: readonly number[]
}

let tokens = new Uint32Array(1024)
let surfaces = new Uint32Array(1024)

/**
 * The words of names that are looked at one after the other, until those of the next names are asked for. They
 * lie far apart in the index: read one name after the other, each would be waited for; here they all are under
 * way at the same time.
 */
export function wordsOfAll(index: NameIndex, names: readonly number[]): WordsOf {
  const { starts, items } = index.tokensOf
  const ends: number[] = []
  let count = 0
  for (const name of names) ends.push((count += starts[name + 1]! - starts[name]!))
  if (tokens.length < count) {
    tokens = new Uint32Array(2 * count)
    surfaces = new Uint32Array(2 * count)
  }
  let to = 0
  for (const name of names)
    for (let at = starts[name]!; at < starts[name + 1]!; at++) {
      tokens[to] = items[at]!
      surfaces[to++] = index.surfaces[at]!
    }
  return { tokens, surfaces, ends }
}
