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
  const alone = [...runsOf(all, 1)].filter(({ from }) => query.tokens[from]!.kind !== 'legal')
  const together = [...runsOf(all, 2)]
  const isOwnPair = ({ from, to }: Run, ofName: Run, start: number): boolean => {
    for (let i = from; i < to; i++)
      for (let j = ofName.from; j < ofName.to; j++) {
        const likeness = query.kin[i]!.likeness.get(items[start + j]!)
        if (likeness !== undefined && likeness.degree >= SURE) return true
      }
    return false
  }
  return (name) => {
    const start = starts[name]!
    const texts: Glance[] = []
    for (let at = start; at < starts[name + 1]!; at++) texts.push(known(surfaces[at]!))
    const isMet = (ofName: Run, ofQuery: readonly Run[]): boolean =>
      ofQuery.some((run) => isNear(run.seen, ofName.seen) && !isOwnPair(run, ofName, start))
    for (const one of runsOf(texts, 1)) if (isMet(one, together)) return true
    for (const run of runsOf(texts, 2)) if (isMet(run, alone)) return true
    return false
  }
}

/** Words that stand together, from one to before another. */
interface Run {
  readonly from: number
  readonly to: number
  readonly seen: Glance
}

/** Each word alone, or every two and three that stand together. */
function* runsOf(texts: readonly Glance[], fewest: 1 | 2): Generator<Run> {
  for (let from = 0; from < texts.length; from++) {
    let seen = texts[from]!
    if (fewest === 1) yield { from, to: from + 1, seen }
    else
      for (let to = from + 2; to <= Math.min(texts.length, from + MOST_JOINED); to++) {
        seen = joined(seen, texts[to - 1]!)
        yield { from, to, seen }
      }
  }
}

function isNear(a: Glance, b: Glance): boolean {
  if (a.first !== b.first && a.last !== b.last) return false
  const most = Math.min(a.length, b.length) > SHORT ? MOST_EDITS : 1
  return (
    Math.abs(a.length - b.length) <= most &&
    ones(a.letters ^ b.letters) <= BITS_AN_EDIT * most &&
    editsBetween(a.text, b.text, most) <= most
  )
}

const joined = (a: Glance, b: Glance): Glance => ({
  text: a.text + b.text,
  first: a.first,
  last: b.last,
  length: a.length + b.length,
  letters: a.letters | b.letters,
})

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
function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
