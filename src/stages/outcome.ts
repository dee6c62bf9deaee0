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
  { facts, conflicts, claimed }: DealItem,
  posture: Posture,
): Outcome {
  const verdictOf: VerdictOf = (active, under) =>
    under === 'text' ? active.codified(facts) : active.applied(facts)
  const claim = contradiction(law, (active) => active.codified(facts), claimed).verdict
  return decide(evidence(law, verdictOf, posture, [claim, conflicts.length > 0 ? 'yes' : 'no']))
}
