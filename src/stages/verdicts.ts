import type { Posture } from '../determination.ts'
import { all, any, not, type Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import type { Evidence, RequirementEvidence } from './decide.ts'

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
  claims: () => readonly Verdict[] = () => [],
): Evidence {
  let standing: Lifting[] | undefined
  const liftings = (): Lifting[] => (standing ??= liftingsOf(law, verdictOf, posture))
  const verdicts = (actives: readonly Active[]): Verdict[] =>
    actives.map((active) => verdictOf(active, posture))
  return {
    subject: () => subjectOf(law, verdictOf, posture),
    withoutItem: () => any(verdicts(law.by.exclusion.filter(isWithoutItem))),
    prohibitions: () =>
      law.by.prohibition
        .filter((one) => !bindsWithoutLicense(one))
        .map((one) => unlifted(law, one, verdictOf, posture)),
    withoutLicense: () => verdicts(law.by.prohibition.filter(bindsWithoutLicense)),
    requirements: () => {
      const found: RequirementEvidence[] = []
      for (const requirement of law.by.requirement) {
        if (isUnverified(requirement, posture)) continue
        const applies = verdictOf(requirement, posture)
        if (applies !== 'no')
          found.push(requirementOf(law, requirement, applies, liftings, posture))
      }
      // What a general license authorizes is used on its conditions, as an exception is.
      for (const prohibition of law.by.prohibition) {
        const applies = verdictOf(prohibition, posture)
        if (applies === 'no' || unlifted(law, prohibition, verdictOf, posture) !== 'no') continue
        found.push({
          ...requirementOf(law, prohibition, applies, liftings, posture),
          regardless: true,
        })
      }
      return found
    },
    holds: () => {
      const subject = subjectOf(law, verdictOf, posture)
      const unverified = law.by.requirement.filter((one) => isUnverified(one, posture))
      return [
        ...claims(),
        ...unverified.map((one) => bindingOn(subject, one, verdictOf(one, posture))),
        ...verdicts(holding(law)),
      ]
    },
  }
}

const isWithoutItem = ({ provision }: Active): boolean => provision.withoutItem === true

const bindsWithoutLicense = ({ provision }: Active): boolean => provision.withoutLicense === true

/** An exception that is open to an item or may be, with which of the two. */
interface Lifting {
  readonly exception: Active
  readonly verdict: Verdict
}

function liftingsOf(law: Law, verdictOf: VerdictOf, posture: Posture): Lifting[] {
  const found: Lifting[] = []
  for (const exception of law.by.exception) {
    const verdict = liftedBy(law, exception, verdictOf, posture)
    if (verdict !== 'no') found.push({ exception, verdict })
  }
  return found
}

function requirementOf(
  law: Law,
  requirement: Active,
  applies: Verdict,
  liftings: () => readonly Lifting[],
  posture: Posture,
): RequirementEvidence {
  const lifting = (): readonly Lifting[] => {
    const lifters = law.lifters.get(requirement) ?? []
    return liftings().filter(({ exception }) => lifters.includes(exception))
  }
  return {
    applies,
    regardless: requirement.provision.regardlessOfSubject,
    lifted: () => any(lifting().map(({ verdict }) => verdict)),
    liftedSurely: () =>
      lifting().some(
        ({ exception, verdict }) =>
          verdict === 'yes' && !isRecollected(exception) && !isUnverified(exception, posture),
      ),
  }
}

/**
 * What may hold an answer beside requirements that nobody could verify: red flags and unsettled law. What is
 * only recollected may hold it too, and never takes an item out of the EAR.
 */
const holding = ({ by }: Law): Active[] => [
  ...by['red-flag'],
  ...by.unsettled,
  ...by.exclusion.filter(isRecollected),
]

/** What nobody could verify holds no more than it would bind. */
const bindingOn = (subject: Verdict, { provision }: Active, applies: Verdict): Verdict =>
  provision.regardlessOfSubject ? applies : all([subject, applies])

/** Is an item subject to the EAR: on some basis of 734.3(a), and by no exclusion of 734.3(b)? */
export function subjectOf(law: Law, verdictOf: VerdictOf, posture: Posture): Verdict {
  const bases = any(law.by.jurisdiction.map((basis) => verdictOf(basis, posture)))
  if (bases === 'no') return 'no'
  const exclusions = law.by.exclusion
    .filter((exclusion) => !isRecollected(exclusion))
    .map((exclusion) => verdictOf(exclusion, posture))
  return all([bases, not(any(exclusions))])
}

/** Text that nobody has read lately may never clear a case by itself. */
export const isRecollected = ({ text }: Active): boolean => text.confidence === 'C'

/** Does a requirement or a prohibition apply, and does nothing lift it? */
export function unlifted(
  law: Law,
  active: Active,
  verdictOf: VerdictOf,
  posture: Posture,
): Verdict {
  const applies = verdictOf(active, posture)
  const lifters = law.lifters.get(active) ?? []
  if (applies === 'no' || lifters.length === 0) return applies
  return all([applies, not(any(lifters.map((one) => liftedBy(law, one, verdictOf, posture))))])
}

/** Does an exception apply, and does no bar close it? */
export function liftedBy(
  law: Law,
  exception: Active,
  verdictOf: VerdictOf,
  posture: Posture,
): Verdict {
  const open = verdictOf(exception, posture)
  if (open === 'no') return 'no'
  const bars = law.bars.get(exception) ?? []
  return all([open, not(any(bars.map((bar) => verdictOf(bar, posture))))])
}

/** Law that may or may not be in force holds the answer instead of giving it, unless the text alone is asked for. */
export const isUnverified = (active: Active, posture: Posture): boolean =>
  posture === 'enforced' && active.enforced === 'unverified'
