import type { Value } from '../logic/facts.ts'
import type { OwnerInput } from './case.ts'
import { isBoxed } from './fact-schema.ts'
import { rangeOf } from './known.ts'

/**
 * Percent of a party held in aggregate by direct owners of a kind: at least what such owners are known
 * to hold, at most all that nobody else is known to hold. An unknown share never clears.
 * 15 CFR 744.11(a)(1) sums the direct holdings of all listed owners.
 */
export function heldBy(
  owners: readonly OwnerInput[],
  judge: (owner: OwnerInput) => boolean | undefined,
): Value {
  let held = 0
  let heldByOthers = 0
  for (const owner of owners) {
    const { low } = bounds(owner.share)
    if (judge(owner) === true) held += low
    else if (judge(owner) === false) heldByOthers += low
  }
  return rangeOf(Math.min(100, held), Math.max(Math.min(100, held), 100 - heldByOthers))
}

function bounds(raw: unknown): { low: number; high: number } {
  const share = isBoxed(raw) ? raw.value : raw
  if (typeof share === 'number') return { low: share, high: share }
  if (Array.isArray(share)) return { low: share[0] as number, high: share[1] as number }
  return { low: 0, high: 100 }
}

const LISTED = ['entity-list', 'meu-list', 'sdn-744.8', 'sdn']

/** The list whose ownership counts for OFAC; `sdn-744.8` is part of it. */
export const BLOCKED = ['sdn']

/** Whether an owner is on a list whose ownership counts; undefined where it was not screened. */
export function isListed(
  owner: OwnerInput,
  counted: readonly string[] = LISTED,
): boolean | undefined {
  const lists = isBoxed(owner.lists) ? owner.lists.value : owner.lists
  if (!Array.isArray(lists)) return undefined
  return lists.some((name) => counted.some((listed) => String(name).startsWith(listed)))
}
