import type { Range } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import { circleReader } from './circle.ts'
import type { Operator } from './operator.ts'
import { unitsOf, WHOLE } from './percent.ts'
import type { Register } from './register.ts'

/** Who counts as an owner under one operator, by itself or through its own owners. */
export interface Counted {
  /** `unknown` where it may count: not screened, or enough of its owners may count. */
  readonly counts: (id: string) => Verdict
  /** What owners that count hold together: at least and at most, in units. */
  readonly heldBy: (held: string) => Range
  /** Whether a holding of that size reaches the line. */
  readonly reaches: (held: Range) => Verdict
}

/**
 * Lets ownership flow down. An owner that itself reaches the line counts with its whole share, one
 * that does not passes nothing on: percents are never multiplied (supplement no. 8 to part 744,
 * after OFAC's method). Whoever counts must be reached from a party that counts by itself, or from
 * owners that may: companies that only hold each other never make one another count (`circle.ts`).
 */
export function countedOwners(register: Register, operator: Operator): Counted {
  const line = unitsOf(operator.line.percent)
  const meets = (units: number): boolean =>
    operator.line.test === 'at_least' ? units >= line.low : units > line.low
  const least = (held: string, among: ReadonlySet<string>): number => {
    let sum = 0
    for (const { holder, low } of register.owners(held)) if (among.has(holder)) sum += low
    return Math.min(WHOLE, sum)
  }
  const inCircle = circleReader(register)
  const most = (held: string, among: ReadonlySet<string>): number => {
    if (register.isContradictory(held)) return WHOLE
    let named = 0
    let others = 0
    for (const { holder, low, high } of register.owners(held)) {
      if (among.has(holder)) named += high
      else others += low
    }
    const direct = register.isOpen(held) ? WHOLE - others : Math.min(WHOLE - others, named)
    return Math.max(direct, inCircle(held, among))
  }

  const byItself = new Map(register.ids.map((id) => [id, operator.counts(register.entity(id))]))
  const certain = leastFixpoint(register, (id, among) => {
    return byItself.get(id) === 'yes' || meets(least(id, among))
  })
  const possible = leastFixpoint(register, (id, among) => {
    return byItself.get(id) !== 'no' || meets(most(id, among))
  })
  return {
    counts: (id) => (certain.has(id) ? 'yes' : possible.has(id) ? 'unknown' : 'no'),
    heldBy: (held) => ({ low: least(held, certain), high: most(held, possible) }),
    reaches: ({ low, high }) => (meets(low) ? 'yes' : meets(high) ? 'unknown' : 'no'),
  }
}

/** The smallest set that holds everybody who joins it. Ends: a member never leaves. */
function leastFixpoint(
  register: Register,
  joins: (id: string, among: ReadonlySet<string>) => boolean,
): Set<string> {
  const members = new Set<string>()
  const queue = [...register.ids]
  for (const id of queue) {
    if (members.has(id) || !joins(id, members)) continue
    members.add(id)
    queue.push(...register.holds(id))
  }
  return members
}
