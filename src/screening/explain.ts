import { partsOf, PARTS, type Part, type Scoring } from './score.ts'
import type { Match } from './screen.ts'
import type { How, Searcher } from './searcher.ts'

/** A word of the query set against a word of the listed name. */
export interface WordPair {
  readonly query: string
  readonly name: string
  readonly how: How | 'legal form'
  /** 0 to 1. */
  readonly degree: number
}

/** Why a name has its score. */
export interface Explanation {
  readonly words: readonly WordPair[]
  /** Words that nothing meets. */
  readonly leftOfQuery: readonly string[]
  readonly leftOfName: readonly string[]
  /** What each part adds to the weighed sum, largest first; they add up to `sum`. */
  readonly parts: readonly {
    readonly part: Part | 'otherForm' | 'partOfName' | 'placeInItsCountry' | 'otherKindOfParty'
    readonly adds: number
  }[]
  readonly sum: number
}

/** Names every part of a match's score, with the words that were met. */
export function explain(
  { words, index }: Searcher,
  { weights }: Scoring,
  { query, alignment, evidence, form, kind, sum, name, placeBack, otherKindLess }: Match,
  partLess: number,
): Explanation {
  const { starts } = index.tokensOf
  const surfaceOf = (j: number): string => words[index.surfaces[starts[name]! + j]!]!
  const ofQuery = (i: number): string => query.tokens[i]!.surface
  const values = partsOf(evidence)
  const parts: Explanation['parts'][number][] = PARTS.map((part) => ({
    part,
    adds: rounded(weights[part] * values[part]),
  }))
  if (otherKindLess > 0) parts.push({ part: 'otherKindOfParty', adds: rounded(-otherKindLess) })
  if (placeBack > 0) parts.push({ part: 'placeInItsCountry', adds: rounded(placeBack) })
  if (form.less > 0) parts.push({ part: 'otherForm', adds: rounded(-form.less) })
  if (kind === 'part') parts.push({ part: 'partOfName', adds: rounded(-partLess) })
  return {
    words: alignment.pairs
      .toSorted((a, b) => a.query[0]! - b.query[0]!)
      .map(({ query: from, name: to, degree, how }) => ({
        query: from.map(ofQuery).join(' '),
        name: to.map(surfaceOf).join(' '),
        how: from.every((i) => query.tokens[i]!.kind === 'legal') ? 'legal form' : how,
        degree: rounded(degree),
      })),
    leftOfQuery: alignment.leftOfQuery.map(ofQuery),
    leftOfName: alignment.leftOfName.map(surfaceOf),
    parts: parts
      .filter(({ adds }) => adds !== 0)
      .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds)),
    sum: rounded(sum),
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100 + 0
