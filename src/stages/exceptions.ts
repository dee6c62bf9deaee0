import type { ExceptionResult, Posture } from '../determination.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { verdictIn, type Tests } from './test.ts'
import { liftedBy } from './verdicts.ts'

/**
 * The exceptions that could lift a requirement or a prohibition which applies or may apply, with each condition met,
 * failed or open. A bar that closes an exception counts as a failed condition.
 */
export function exceptionResults(
  law: Law,
  tested: Tests,
  posture: Posture,
  item: number | null,
  sayCondition: (proof: Proof) => string,
): ExceptionResult[] {
  const lifts = new Map<Active, Active[]>()
  for (const requirement of [...law.by.requirement, ...law.by.prohibition]) {
    if (verdictIn(tested, requirement, posture) === 'no') continue
    for (const exception of law.lifters.get(requirement) ?? []) {
      const lifted = lifts.get(exception)
      if (lifted === undefined) lifts.set(exception, [requirement])
      else lifted.push(requirement)
    }
  }
  const inOrder = [...lifts].sort(([a], [b]) => a.number - b.number)
  return inOrder.map(([exception, requirements]) => {
    const having: Record<Verdict, string[]> = { yes: [], no: [], unknown: [] }
    for (const condition of exception.reasons().conditions) {
      const said = condition.cite ?? sayCondition(tested.conditionProof(condition))
      having[tested.condition(condition)].push(said)
    }
    for (const bar of law.bars.get(exception) ?? []) {
      const verdict = verdictIn(tested, bar, posture)
      if (verdict !== 'no') having[verdict === 'yes' ? 'no' : 'unknown'].push(bar.provision.law)
    }
    const notApplied = exception.enforced === 'not' && posture === 'enforced'
    return {
      id: exception.provision.id,
      title: exception.provision.title,
      citation: exception.provision.law,
      source: exception.text.source,
      status: exception.status,
      verdict: liftedBy(law, exception, (active) => verdictIn(tested, active, posture), posture),
      item,
      lifts: requirements.map(({ provision }) => provision.id),
      met: having.yes,
      failed: notApplied ? [...having.no, exception.status] : having.no,
      open: having.unknown,
      proof: tested.proof(exception, posture),
    }
  })
}
