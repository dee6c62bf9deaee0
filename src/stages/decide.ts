import { OUTCOMES, type Outcome } from '../determination.ts'
import { all, any, not, type Verdict } from '../logic/verdict.ts'

/** What the stages find about one item, each part as far as the decision table reads it. */
export interface Evidence {
  /** Is the item subject to the EAR? */
  readonly subject: () => Verdict
  /** Is no item sent at all? */
  readonly withoutItem: () => Verdict
  /** Whether each prohibition applies and no general license lifts it. */
  readonly prohibitions: () => readonly Verdict[]
  /** Prohibitions that bind only what needs no license. */
  readonly withoutLicense: () => readonly Verdict[]
  readonly requirements: () => readonly RequirementEvidence[]
  /** Open red flags and unsettled law; they hold also what is not subject to the EAR. */
  readonly holds: () => readonly Verdict[]
}

export interface RequirementEvidence {
  readonly applies: Verdict
  /** True where it binds also what is not subject to the EAR. */
  readonly regardless?: boolean
  /** Does an exception that is not barred lift it? */
  readonly lifted: () => Verdict
  /** False where only recollected text (confidence C) lifts it, which may never clear a case alone. */
  readonly liftedSurely: () => boolean
}

/** Is a license still required by this provision, exceptions counted? */
export function open(
  subject: Verdict,
  requirement: Omit<RequirementEvidence, 'liftedSurely'>,
): Verdict {
  const bound = binds(subject, requirement)
  return bound === 'no' ? 'no' : all([bound, not(requirement.lifted())])
}

/** Does a requirement bind the item, exceptions left aside? */
const binds = (
  subject: Verdict,
  { applies, regardless }: Pick<RequirementEvidence, 'applies' | 'regardless'>,
): Verdict => (regardless === true ? applies : all([subject, applies]))

/** The decision table: the first row that fits. */
export function decide(evidence: Evidence): Outcome {
  // 1  A prohibition applies.
  const prohibited = any(evidence.prohibitions())
  if (prohibited === 'yes') return 'prohibited'
  // 2  A requirement applies and nothing lifts it; an unrelated unknown does not hide it.
  const subject = evidence.subject()
  const requirements = evidence.requirements()
  const required = requiredBy(requirements, subject)
  if (required === 'yes') return 'license-required'
  // 3  A missing fact could still require a license, prohibit the deal, or hold it.
  if (prohibited === 'unknown' || required === 'unknown') return 'needs-facts'
  // No license is required, so that what binds without one prohibits the deal too.
  const prohibitedWithout = any(evidence.withoutLicense())
  if (prohibitedWithout === 'yes') return 'prohibited'
  if (prohibitedWithout === 'unknown') return 'needs-facts'
  const held = any(evidence.holds())
  if (held === 'unknown') return 'needs-facts'
  // An exception that covers a requirement which only may apply is relied on all the same.
  const lifted = requirements.filter(
    (requirement) => requirement.lifted() === 'yes' && binds(subject, requirement) !== 'no',
  )
  // 4  A red flag is open, or the law itself is unsettled.
  if (held === 'yes' || lifted.some(({ liftedSurely }) => !liftedSurely())) return 'needs-review'
  // 5  Requirements apply or may apply, and an exception lifts each of them.
  if (lifted.length > 0) return 'permitted-with-conditions'
  // 6  The EAR do not reach the item; where none is sent, there is no item to say so of.
  if (subject === 'no' && evidence.withoutItem() !== 'yes') return 'not-subject'
  // 7  Nothing that was tested requires a license.
  return 'no-license-required'
}

/** Is a license required that nothing lifts? */
function requiredBy(requirements: readonly RequirementEvidence[], subject: Verdict): Verdict {
  let required: Verdict = 'no'
  for (const requirement of requirements) {
    // What only may apply can say no more than that the answer is open.
    if (required === 'unknown' && requirement.applies === 'unknown') continue
    const verdict = open(subject, requirement)
    if (verdict === 'yes') return 'yes'
    if (verdict === 'unknown') required = 'unknown'
  }
  return required
}

/** The strictest of several outcomes, as the contract orders them. */
export function strictest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((a, b) => (OUTCOMES.indexOf(b) > OUTCOMES.indexOf(a) ? b : a))
}
