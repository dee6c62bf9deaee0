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
  if (shares.length < names.length) shares = new Float64Array(names.length * 2)
  let best = 0
  for (let at = 0; at < names.length; at++) {
    const one = (shares[at] = share(names[at]!))
    if (one > best) best = one
  }
  const enough = firstOf(names, most, best * leastOfBest)
  return enough.length < sure ? firstOf(names, sure, -Infinity) : enough
}

/** Shares of the names that are looked at, by their place. */
let shares = new Float64Array(1024)

/** The first few names in their order, of those with a least share: a heap with the last of them on top. */
function firstOf(names: readonly number[], few: number, least: number): number[] {
  const heap: number[] = []
  const isAfter = (a: number, b: number): boolean =>
    shares[a]! < shares[b]! || (shares[a] === shares[b] && names[a]! > names[b]!)
  const sink = (place: number): void => {
    let top = 0
    for (let below = 1; below < heap.length; below = 2 * top + 1) {
      if (below + 1 < heap.length && isAfter(heap[below + 1]!, heap[below]!)) below += 1
      if (!isAfter(heap[below]!, place)) break
      heap[top] = heap[below]!
      top = below
    }
    heap[top] = place
  }
  const rise = (place: number): void => {
    let at = heap.push(place) - 1
    for (let above = (at - 1) >> 1; at > 0 && isAfter(place, heap[above]!); above = (at - 1) >> 1) {
      heap[at] = heap[above]!
      at = above
    }
    heap[at] = place
  }
  for (let place = 0; place < names.length; place++) {
    if (shares[place]! < least) continue
    if (heap.length < few) rise(place)
    else if (isAfter(heap[0]!, place)) sink(place)
  }
  const first = new Array<number>(heap.length)
  for (let at = first.length - 1; at >= 0; at--) {
    first[at] = names[heap[0]!]!
    const last = heap.pop()!
    if (heap.length > 0) sink(last)
  }
  return first
}
