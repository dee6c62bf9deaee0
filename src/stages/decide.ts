import { OUTCOMES, type Outcome } from '../determination.ts'
import { all, any, not, type Verdict } from '../logic/verdict.ts'

/** What the stages found about one item, sorted for the decision. */
export interface Evidence {
  /** Is the item subject to the EAR? */
  readonly subject: Verdict
  readonly prohibitions: readonly Verdict[]
  readonly requirements: readonly RequirementEvidence[]
  /** Open red flags and unsettled law; they hold also what is not subject to the EAR. */
  readonly holds: readonly Verdict[]
}

export interface RequirementEvidence {
  readonly applies: Verdict
  /** True where it binds also what is not subject to the EAR. */
  readonly regardless?: boolean
  /** Does an exception that is not barred lift it? */
  readonly lifted: Verdict
  /** False where only recollected text (confidence C) lifts it, which may never clear a case alone. */
  readonly liftedSurely: boolean
}

/** Is a license still required by this provision, exceptions counted? */
export function open(
  subject: Verdict,
  { applies, regardless, lifted }: RequirementEvidence,
): Verdict {
  return all([regardless === true ? 'yes' : subject, applies, not(lifted)])
}

/** The decision table: the first row that fits. */
export function decide({ subject, prohibitions, requirements, holds }: Evidence): Outcome {
  const prohibited = any(prohibitions)
  const required = any(requirements.map((requirement) => open(subject, requirement)))
  const held = any(holds)
  // An exception that covers a requirement which only may apply is relied on all the same.
  const lifted = requirements.filter(
    ({ applies, regardless, lifted: by }) =>
      by === 'yes' && all([regardless === true ? 'yes' : subject, applies]) !== 'no',
  )

  // 1  A prohibition applies.
  if (prohibited === 'yes') return 'prohibited'
  // 2  A requirement applies and nothing lifts it; an unrelated unknown does not hide it.
  if (required === 'yes') return 'license-required'
  // 3  A missing fact could still require a license, prohibit the deal, or hold it.
  if (prohibited === 'unknown' || required === 'unknown' || held === 'unknown') return 'needs-facts'
  // 4  A red flag is open, or the law itself is unsettled.
  if (held === 'yes' || lifted.some(({ liftedSurely }) => !liftedSurely)) return 'needs-review'
  // 5  Requirements apply or may apply, and an exception lifts each of them.
  if (lifted.length > 0) return 'permitted-with-conditions'
  // 6  The EAR do not reach the item.
  if (subject === 'no') return 'not-subject'
  // 7  Nothing that was tested requires a license.
  return 'no-license-required'
}

/** The strictest of several outcomes, as the contract orders them. */
export function strictest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((a, b) => (OUTCOMES.indexOf(b) > OUTCOMES.indexOf(a) ? b : a))
}
