import type { Range } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import { arithmeticOf } from './arithmetic.ts'
import { countedOwners, type Counted } from './counted.ts'
import { flagsOf, type Flag } from './flags.ts'
import type { Entity, OwnershipGraph, Step } from './graph.ts'
import { issuesOf, type Issue } from './issues.ts'
import type { Operator } from './operator.ts'
import { percentRange, WHOLE } from './percent.ts'
import { registerOn, unnamedShare, type Register } from './register.ts'
import { mostRestrictive, ownersThatCount } from './restrictions.ts'
import { upstreamOf } from './upstream.ts'

/** Whether a company is owned up to the line of an operator, with the proof. */
export interface Ownership {
  readonly operator: string
  readonly citation: string
  readonly verdict: Verdict
  /** Percent that owners who count hold directly, in aggregate: at least and at most. */
  readonly percent: Range
  /** Percent of the company of which it is not settled whether the owner counts. */
  readonly unknownShare: Range
  /** The holdings above the company whose holder counts or may count, the furthest first. */
  readonly path: readonly Step[]
  readonly arithmetic: readonly string[]
  /** Where the verdict is yes: the owners whose restrictions come down. */
  readonly owners: readonly Entity[]
  readonly mostRestrictiveOwner: Entity | undefined
  readonly flags: readonly Flag[]
  readonly issues: readonly Issue[]
}

/**
 * Adds up the ownership of a company under one operator, as of an ISO date. `no` only where every
 * owner that could bring it to the line is known not to count; an unknown share, an owner that was
 * not screened or whose own owners are unknown, and contradictory shares leave it `unknown`. A
 * company that counts by itself is not `yes` for that: the answer is about its owners.
 */
export function ownershipOf(
  graph: OwnershipGraph,
  subject: string,
  asOf: string,
  operator: Operator,
): Ownership {
  const register = registerOn(graph, asOf)
  const counted = countedOwners(register, operator)
  const upstream = upstreamOf(register, subject)
  const held = counted.heldBy(subject)
  const verdict = counted.reaches(held)
  const owners = verdict === 'yes' ? ownersThatCount(register, counted, operator, subject) : []
  const issues = issuesOf(graph, asOf)
  if (!register.ids.includes(subject)) {
    const text = `There is no entity ${subject}`
    issues.push({ kind: 'unknown-entity', entity: subject, text })
  }
  return {
    operator: operator.id,
    citation: operator.citation,
    verdict,
    percent: percentRange(held),
    unknownShare: percentRange(unsettled(register, counted, subject)),
    path: pathOf(register, counted, operator, upstream),
    arithmetic: arithmeticOf(register, counted, operator, upstream),
    owners,
    mostRestrictiveOwner: mostRestrictive(operator, owners),
    flags: flagsOf(register, counted, operator, upstream, verdict),
    issues,
  }
}

function unsettled(register: Register, counted: Counted, subject: string): Range {
  let low = 0
  let high = 0
  let settled = 0
  for (const share of register.owners(subject)) {
    if (counted.counts(share.holder) === 'unknown') {
      low += share.low
      high += share.high
    } else {
      settled += share.low
    }
  }
  if (register.isOpen(subject)) {
    low += unnamedShare(register, subject).low
    high = WHOLE
  }
  const most = Math.max(0, Math.min(high, WHOLE - settled))
  return { low: Math.min(low, most), high: most }
}

function pathOf(
  register: Register,
  counted: Counted,
  operator: Operator,
  upstream: readonly string[],
): Step[] {
  return upstream.flatMap((held) =>
    register.owners(held).flatMap((share): Step[] => {
      const { holder, source } = share
      const counts = counted.counts(holder)
      if (counts === 'no') return []
      const byItself = operator.counts(register.entity(holder))
      const known = byItself === 'yes' ? 'listed' : 'owned'
      const because =
        counts === 'yes' ? known : byItself === 'unknown' ? 'not-screened' : 'owners-unknown'
      const step = { holder, held, percent: percentRange(share), counts, because } as const
      return [source === undefined ? step : { ...step, source }]
    }),
  )
}
