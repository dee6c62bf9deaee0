import { WIDTH } from '../screening/distance.ts'
import { lettersOf, mayDiffer } from '../screening/glances.ts'

/**
 * Makes words ready to be looked through for those that may be so many edits from another, told by their lengths
 * and letters; for a few thousand words this takes less than finding them by what is left when letters fall out.
 */
export function likeAtAGlance(
  words: readonly string[],
): (word: string, edits: number, is: (at: number) => boolean) => boolean {
  const cut = words.map(comparedOf)
  const order = Uint32Array.from(
    [...cut.keys()].sort((a, b) => cut[a]!.length - cut[b]!.length || a - b),
  )
  const letters = Int32Array.from(order, (at) => lettersOf(cut[at]!))
  const starts = new Uint32Array(WIDTH + 2)
  for (const word of cut) starts[word.length + 1]! += 1
  for (let length = 1; length < starts.length; length++) starts[length]! += starts[length - 1]!
  return (word, edits, is) => {
    const own = comparedOf(word)
    const ofOwn = lettersOf(own)
    const end = starts[Math.min(WIDTH, own.length + edits) + 1]!
    for (let k = starts[Math.max(0, own.length - edits)]!; k < end; k++)
      if (mayDiffer(ofOwn, letters[k]!, edits) && is(order[k]!)) return true
    return false
  }
}

const comparedOf = (word: string): string => (word.length > WIDTH ? word.slice(0, WIDTH) : word)
