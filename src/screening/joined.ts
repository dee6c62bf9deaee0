import type { Pair } from './pair.ts'
import type { Query } from './query.ts'
import { editsBetween } from './distance.ts'
import { WORD_KINDS } from './name-index.ts'
import type { How, Searcher } from './searcher.ts'

const LEGAL = WORD_KINDS.indexOf('legal')
/** Letters from which words are long enough to be one that another side writes apart. */
export const SHORTEST_JOINED = 4
export const MOST_JOINED = 3
export const MOST_EDITS = 2
const MOST_SPACES = 2

/** Words that one side writes one after the other, looked at as one. */
interface Run {
  readonly at: readonly number[]
  readonly words: readonly string[]
  /** Letters and spaces of the words. */
  readonly length: number
}

/** Words that one side writes as one and the other apart, of those that are free; the surest first. */
export function joinedPairs(
  { words, index }: Searcher,
  query: Query,
  name: number,
  tokens: Uint32Array,
  freeOfQuery: readonly boolean[],
  freeOfName: readonly boolean[],
): Pair[] {
  const { starts } = index.tokensOf
  const others = index.surfaces.subarray(starts[name], starts[name + 1])
  const ofQuery = query.tokens.map(({ surface }) => surface)
  const ofName = Array.from(others, (id) => words[id]!)
  const found: Pair[] = []
  const compare = (q: Run, n: Run, how: How): void => {
    const degree = degreeOf(q, n)
    if (degree !== undefined) found.push({ query: q.at, name: n.at, degree, how })
  }
  const single = (texts: readonly string[], at: number): Run => ({
    at: [at],
    words: [texts[at]!],
    length: texts[at]!.length,
  })
  const queryRuns = runsOf(ofQuery, freeOfQuery)
  if (queryRuns.length > 0) {
    const ones: Run[] = []
    for (let j = 0; j < ofName.length; j++)
      if (freeOfName[j] && index.tokenKinds[tokens[j]!] !== LEGAL) ones.push(single(ofName, j))
    for (const run of queryRuns) for (const one of ones) compare(run, one, 'joined')
  }
  const nameRuns = runsOf(ofName, freeOfName)
  if (nameRuns.length > 0) {
    const ones: Run[] = []
    for (let i = 0; i < ofQuery.length; i++)
      if (freeOfQuery[i] && query.tokens[i]!.kind !== 'legal') ones.push(single(ofQuery, i))
    for (const run of nameRuns) for (const one of ones) compare(one, run, 'split')
  }
  return found.length < 2 ? found : found.sort((a, b) => b.degree - a.degree)
}

/** Two or three free words in a row. */
function runsOf(texts: readonly string[], free: readonly boolean[]): Run[] {
  const runs: Run[] = []
  for (let i = 0; i < texts.length; i++) {
    for (let k = i + 1; k < texts.length && free[k] && free[i] && k - i < MOST_JOINED; k++) {
      const words = texts.slice(i, k + 1)
      const at = words.map((_, step) => i + step)
      runs.push({ at, words, length: words.reduce((sum, word) => sum + word.length, 0) })
    }
  }
  return runs
}

/** How sure the words of a run, written as one, are those of the other; undefined where they are not. */
function degreeOf(q: Run, n: Run): number | undefined {
  // Spaces inside a word of several words count a little too much here, and not below.
  if (Math.abs(q.length - n.length) > MOST_EDITS + MOST_SPACES) return undefined
  const [lastOfQuery, lastOfName] = [q.words.at(-1)!, n.words.at(-1)!]
  if (
    q.words[0]![0] !== n.words[0]![0] &&
    lastOfQuery[lastOfQuery.length - 1] !== lastOfName[lastOfName.length - 1]
  )
    return undefined
  const a = q.words.join('').replaceAll(' ', '')
  const b = n.words.join('').replaceAll(' ', '')
  const most = Math.min(a.length, b.length) > 7 ? MOST_EDITS : 1
  if (a.length < SHORTEST_JOINED || Math.abs(a.length - b.length) > most) return undefined
  const edits = editsBetween(a, b, most)
  return edits > most ? undefined : 0.95 - (edits * 0.8) / Math.max(a.length, 5)
}
