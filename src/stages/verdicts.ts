import type { Posture } from '../determination.ts'
import { all, any, not, type Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import type { Evidence } from './decide.ts'

/** The verdict of a provision under a posture: what the text says, or what the agency applies. */
export type VerdictOf = (active: Active, posture: Posture) => Verdict

/**
 * Sorts the verdicts of a day's law for the decision table, under one of the two postures. `claims` are
 * contradictions of the case with itself or the catalogue, which hold the answer too.
 */
export function evidence(
  law: Law,
  verdictOf: VerdictOf,
  posture: Posture,
  claims: readonly Verdict[] = [],
): Evidence {
  const lifting = new Map<Active, Verdict>()
  const lift = (exception: Active): Verdict => {
    const known = lifting.get(exception) ?? liftedBy(law, exception, verdictOf, posture)
    lifting.set(exception, known)
    return known
  }
  const holds: Verdict[] = [...claims]
  const requirements: Evidence['requirements'][number][] = []
  for (const requirement of law.by.requirement) {
    const applies = verdictOf(requirement, posture)
    if (applies === 'no') continue
    if (isUnverified(requirement, posture)) {
      holds.push(applies)
      continue
    }
    const lifters = law.lifters.get(requirement) ?? []
    const lifts = lifters.map((exception) => ({ exception, verdict: lift(exception) }))
    requirements.push({
      applies,
      regardless: requirement.provision.regardlessOfSubject,
      lifted: any(lifts.map(({ verdict }) => verdict)),
      liftedSurely: lifts.some(
        ({ exception, verdict }) =>
          verdict === 'yes' && !isRecollected(exception) && !isUnverified(exception, posture),
      ),
    })
  }
  for (const flag of law.by['red-flag']) holds.push(verdictOf(flag, posture))
  for (const unsettled of law.by.unsettled) holds.push(verdictOf(unsettled, posture))
  const exclusions = law.by.exclusion.map((exclusion) => ({
    exclusion,
    verdict: verdictOf(exclusion, posture),
  }))
  // What is only recollected may hold the answer, and never takes an item out of the EAR.
  for (const { exclusion, verdict } of exclusions) if (isRecollected(exclusion)) holds.push(verdict)
  return {
    subject: subjectOf(law, verdictOf, posture),
    prohibitions: law.by.prohibition.map((prohibition) => verdictOf(prohibition, posture)),
    requirements,
    holds,
  }
}

/** Is an item subject to the EAR: on some basis of 734.3(a), and by no exclusion of 734.3(b)? */
export function subjectOf(law: Law, verdictOf: VerdictOf, posture: Posture): Verdict {
  const bases = law.by.jurisdiction.map((basis) => verdictOf(basis, posture))
  const exclusions = law.by.exclusion
    .filter((exclusion) => !isRecollected(exclusion))
    .map((exclusion) => verdictOf(exclusion, posture))
  return all([any(bases), not(any(exclusions))])
}

/** Text that nobody has read lately may never clear a case by itself. */
export const isRecollected = ({ text }: Active): boolean => text.confidence === 'C'

/** Does an exception apply, and does no bar close it? */
export function liftedBy(
  law: Law,
  exception: Active,
  verdictOf: VerdictOf,
  posture: Posture,
): Verdict {
  const bars = law.bars.get(exception) ?? []
  return all([verdictOf(exception, posture), not(any(bars.map((bar) => verdictOf(bar, posture))))])
}

/** Law that may or may not be in force holds the answer instead of giving it, unless the text alone is asked for. */
export const isUnverified = (active: Active, posture: Posture): boolean =>
  posture === 'enforced' && active.enforced === 'unverified'
