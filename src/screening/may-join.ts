import { SURE } from './align.ts'
import { editsBetween } from './distance.ts'
import { MOST_EDITS, MOST_JOINED } from './joined.ts'
import type { Query } from './query.ts'
import type { Searcher } from './searcher.ts'

/** Words written as one, by what can be told of them at a glance. */
interface Glance {
  readonly text: string
  readonly first: number
  readonly last: number
  /** Letters without the spaces between words. */
  readonly length: number
  /** Which letters it has, a bit for each; some share one. */
  readonly letters: number
}

/** Words of a query that stand together, from one to before another. */
interface Run extends Glance {
  readonly from: number
  readonly to: number
}

/** Bits of `letters` that an edit may change: a letter that goes, and the one that stands in its place. */
const BITS_AN_EDIT = 2
/** Letters up to which one edit is the most that is let pass; as in `joinedPairs`. */
const SHORT = 7

/**
 * Whether any words of a query and a name may be a joined pair, told by their letters; never no where two are.
 * Words of which one surely is the other are a pair of their own before any are joined.
 */
export function mayJoin(searcher: Searcher, query: Query): (name: number) => boolean {
  const { starts, items } = searcher.index.tokensOf
  const { surfaces } = searcher.index
  const known = glancesOf(searcher)
  const all = query.tokens.map(({ surface }) => glanceOf(surface))
  const alone = all.flatMap((one, i): Run[] =>
    query.tokens[i]!.kind === 'legal' ? [] : [{ ...one, from: i, to: i + 1 }],
  )
  const together = runsOf(all)
  const isOwnPair = ({ from, to }: Run, start: number, end: number): boolean => {
    for (let i = from; i < to; i++)
      for (let at = start; at < end; at++) {
        const likeness = query.kin[i]!.likeness.get(items[at]!)
        if (likeness !== undefined && likeness.degree >= SURE) return true
      }
    return false
  }
  return (name) => {
    const end = starts[name + 1]!
    for (let from = starts[name]!; from < end; from++) {
      const begun = known(surfaces[from]!)
      for (const run of together)
        if (isNear(run, begun, begun.first, begun.last) && !isOwnPair(run, from, from + 1))
          return true
      let { length, letters, text } = begun
      for (let to = from + 2; to <= Math.min(end, from + MOST_JOINED); to++) {
        const next = known(surfaces[to - 1]!)
        length += next.length
        letters |= next.letters
        text += next.text
        for (const one of alone)
          if (
            isNear(one, { text, length, letters }, begun.first, next.last) &&
            !isOwnPair(one, from, to)
          )
            return true
      }
    }
    return false
  }
}

function isNear(
  a: Glance,
  b: Pick<Glance, 'text' | 'length' | 'letters'>,
  first: number,
  last: number,
): boolean {
  if (a.first !== first && a.last !== last) return false
  const most = Math.min(a.length, b.length) > SHORT ? MOST_EDITS : 1
  return (
    Math.abs(a.length - b.length) <= most &&
    ones(a.letters ^ b.letters) <= BITS_AN_EDIT * most &&
    editsBetween(a.text, b.text, most) <= most
  )
}

/** Every two and three words that stand together. */
function runsOf(all: readonly Glance[]): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < all.length; from++) {
    let seen = all[from]!
    for (let to = from + 2; to <= Math.min(all.length, from + MOST_JOINED); to++) {
      const next = all[to - 1]!
      seen = {
        text: seen.text + next.text,
        first: seen.first,
        last: next.last,
        length: seen.length + next.length,
        letters: seen.letters | next.letters,
      }
      runs.push({ ...seen, from, to })
    }
  }
  return runs
}

function glanceOf(text: string): Glance {
  let [length, letters] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE) continue
    length += 1
    letters |= 1 << (code & 31)
  }
  return {
    text: text.includes(' ') ? text.replaceAll(' ', '') : text,
    first: text.charCodeAt(0),
    last: text.charCodeAt(text.length - 1),
    length,
    letters,
  }
}

const SPACE = 0x20

const bySearcher = new WeakMap<Searcher, (Glance | undefined)[]>()

/** The words of the lists at a glance, each looked at once. */
function glancesOf(searcher: Searcher): (id: number) => Glance {
  const { words } = searcher
  let glances = bySearcher.get(searcher)
  if (glances === undefined) bySearcher.set(searcher, (glances = words.map(() => undefined)))
  const known = glances
  return (id) => (known[id] ??= glanceOf(words[id]!))
}

/** How many bits of a number are set. */
export function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
