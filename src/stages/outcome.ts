import type { Outcome, Posture } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import type { Law } from '../rules/on-day.ts'
import { contradiction } from './classify.ts'
import { decide, strictest } from './decide.ts'
import { evidence, type VerdictOf } from './verdicts.ts'

/**
 * The outcome of a deal without its proof, for the many: the compiled conditions in place of the
 * proofs, the same decision table. A property test holds it equal to `check`.
 */
export function outcomeOf(law: Law, deals: readonly DealItem[], posture: Posture): Outcome {
  return strictest(deals.map((deal) => itemOutcome(law, deal, posture)))
}

function itemOutcome(
  law: Law,
  { facts, conflicts, partyConflicts, claimed }: DealItem,
  posture: Posture,
): Outcome {
  const candidates = law.candidates(facts)
  const verdictOf: VerdictOf = (active, under) => {
    if (candidates[active.number] === 0) return 'no'
    return under === 'text' ? active.codified(facts) : active.applied(facts)
  }
  const claim = contradiction(law, (active) => verdictOf(active, 'text'), claimed).verdict
  const contradicts = conflicts.length + partyConflicts.length > 0 ? 'yes' : 'no'
  return decide(evidence(law, verdictOf, posture, [claim, contradicts]))
}
