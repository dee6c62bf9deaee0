import { isTelling } from './evidence.ts'
import { eachUnder, hashOf } from './hash.ts'
import { byLetters } from './initial-letters.ts'
import type { Query } from './query.ts'
import type { Searcher } from './searcher.ts'
import type { Token } from './tokens.ts'
import { topOf, type Keeping } from './top.ts'

/** Names compared in full for one query. */
const COMPARED: Keeping = { most: 60, sure: 15, leastOfBest: 0.4 }
/** A join of words is as telling as a rare word. */
const JOIN_WEIGHT = 80

/** The names that share most with a query, by what their words say; at most sixty, of some entries only where asked. */
export function candidatesOf(
  searcher: Searcher,
  query: Query,
  only?: ReadonlySet<number>,
): number[] {
  const { index, marks, totals } = searcher
  const { starts, items } = index.postings
  const touched: number[] = []
  const commonest = only === undefined ? commonestOf(searcher, query) : undefined
  const withCommonest: number[] = []
  /** What a name shares that has the commonest word, as far as is counted yet. */
  let ofCommonest = 0
  const mark = (name: number, weight: number): void => {
    if (marks[name] === 0) {
      touched.push(name)
      if (commonest !== undefined && hasToken(searcher, name, commonest)) {
        withCommonest.push(name)
        marks[name] = ofCommonest
      }
    }
    marks[name]! += weight
  }
  const markAll = (id: number, weight: number): void => {
    if (id === commonest) {
      ofCommonest = Math.fround(ofCommonest + weight)
      for (const name of withCommonest) marks[name]! += weight
    } else for (let at = starts[id]!; at < starts[id + 1]!; at++) mark(items[at]!, weight)
  }
  for (const { ids, likeness } of query.kin) {
    for (const id of ids) {
      const { degree } = likeness.get(id)!
      markAll(id, searcher.weights[id]! ** 2 * degree * degree)
    }
  }
  for (const join of joinsOf(query.tokens)) {
    eachUnder(index.joins, hashOf(join), (name) => mark(name, JOIN_WEIGHT))
    if (query.tokens.length < 2) continue
    eachUnder(index.neighbors, hashOf(join.slice(0, 7)), (id) => {
      if (searcher.words[id] === join) markAll(id, searcher.weights[id]! ** 2)
    })
  }
  if (commonest !== undefined) {
    let more = COMPARED.most
    for (const name of searcher.lightest(commonest)) {
      if (more === 0) break
      if (marks[name] !== 0) continue
      touched.push(name)
      marks[name] = ofCommonest
      more -= 1
    }
  }
  const total = query.weights.reduce((sum, weight) => sum + weight * weight, 0)
  const share = (name: number): number =>
    marks[name]! / (total + totals[name]! - Math.min(marks[name]!, totals[name]!) * 0.5)
  const looked =
    only === undefined ? touched : touched.filter((name) => only.has(index.entryOf[name]!))
  const found = topOf(looked, share, COMPARED)
  for (const name of touched) marks[name] = 0
  const lettered = byLetters(searcher, query).filter(
    (name) => !found.includes(name) && (only === undefined || only.has(index.entryOf[name]!)),
  )
  return lettered.length === 0 ? found : [...found, ...lettered]
}

/**
 * The word of the lists that most names have of those that a query may mean, where more have it than are kept. Most names
 * share nothing else with the query (`Trading`): of these only the lightest can be kept, and the others are not
 * looked at.
 */
function commonestOf({ index }: Searcher, { kin }: Query): number | undefined {
  const { starts } = index.postings
  let [commonest, most]: [number | undefined, number] = [undefined, COMPARED.most]
  for (const { ids } of kin)
    for (const id of ids) {
      const names = starts[id + 1]! - starts[id]!
      // Of names that have legal forms alone, not all are found by them that have them.
      if (names > most && isTelling[index.tokenKinds[id]!]!) [commonest, most] = [id, names]
    }
  return commonest
}

function hasToken({ index: { tokensOf } }: Searcher, name: number, id: number): boolean {
  for (let at = tokensOf.starts[name]!; at < tokensOf.starts[name + 1]!; at++)
    if (tokensOf.items[at] === id) return true
  return false
}

/** Long words, every two and three words that stand together, and all of them, written as one. */
function joinsOf(tokens: readonly Token[]): string[] {
  const words = tokens.filter(({ kind }) => kind !== 'legal').map(({ surface }) => surface)
  const joins: string[] = []
  const add = (join: string): void => {
    if (!joins.includes(join)) joins.push(join)
  }
  const parts = words.map((word) => (word.includes(' ') ? word.replaceAll(' ', '') : word))
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.length > 5) add(words[i]!)
    if (i + 1 < words.length) add(parts[i]! + parts[i + 1]!)
    if (i + 2 < words.length) add(parts[i]! + parts[i + 1]! + parts[i + 2]!)
  }
  if (words.length > 1) add(parts.join(''))
  return joins
}
