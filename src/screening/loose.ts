import { editsBetween } from './distance.ts'
import { lettersOf, mayDiffer } from './glances.ts'
import { WORD_KINDS } from './name-index.ts'
import type { Likeness, Searcher } from './searcher.ts'
import type { Token } from './tokens.ts'

const INITIAL: Likeness = { degree: 0.7, how: 'initial' }
const THREE_EDITS: Likeness = { degree: 0.6, how: 'two edits' }
const SHORTEST_CUT = 4
const LONG = 9

/** What may still be one word in two names that share others: where it may be one, an initial, a word cut short, a third edit. */
export function looseLikeness(
  { words, glances, index }: Searcher,
  { text, kind }: Token,
  id: number,
  { isListed, mayBeInitials }: { readonly isListed: boolean; readonly mayBeInitials: boolean },
): Likeness | undefined {
  const otherKind = WORD_KINDS[index.tokenKinds[id]!]!
  if (kind === 'number' || otherKind === 'number') return undefined
  if (kind === 'stop' || otherKind === 'stop') return undefined
  const other = words[id]!
  if (kind === 'legal' || otherKind === 'legal') {
    return kind !== 'legal' && text.length < 6 && editsBetween(text, other, 1) === 1
      ? { degree: 0.8, how: 'one edit' }
      : undefined
  }
  if (text[0] !== other[0]) return undefined
  if (kind === 'initial' || otherKind === 'initial') return mayBeInitials ? INITIAL : undefined
  const [short, long] = text.length < other.length ? [text, other] : [other, text]
  if (short.length >= SHORTEST_CUT && long.startsWith(short))
    return { degree: 0.4 + (0.4 * short.length) / long.length, how: 'shortened' }
  if (isListed || long.length < LONG || long.length - short.length > 3) return undefined
  glances.look(id)
  return mayDiffer(lettersOf(text), glances.letters[id]!, 3) && editsBetween(text, other, 3) <= 3
    ? THREE_EDITS
    : undefined
}
