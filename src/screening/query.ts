import { kinOf } from './kin.ts'
import { NUMBER_LEAST, weightOf, type Kin, type Likeness, type Searcher } from './searcher.ts'
import type { Token } from './tokens.ts'

/** A query made ready: its tokens, what they may mean, and what each says. */
export interface Query {
  readonly tokens: readonly Token[]
  readonly kin: readonly Kin[]
  readonly weights: Float32Array
  /** Which tokens of the query, by their place, may mean a token of the lists. */
  readonly meant: () => Meant
}

type Meant = ReadonlyMap<number, readonly { readonly at: number; readonly likeness: Likeness }[]>

/** What a word that no list has says: it is rare there, whatever it is elsewhere. */
const UNHEARD_DF = 3

/** Makes the tokens of a query ready to compare. */
export function queryOf(searcher: Searcher, all: readonly Token[]): Query {
  const kin = all.map((token) => kinOf(searcher, token))
  const tokens = all.map((token, i): Token => (kin[i]!.legal ? { ...token, kind: 'legal' } : token))
  const n = searcher.index.entryOf.length
  const weights = Float32Array.from(tokens, ({ kind }, i) => {
    // A number of the query that no word of a name meets is no rarer for being long.
    if (kind === 'number') return NUMBER_LEAST
    const [first] = kin[i]!.ids
    const degree = first === undefined ? 0 : kin[i]!.likeness.get(first)!.degree
    if (first !== undefined && degree === 1) return searcher.weights[first]!
    return weightOf(kind, UNHEARD_DF, n)
  })
  let meant: Meant | undefined
  return { tokens, kin, weights, meant: () => (meant ??= meantBy(kin)) }
}

function meantBy(kin: readonly Kin[]): Meant {
  const meant = new Map<number, { at: number; likeness: Likeness }[]>()
  for (const [at, { likeness: ofWord }] of kin.entries()) {
    for (const [id, likeness] of ofWord) {
      const had = meant.get(id)
      if (had === undefined) meant.set(id, [{ at, likeness }])
      else had.push({ at, likeness })
    }
  }
  return meant
}
