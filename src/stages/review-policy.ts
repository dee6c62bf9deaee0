import {
  REVIEW_POLICIES,
  type Finding,
  type Outcome,
  type PolicyOption,
  type Posture,
  type ReviewPolicy,
} from '../determination.ts'
import { asks } from '../logic/asks.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { verdictIn, type Tests } from './test.ts'

export interface Review {
  /** The strictest policy that applies or may still apply; null where none is published. */
  readonly policy: ReviewPolicy | null
  readonly settled: boolean
  readonly options: readonly PolicyOption[]
}

/**
 * The policy under which BIS would review an application for the requirements that nothing lifts: the
 * strictest that applies. One that a missing fact keeps open counts, and leaves the policy unsettled.
 */
export function reviewPolicy(
  law: Law,
  tested: Tests,
  outcome: Outcome,
  findings: readonly Finding[],
  posture: Posture,
): Review {
  if (outcome !== 'license-required') return { policy: null, settled: true, options: [] }
  const unlifted = new Set(
    findings
      .filter(({ verdict, liftedBy }) => verdict === 'yes' && liftedBy.length === 0)
      .map(({ id }) => id),
  )
  const requirements = law.by.requirement.filter(({ provision }) => unlifted.has(provision.id))
  const policies = [
    ...new Set(requirements.flatMap((requirement) => law.policies.get(requirement) ?? [])),
  ]
    .map((active) => ({ active, verdict: verdictIn(tested, active, posture) }))
    .filter(({ verdict, active }) => verdict !== 'no' && active.text.policy !== undefined)
  const strictness = ({ active }: { active: Active }): number =>
    REVIEW_POLICIES.indexOf(active.text.policy!)
  const ordered = policies.sort((a, b) => strictness(b) - strictness(a))
  const strictest = ordered[0]
  const options = ordered.map(({ active, verdict }) => ({
    policy: active.text.policy!,
    provision: active.provision.id,
    citation: active.provision.law,
    questions:
      verdict === 'unknown' ? asks(tested.proof(active, posture)).map(({ path }) => path) : [],
  }))
  return {
    policy: strictest?.active.text.policy ?? null,
    settled: strictest === undefined || strictest.verdict === 'yes',
    options,
  }
}
