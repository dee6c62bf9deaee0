import { contextOf, type CheckOptions } from '../check.ts'
import type { Outcome } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import { dealItems, type DealItem } from '../facts/deal.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { decide, open, strictest, type Evidence } from '../stages/decide.ts'
import { evidence, type VerdictOf } from '../stages/verdicts.ts'

/** How a case is tried out. */
export type Trial = Pick<CheckOptions, 'posture' | 'profiles'>

/** Where a case stands, without proofs: fast enough to try many answers. */
export interface Standing {
  readonly outcome: Outcome
  /** How many provisions a missing fact keeps open, over all items. */
  readonly open: number
  /** How many provisions stand against it: prohibitions, requirements that nothing lifts, holds. */
  readonly against: number
}

/**
 * The outcome of a case by its compiled conditions. Claims that the computation contradicts are left out:
 * no answer to a question makes or mends one.
 */
export function standing(engine: Engine, law: Law, input: Case, trial: Trial): Standing {
  const items = dealItems(input, contextOf(engine, law, trial)).map((deal) =>
    evidenceOf(law, deal, trial),
  )
  return {
    outcome: strictest(items.map(decide)),
    open: items.reduce((sum, item) => sum + standingAt('unknown', item), 0),
    against: items.reduce((sum, item) => sum + standingAt('yes', item), 0),
  }
}

function evidenceOf(law: Law, deal: DealItem, { posture }: Trial): Evidence {
  const known = new Map<Active, Verdict>()
  const verdictOf: VerdictOf = (active) => {
    const verdict =
      known.get(active) ?? (posture === 'text' ? active.codified : active.applied)(deal.facts)
    known.set(active, verdict)
    return verdict
  }
  return evidence(law, verdictOf, posture)
}

function standingAt(
  wanted: Verdict,
  { prohibitions, requirements, holds, ...item }: Evidence,
): number {
  const subject = item.subject()
  const always = [...prohibitions(), ...holds()]
  const required = requirements().map((requirement) => open('yes', requirement))
  const verdicts = subject === 'no' ? always : [...always, ...required]
  const own = subject === 'unknown' && wanted === 'unknown' ? 1 : 0
  return verdicts.filter((verdict) => verdict === wanted).length + own
}
