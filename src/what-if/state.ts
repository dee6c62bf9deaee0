import type { Posture } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import { any, type Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { open } from '../stages/decide.ts'
import { liftedBy, type VerdictOf } from '../stages/verdicts.ts'

/**
 * Whether a provision bites on an item once everything that closes or lifts it is counted: a requirement
 * that no exception lifts, an exception that no bar closes, any other provision that applies.
 */
export function stateOf(law: Law, active: Active, deal: DealItem, posture: Posture): Verdict {
  const verdictOf: VerdictOf = (other) =>
    (posture === 'text' ? other.codified : other.applied)(deal.facts)
  switch (active.provision.kind) {
    case 'requirement':
    case 'prohibition': {
      const lifts = (law.lifters.get(active) ?? []).map((exception) =>
        liftedBy(law, exception, verdictOf, posture),
      )
      return open('yes', {
        applies: verdictOf(active, posture),
        lifted: () => any(lifts),
      })
    }
    case 'exception':
      return liftedBy(law, active, verdictOf, posture)
    default:
      return verdictOf(active, posture)
  }
}

/** A provision with those that lift it and those that close it. */
export function around(law: Law, active: Active): Active[] {
  const exceptions =
    active.provision.kind === 'exception' ? [active] : (law.lifters.get(active) ?? [])
  return [
    active,
    ...exceptions,
    ...exceptions.flatMap((exception) => law.bars.get(exception) ?? []),
  ]
}
