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

/** Letters up to which one edit is the most that is let pass; as in `joinedPairs`. */
const SHORT = 7

/**
 * Whether any words of a query and a name may be a joined pair, told by their letters; never no where two are.
 * Words of which one surely is the other are a pair of their own before any are joined.
 */
export function mayJoin(searcher: Searcher, query: Query): (name: number) => boolean {
  const { words, glances, index } = searcher
  const { surfaces } = index
  const { starts, items } = index.tokensOf
  const { length, letters, first, last } = glances
  const { alone, together } = runsOf(query)
  const isOwnPair = ({ from, to }: Run, start: number, end: number): boolean => {
    for (let i = from; i < to; i++)
      for (let at = start; at < end; at++) {
        const likeness = query.kin[i]!.likeness.get(items[at]!)
        if (likeness !== undefined && likeness.degree >= SURE) return true
      }
    return false
  }
  const isJoined = (run: Run, from: number, to: number): boolean => {
    let text = ''
    for (let at = from; at < to; at++) text += words[surfaces[at]!]!
    const other = text.includes(' ') ? text.replaceAll(' ', '') : text
    const most = editsLet(run.length, other.length)
    return editsBetween(run.text, other, most) <= most && !isOwnPair(run, from, to)
  }
  return (name) => {
    const end = starts[name + 1]!
    for (let from = starts[name]!; from < end; from++) {
      const id = surfaces[from]!
      glances.look(id)
      const begun = first[id]!
      for (const run of together)
        if (
          (run.first === begun || run.last === last[id]) &&
          isNear(run, length[id]!, letters[id]!) &&
          isJoined(run, from, from + 1)
        )
          return true
      let ofAll = length[id]!
      let lettersOfAll = letters[id]!
      const most = Math.min(end, from + MOST_JOINED)
      for (let to = from + 2; to <= most; to++) {
        const next = surfaces[to - 1]!
        glances.look(next)
        ofAll += length[next]!
        lettersOfAll |= letters[next]!
        for (const one of alone)
          if (
            (one.first === begun || one.last === last[next]) &&
            isNear(one, ofAll, lettersOfAll) &&
            isJoined(one, from, to)
          )
            return true
      }
    }
    return false
  }
}

const editsLet = (a: number, b: number): number => (Math.min(a, b) > SHORT ? MOST_EDITS : 1)

/** Whether letters of so many words are few edits from a run, as far as can be told at a glance. */
function isNear(run: Run, length: number, letters: number): boolean {
  const most = editsLet(run.length, length)
  return (
    run.length - length <= most &&
    length - run.length <= most &&
    mayDiffer(run.letters, letters, most)
  )
}

/** The words of a query that are no legal forms, each alone, and every two and three words that stand together. */
function runsOf({ tokens }: Query): { alone: readonly Run[]; together: readonly Run[] } {
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
  return { alone, together }
}
