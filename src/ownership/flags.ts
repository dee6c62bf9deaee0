import type { Verdict } from '../logic/verdict.ts'
import type { Counted } from './counted.ts'
import type { Operator } from './operator.ts'
import type { Register } from './register.ts'
import { circlesIn } from './upstream.ts'

/** A question that the ownership raises. It stays open until somebody resolves it with evidence. */
export interface Flag {
  readonly kind: 'unknown-share' | 'minority-share' | 'circle'
  readonly text: string
  readonly citation: string
  /** Ids of those whom it is about, in order. */
  readonly about: readonly string[]
}

/**
 * The flags of an answer. A share that cannot be settled, or that somebody holds who was not
 * screened, is a duty to find out (Red Flag 29 of supplement no. 3 to part 732 under the Affiliates
 * Rule). Owners that count but stay below the line remain a sign of diversion. Companies that hold
 * each other are shown, because the law does not say how to count them.
 */
export function flagsOf(
  register: Register,
  counted: Counted,
  operator: Operator,
  upstream: readonly string[],
  verdict: Verdict,
): Flag[] {
  if (verdict === 'yes') return []
  const owners = upstream.slice(0, -1)
  const open = owners.filter((id) => counted.counts(id) === 'unknown')
  const holding = owners.filter((id) => counted.counts(id) === 'yes')
  const circles = circlesIn(register, upstream)
  const names = (ids: readonly string[]): string =>
    ids.map((id) => register.entity(id).name).join(', ')
  const { unknownShare } = operator
  const flags: Flag[] = []
  if (verdict === 'unknown' || open.length > 0) {
    const about = open.length > 0 ? open : upstream.slice(-1)
    flags.push({ kind: 'unknown-share', about: about.toSorted(), ...unknownShare })
  }
  if (holding.length > 0) {
    const text = `Owners that are ${operator.counted} hold a share: ${names(holding.toSorted())}`
    const { citation } = unknownShare
    flags.push({ kind: 'minority-share', about: holding.toSorted(), text, citation })
  }
  if (circles.length > 0 && open.length + holding.length > 0) {
    const text = `Companies hold shares in their own owners: ${names(circles.toSorted())}`
    flags.push({ kind: 'circle', about: circles.toSorted(), text, citation: operator.citation })
  }
  return flags
}
