import type { Pair } from './pair.ts'
import type { Query } from './query.ts'
import { editsBetween } from './distance.ts'
import { WORD_KINDS } from './name-index.ts'
import type { How, Searcher } from './searcher.ts'

const LEGAL = WORD_KINDS.indexOf('legal')
const SHORTEST = 4
export const MOST_JOINED = 3
export const MOST_EDITS = 2
const MOST_SPACES = 2

/** Words that one side writes as one and the other apart, of those that are free; the surest first. */
export function joinedPairs(
  { words, index }: Searcher,
  query: Query,
  name: number,
  tokens: Uint32Array,
  freeOfQuery: readonly boolean[],
  freeOfName: readonly boolean[],
): Pair[] {
  const found: Pair[] = []
  const { starts } = index.tokensOf
  const others = index.surfaces.subarray(starts[name], starts[name + 1])
  const ofQuery = (i: number): string => query.tokens[i]!.surface
  const ofName = (j: number): string => words[others[j]!]!
  const compare = (q: readonly number[], n: readonly number[], how: How): void => {
    let [lengthOfQuery, lengthOfName] = [0, 0]
    for (const i of q) lengthOfQuery += ofQuery(i).length
    for (const j of n) lengthOfName += ofName(j).length
    // Spaces inside a word of several words count a little too much here, and not below.
    if (Math.abs(lengthOfQuery - lengthOfName) > MOST_EDITS + MOST_SPACES) return
    if (
      ofQuery(q[0]!)[0] !== ofName(n[0]!)[0] &&
      ofQuery(q.at(-1)!).at(-1) !== ofName(n.at(-1)!).at(-1)
    )
      return
    const a = q.map(ofQuery).join('').replaceAll(' ', '')
    const b = n.map(ofName).join('').replaceAll(' ', '')
    const most = Math.min(a.length, b.length) > 7 ? MOST_EDITS : 1
    if (a.length < SHORTEST || Math.abs(a.length - b.length) > most) return
    const edits = editsBetween(a, b, most)
    if (edits <= most)
      found.push({ query: q, name: n, degree: 0.95 - (edits * 0.8) / Math.max(a.length, 5), how })
  }
  const runsOf = (free: readonly boolean[]): (readonly number[])[] => {
    const runs: number[][] = []
    for (let i = 0; i < free.length; i++) {
      const run = [i]
      for (let k = i + 1; k < free.length && free[k] && free[i] && run.length < MOST_JOINED; k++) {
        run.push(k)
        runs.push([...run])
      }
    }
    return runs
  }
  const [queryRuns, nameRuns] = [runsOf(freeOfQuery), runsOf(freeOfName)]
  for (const run of queryRuns) {
    for (let j = 0; j < tokens.length; j++)
      if (freeOfName[j] && index.tokenKinds[tokens[j]!] !== LEGAL) compare(run, [j], 'joined')
  }
  for (const run of nameRuns) {
    for (let i = 0; i < freeOfQuery.length; i++)
      if (freeOfQuery[i] && query.tokens[i]!.kind !== 'legal') compare([i], run, 'split')
  }
  return found.length < 2 ? found : found.sort((a, b) => b.degree - a.degree)
}
