import { SURE } from './align.ts'
import { editsBetween } from './distance.ts'
import { lengthOf, lettersOf, mayDiffer } from './glances.ts'
import { MOST_EDITS, MOST_JOINED, SHORTEST_JOINED } from './joined.ts'
import type { Query } from './query.ts'
import type { Searcher } from './searcher.ts'

/** Words of a query that stand together, from one to before another, by what can be told at a glance. */
interface Run {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly first: number
  readonly last: number
  readonly length: number
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
  const { length, letters, first, last } = glances
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
  const isJoined = (run: Run, surfaces: Uint32Array, from: number, to: number): boolean => {
    let text = ''
    for (let at = from; at < to; at++) text += words[surfaces[at]!]!
    const other = text.includes(' ') ? text.replaceAll(' ', '') : text
    const most = editsLet(run.length, other.length)
    return editsBetween(run.text, other, most) <= most
  }
  const isAnyOf = (
    { runs }: Runs,
    sum: number,
    all: number,
    tokens: Uint32Array,
    surfaces: Uint32Array,
    from: number,
    to: number,
  ): boolean => {
    for (const run of runs)
      if (
        isNear(run, sum, all, first[surfaces[from]!]!, last[surfaces[to - 1]!]!) &&
        isJoined(run, surfaces, from, to) &&
        !isOwnPair(run, tokens, from, to)
      )
        return true
    return false
  }
  return (tokens, surfaces, start, end) => {
    for (let from = start; from < end; from++) {
      const id = surfaces[from]!
      if (length[id] === 0) glances.look(id)
      let sum = length[id]!
      let all = letters[id]!
      const begun = first[id]!
      if (
        mayHave(together, sum, begun, last[id]!) &&
        isAnyOf(together, sum, all, tokens, surfaces, from, from + 1)
      )
        return true
      const most = Math.min(end, from + MOST_JOINED)
      for (let to = from + 2; to <= most; to++) {
        const next = surfaces[to - 1]!
        if (length[next] === 0) glances.look(next)
        sum += length[next]!
        all |= letters[next]!
        if (
          mayHave(alone, sum, begun, last[next]!) &&
          isAnyOf(alone, sum, all, tokens, surfaces, from, to)
        )
          return true
      }
    }
    return false
  }
}

const editsLet = (a: number, b: number): number => (Math.min(a, b) > SHORT ? MOST_EDITS : 1)

/** Whether any of some runs may be near words of a length that begin and end with these letters. */
const mayHave = (
  { lengths, firsts, lasts }: Runs,
  length: number,
  first: number,
  last: number,
): boolean =>
  (bitOf(length) & lengths) !== 0 &&
  ((bitOfLetter(first) & firsts) !== 0 || (bitOfLetter(last) & lasts) !== 0)

/** The last bit is that of all larger numbers. */
const bitOf = (length: number): number => 1 << Math.min(length, 31)
const bitOfLetter = (code: number): number => 1 << (code & 31)

function runsAtAGlance(runs: readonly Run[]): Runs {
  let [lengths, firsts, lasts] = [0, 0, 0]
  for (const { length, first, last } of runs) {
    for (let edits = -MOST_EDITS; edits <= MOST_EDITS; edits++) lengths |= bitOf(length + edits)
    firsts |= bitOfLetter(first)
    lasts |= bitOfLetter(last)
  }
  return { runs, lengths, firsts, lasts }
}

/** Whether words written as one may be few edits from a run, and begin or end as it does; told at a glance. */
function isNear(run: Run, length: number, letters: number, first: number, last: number): boolean {
  const most = editsLet(run.length, length)
  return (
    run.length - length <= most &&
    length - run.length <= most &&
    (run.first === first || run.last === last) &&
    mayDiffer(run.letters, letters, most)
  )
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
      if (to === from + 1 && kind === 'legal') continue
      const length = lengthOf(text)
      if (length < SHORTEST_JOINED) continue
      const run = {
        from,
        to,
        text: text.includes(' ') ? text.replaceAll(' ', '') : text,
        first: text.charCodeAt(0),
        last: text.charCodeAt(text.length - 1),
        length,
        letters: lettersOf(text),
      }
      if (to === from + 1) alone.push(run)
      else together.push(run)
    }
  }
  return { alone: runsAtAGlance(alone), together: runsAtAGlance(together) }
}
