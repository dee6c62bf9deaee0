import type { ExceptionResult, Posture } from '../determination.ts'
import { deciding } from '../explain/deciding.ts'
import type { Proof } from '../logic/prove.ts'
import type { Law } from '../rules/on-day.ts'
import { verdictIn, type Tests } from './test.ts'
import { liftedBy } from './verdicts.ts'

/**
 * The exceptions that could lift a requirement which applies or may apply, with each condition met,
 * failed or open. A bar that closes an exception counts as a failed condition.
 */
export function exceptionResults(
  law: Law,
  tested: Tests,
  posture: Posture,
  item: number,
  sayCondition: (proof: Proof) => string,
): ExceptionResult[] {
  const requirements = law.by.requirement.filter(
    (active) => verdictIn(tested.get(active)!, posture) !== 'no',
  )
  return law.by.exception.flatMap((exception) => {
    const lifts = requirements.filter((requirement) =>
      law.lifters.get(requirement)?.includes(exception),
    )
    if (lifts.length === 0) return []
    const { proof } = tested.get(exception)!
    const bars = (law.bars.get(exception) ?? []).map((bar) => ({
      bar,
      verdict: verdictIn(tested.get(bar)!, posture),
    }))
    const barredBy = bars
      .filter(({ verdict }) => verdict === 'yes')
      .map(({ bar }) => bar.provision.law)
    const maybeBarredBy = bars
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ bar }) => bar.provision.law)
    const conditions = proof.claim.kind === 'all' ? proof.because : [proof]
    const having = (verdict: Proof['verdict']): string[] =>
      conditions
        .filter((condition) => condition.verdict === verdict)
        .map((condition) => condition.cite ?? sayCondition(condition))
    const notApplied = exception.enforced === 'not' && posture === 'enforced'
    return [
      {
        id: exception.provision.id,
        title: exception.provision.title,
        citation: exception.provision.law,
        source: exception.text.source,
        status: exception.status,
        verdict: liftedBy(
          law,
          exception,
          (active) => verdictIn(tested.get(active)!, posture),
          posture,
        ),
        item,
        lifts: lifts.map(({ provision }) => provision.id),
        met: having('yes'),
        failed: [...having('no'), ...barredBy, ...(notApplied ? [exception.status] : [])],
        open: [...having('unknown'), ...maybeBarredBy],
        proof: deciding(proof),
      },
    ]
  })
}
