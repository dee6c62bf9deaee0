/** Numbers that a query puts on words of the lists. Each query has its own, so that none has to take them off. */
export interface PerQuery {
  readonly of: Uint32Array
  /** Sets so many numbers aside for a query; the first of them. Those of other queries are not among them. */
  readonly reserve: (count: number) => number
}

const LARGEST = 2 ** 32

/** Numbers to be put on so many words. */
export function perQuery(words: number): PerQuery {
  const of = new Uint32Array(words)
  // A word has 0 until a query puts a number on it.
  let next = 1
  const reserve = (count: number): number => {
    if (next + count > LARGEST) {
      of.fill(0)
      next = 1
    }
    next += count
    return next - count
  }
  return { of, reserve }
}
