import { editsBetween } from './distance.ts'
import { formSlipsOf, type FormSlips } from './form-slips.ts'
import { hashTableMaker } from './hash.ts'
import type { Lexicon, WordKind } from './lexicon.ts'
import { eachDeletion, eachNeighbor } from './neighbors.ts'

/** A common word that a mistyped one may be meant for. */
export interface Meant {
  /** The word under which it is compared. */
  readonly as: string
  readonly kind: WordKind
  readonly word: string
  readonly edits: number
}

/** What the common words of names (legal forms, `technology`, places) make of words of a query. */
export interface Common {
  /** The common words within one edit, or two of a long word. */
  readonly meantBy: (word: string) => readonly Meant[]
  /** Parts what is glued to a legal form: `limitedsmith` is `limited smith`. */
  readonly part: (words: readonly string[]) => readonly string[]
  /** Cuts a word that is none into the fewest words that lists or forms have, or undefined. */
  readonly segment: (word: string) => readonly string[] | undefined
  readonly formSlips: FormSlips
}

const SHORTEST = 5
const SHORTEST_GLUED = 3
const LONGEST_GLUED = 60
export const editsOf = (word: string): 1 | 2 => (word.length > 8 ? 2 : 1)

/** Makes the common words of a lexicon ready; `isListed` says whether a word stands in a listed name. */
export function commonOf(lexicon: Lexicon, isListed: (word: string) => boolean): Common {
  const { phrases } = lexicon
  const common: Omit<Meant, 'edits'>[] = []
  const near = hashTableMaker()
  const glued = new Set<string>()
  const words = new Set<string>()
  for (const known of phrases.values()) {
    for (const { words: all, as, kind } of known) {
      for (const word of all) words.add(word)
      const [word] = all
      if (all.length > 1 || word === undefined || kind === 'stop') continue
      if (kind === 'legal' && word.length >= SHORTEST_GLUED) glued.add(word)
      if (word.length < SHORTEST) continue
      const at = common.push({ as, kind, word }) - 1
      eachDeletion(word, editsOf(word), (hash) => near.addHash(hash, at))
    }
  }
  const commonByLetters = near.table()
  const isKnown = (word: string): boolean => words.has(word) || isListed(word)
  const meantBy = (word: string): Meant[] => {
    if (word.length < SHORTEST - 1) return []
    const found = new Map<string, Meant>()
    eachNeighbor(commonByLetters, word, editsOf(word), (at) => {
      const meant = common[at]!
      const most = Math.min(editsOf(word), editsOf(meant.word))
      const edits = editsBetween(word, meant.word, most)
      const had = found.get(meant.as)
      if (edits <= most && (had === undefined || edits < had.edits))
        found.set(meant.as, { ...meant, edits })
    })
    return [...found.values()]
  }
  const parted = (word: string): string[] | undefined => {
    for (let cut = word.length - SHORTEST_GLUED; cut >= SHORTEST_GLUED; cut--) {
      const [head, tail] = [word.slice(0, cut), word.slice(cut)]
      if ((glued.has(head) && isKnown(tail)) || (glued.has(tail) && isKnown(head)))
        return [head, tail]
    }
    return undefined
  }
  const part = (all: readonly string[]): readonly string[] =>
    all.every((word) => word.length < 6 || isKnown(word))
      ? all
      : all.flatMap((word) =>
          word.length < 6 || word.length > LONGEST_GLUED || isKnown(word) || !/^[a-z]+$/.test(word)
            ? [word]
            : (parted(word) ?? [word]),
        )
  const segment = (word: string): readonly string[] | undefined =>
    isKnown(word) || !/^[a-z]+$/.test(word)
      ? undefined
      : fewestWords(word, (piece) => (piece.length < 3 ? words.has(piece) : isKnown(piece)))
  return { meantBy, part, segment, formSlips: formSlipsOf(lexicon) }
}

const LONGEST_PIECE = 24
const SHORT_PIECE = 4
const SHORTEST_PIECE = 2

/** The cut with the fewest words, short ones counting double. */
function fewestWords(word: string, isKnown: (word: string) => boolean): string[] | undefined {
  const text = word.slice(0, LONGEST_GLUED)
  const cost = Array.from({ length: text.length + 1 }, () => Infinity)
  const from = cost.map(() => 0)
  cost[0] = 0
  for (let end = SHORTEST_PIECE; end <= text.length; end++) {
    for (let start = Math.max(0, end - LONGEST_PIECE); start <= end - SHORTEST_PIECE; start++) {
      const sum = cost[start]! + (end - start < SHORT_PIECE ? 2 : 1)
      if (sum >= cost[end]! || !isKnown(text.slice(start, end))) continue
      cost[end] = sum
      from[end] = start
    }
  }
  if (cost[text.length] === Infinity) return undefined
  const pieces: string[] = []
  for (let end = text.length; end > 0; end = from[end]!) pieces.unshift(text.slice(from[end], end))
  return pieces.length < 2 ? undefined : pieces
}
