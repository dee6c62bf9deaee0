import type { Outcome, Posture } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Law } from '../rules/on-day.ts'
import { contradiction } from './classify.ts'
import { decide, strictest } from './decide.ts'
import { testsOf, verdictIn } from './test.ts'
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
  const tests = testsOf(law, facts)
  const claims = (): Verdict[] => [
    contradiction(law, tests.codified, claimed).verdict,
    conflicts.length + partyConflicts.length > 0 ? 'yes' : 'no',
  ]
  const verdictOf: VerdictOf = (active, under) => verdictIn(tests, active, under)
  return decide(evidence(law, verdictOf, posture, claims))
}
