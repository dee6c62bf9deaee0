import { bounds, type Quantity } from '../derive/measured.ts'
import { stricter } from '../facts/ownership.ts'
import type { CaseOwners } from '../facts/ownership-graph.ts'
import type { Range, Value } from '../logic/facts.ts'
import type { Context } from '../facts/context.ts'
import { ownershipOf } from '../ownership/ownership.ts'

/** What owners from countries of concern hold of a member, at least and at most, with the sums behind it. */
export interface ConcernOwnership {
  readonly percent: Value | undefined
  /** Whether any of them holds anything of it, directly or above its owners. */
  readonly stake: boolean | undefined
  readonly arithmetic: readonly string[]
  readonly flags: readonly string[]
}

/**
 * Adds up what persons and entities from countries of concern hold of a member, as the Affiliates Rule
 * adds up listed owners: whoever is owned by 50 percent or more passes its whole share on. The call does
 * not say how; the line that decides stands in the rules.
 */
export function concernOwnership(
  { graph, subjects }: CaseOwners,
  party: number,
  stated: Value | undefined,
  { operators, day }: Context,
): ConcernOwnership {
  const subject = subjects[party]
  const operator = operators.find(({ of }) => of === 'member')
  if (subject === undefined || operator === undefined)
    return { percent: stated, stake: stakeIn(stated), arithmetic: [], flags: [] }
  const found = ownershipOf(graph, subject, day, operator)
  const holds = (counts: 'yes' | 'unknown'): boolean =>
    found.path.some((step) => step.counts === counts && step.percent.high > 0)
  const isOpen = holds('unknown') || found.unknownShare.high > 0
  return {
    percent: stricter(stated, found.percent),
    // What does not come down to the member by the sum is a stake in it all the same.
    stake: holds('yes') || stakeIn(stated) === true ? true : isOpen ? undefined : false,
    arithmetic: found.arithmetic,
    flags: [...found.flags, ...found.issues].map(({ text }) => text),
  }
}

/** What a percentage that is stated says of a stake. */
export function stakeIn(percent: Value | undefined): boolean | undefined {
  const { low, high } = percent === undefined ? { low: 0, high: 100 } : bounds(percent as Quantity)
  return low > 0 ? true : high > 0 ? undefined : false
}

/** Percent at least and at most, for the result; null where nothing is known of it. */
export const rangeOf = (percent: Value | undefined): Range | null =>
  percent === undefined ? null : bounds(percent as Quantity)
