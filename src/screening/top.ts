/** What is kept of the names that share something with a query. */
export interface Keeping {
  /** The most that are kept. */
  readonly most: number
  /** As many are kept whatever they share. */
  readonly sure: number
  /** What the others must share of what the best does. */
  readonly leastOfBest: number
}

/** The names with the largest shares, largest first; equal ones in the order of the lists. */
export function topOf(
  names: readonly number[],
  share: (name: number) => number,
  { most, sure, leastOfBest }: Keeping,
): number[] {
  const shares = new Float64Array(names.length)
  let best = 0
  for (let at = 0; at < names.length; at++) {
    const one = (shares[at] = share(names[at]!))
    if (one > best) best = one
  }
  const byShare = (a: number, b: number): number => shares[b]! - shares[a]! || names[a]! - names[b]!
  const enough = best * leastOfBest
  let kept: number[] = []
  let least = enough
  for (let at = 0; at < names.length; at++) {
    if (shares[at]! < least) continue
    kept.push(at)
    if (kept.length < most * 4) continue
    kept = kept.sort(byShare).slice(0, most)
    least = shares[kept.at(-1)!]!
  }
  if (kept.length < sure) kept = firstOf(names.length, byShare, sure)
  return kept
    .sort(byShare)
    .slice(0, most)
    .map((at) => names[at]!)
}

/** The first few of so many places in an order. */
function firstOf(count: number, order: (a: number, b: number) => number, few: number): number[] {
  const first: number[] = []
  for (let at = 0; at < count; at++) {
    if (first.length === few && order(at, first.at(-1)!) > 0) continue
    let to = first.length
    while (to > 0 && order(at, first[to - 1]!) < 0) to--
    first.splice(to, 0, at)
    if (first.length > few) first.pop()
  }
  return first
}
