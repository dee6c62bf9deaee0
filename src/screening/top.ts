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
  if (room.length < names.length) room = new Float64Array(2 * names.length)
  const shares = room
  let best = 0
  for (let at = 0; at < names.length; at++) {
    const one = (shares[at] = share(names[at]!))
    if (one > best) best = one
  }
  const first = firstOf(names, shares, best, Math.max(most, sure))
  const isEnough = (at: number, i: number): boolean =>
    i < sure || (i < most && shares[at]! >= best * leastOfBest)
  return first.filter(isEnough).map((at) => names[at]!)
}

/** Shares of the names that are looked at, by their place. */
let room = new Float64Array(1024)

const steps = new Uint32Array(512)

/**
 * The places of the first few names. Shares are parted by steps, and only those of the first steps put in order:
 * a sort of the hundreds of names that share one word would take longer than all else.
 */
function firstOf(
  names: readonly number[],
  shares: Float64Array,
  best: number,
  few: number,
): number[] {
  const stepsToOne = best === 0 ? 0 : (steps.length - 1) / best
  steps.fill(0)
  for (let at = 0; at < names.length; at++) steps[Math.floor(shares[at]! * stepsToOne)]!++
  let count = 0
  let last = steps.length
  while (last > 0 && count < few) {
    const here = steps[--last]!
    steps[last] = count
    count += here
  }
  const first = new Array<number>(count).fill(0)
  for (let at = 0; at < names.length; at++) {
    const step = Math.floor(shares[at]! * stepsToOne)
    if (step >= last) first[steps[step]!++] = at
  }
  const isBefore = (a: number, b: number): boolean =>
    shares[a]! > shares[b]! || (shares[a] === shares[b] && names[a]! < names[b]!)
  for (let i = 1; i < count; i++) {
    const at = first[i]!
    let to = i
    for (; to > 0 && isBefore(at, first[to - 1]!); to--) first[to] = first[to - 1]!
    first[to] = at
  }
  return first.slice(0, few)
}
