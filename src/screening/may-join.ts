import { SURE } from './align.ts'
import { editsBetween } from './distance.ts'
import { firstIn, lastIn, lengthIn, lettersOf, LONGEST, mayDiffer, shapeOf } from './glances.ts'
import { MOST_EDITS, MOST_JOINED, SHORTEST_JOINED } from './joined.ts'
import type { Query } from './query.ts'
import type { Searcher } from './searcher.ts'

/** Words of a query that stand together, from one to before another. */
interface Run {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly shape: number
  readonly letters: number
}

/** Runs with what can be told of all of them: most words are near none by their length and the letters at their ends. */
interface Runs {
  readonly runs: readonly Run[]
  /** Lengths that are few edits from one of theirs, and the letters that they begin and end with, a bit for each. */
  readonly lengths: number
  readonly firsts: number
  readonly lasts: number
}

/** Letters up to which one edit is the most that is let pass; as in `joinedPairs`. */
const SHORT = 7

/** Whether words of a name, from one to before another, may be a joined pair with words of a query. */
export type MayJoin = (
  tokens: Uint32Array,
  surfaces: Uint32Array,
  start: number,
  end: number,
) => boolean

/**
 * Whether any words of a query and a name may be a joined pair, told by their letters; never no where two are.
 * Words of which one surely is the other are a pair of their own before any are joined.
 */
export function mayJoin({ words, glances }: Searcher, query: Query): MayJoin {
  const { shapes } = glances
  const { alone, together } = runsOf(query)
  const isOwnPair = (
    { from, to }: Run,
    tokens: Uint32Array,
    start: number,
    end: number,
  ): boolean => {
    for (let i = from; i < to; i++)
      for (let at = start; at < end; at++) {
        const likeness = query.kin[i]!.likeness.get(tokens[at]!)
        if (likeness !== undefined && likeness.degree >= SURE) return true
      }
    return false
  }
  /** Whether words of a name written as one are one of these. */
  const isAny = (
    { runs }: Runs,
    length: number,
    tokens: Uint32Array,
    surfaces: Uint32Array,
    start: number,
    end: number,
  ): boolean => {
    let letters = 0
    for (let at = start; at < end; at++) letters |= glances.letters[surfaces[at]!]!
    const first = firstIn(shapes[surfaces[start]!]!)
    const last = lastIn(shapes[surfaces[end - 1]!]!)
    let text: string | undefined
    for (const run of runs) {
      if (!isNear(run, length, first, last, letters)) continue
      // `Electronics SA` beside `Electronics` is the most frequent of those that are near.
      if (isOwnPair(run, tokens, start, end)) continue
      text ??= written(words, surfaces, start, end)
      const most = editsLet(run.text.length, text.length)
      if (editsBetween(run.text, text, most) <= most) return true
    }
    return false
  }
  return (tokens, surfaces, start, end) => {
    for (let from = start; from < end; from++) {
      glances.look(surfaces[from]!)
      const shape = shapes[surfaces[from]!]!
      const first = firstIn(shape)
      let length = lengthIn(shape)
      if (
        mayHave(together, length, first, lastIn(shape)) &&
        isAny(together, length, tokens, surfaces, from, from + 1)
      )
        return true
      const most = Math.min(end, from + MOST_JOINED)
      for (let to = from + 1; to < most; to++) {
        glances.look(surfaces[to]!)
        const next = shapes[surfaces[to]!]!
        length += lengthIn(next)
        if (
          mayHave(alone, length, first, lastIn(next)) &&
          isAny(alone, length, tokens, surfaces, from, to + 1)
        )
          return true
      }
    }
    return false
  }
}

/** Words of a name, written as one. */
function written(
  words: readonly string[],
  surfaces: Uint32Array,
  start: number,
  end: number,
): string {
  let text = ''
  for (let at = start; at < end; at++) text += words[surfaces[at]!]!
  return withoutSpaces(text)
}

const withoutSpaces = (text: string): string =>
  text.includes(' ') ? text.replaceAll(' ', '') : text

const editsLet = (a: number, b: number): number => (Math.min(a, b) > SHORT ? MOST_EDITS : 1)

/** Whether any of some runs may be near words of a length that begin and end with these letters. */
const mayHave = (
  { lengths, firsts, lasts }: Runs,
  length: number,
  first: number,
  last: number,
): boolean => (bitOf(length) & lengths) !== 0 && (((firsts >>> first) | (lasts >>> last)) & 1) !== 0

/** The last bit is that of all larger numbers. */
const bitOf = (length: number): number => 1 << Math.min(length, 31)

/** Whether words written as one may be few edits from a run, and begin or end as it does. */
function isNear(
  { shape, letters }: Run,
  length: number,
  first: number,
  last: number,
  others: number,
): boolean {
  const own = lengthIn(shape)
  if (firstIn(shape) !== first && lastIn(shape) !== last) return false
  // Of longer words neither the length nor all letters are known.
  if (own >= LONGEST || length >= LONGEST) return true
  const most = editsLet(own, length)
  return Math.abs(own - length) <= most && mayDiffer(letters, others, most)
}

/** The words of a query that are no legal forms, each alone, and every two and three words that stand together. */
function runsOf({ tokens }: Query): { alone: Runs; together: Runs } {
  const alone: Run[] = []
  const together: Run[] = []
  for (let from = 0; from < tokens.length; from++) {
    let text = ''
    const most = Math.min(tokens.length, from + MOST_JOINED)
    for (let to = from + 1; to <= most; to++) {
      const { surface, kind } = tokens[to - 1]!
      text += surface
      const isAlone = to === from + 1
      const shape = shapeOf(text)
      if ((isAlone && kind === 'legal') || lengthIn(shape) < SHORTEST_JOINED) continue
      const run = { from, to, text: withoutSpaces(text), shape, letters: lettersOf(text) }
      if (isAlone) alone.push(run)
      else together.push(run)
    }
  }
  return { alone: atAGlance(alone), together: atAGlance(together) }
}

function atAGlance(runs: readonly Run[]): Runs {
  let [lengths, firsts, lasts] = [0, 0, 0]
  for (const { shape } of runs) {
    for (let edits = -MOST_EDITS; edits <= MOST_EDITS; edits++)
      lengths |= bitOf(lengthIn(shape) + edits)
    firsts |= 1 << firstIn(shape)
    lasts |= 1 << lastIn(shape)
  }
  return { runs, lengths, firsts, lasts }
}
