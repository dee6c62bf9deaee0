import type { Engine } from '../engine.ts'
import type { Case } from '../facts/case.ts'
import { dealItems } from '../facts/deal.ts'
import { contextOf } from '../check.ts'
import type { Proof } from '../logic/prove.ts'
import type { Law } from '../rules/on-day.ts'
import { testsOf, wholeProof } from '../stages/test.ts'
import { openProvisions } from '../stages/open.ts'
import type { Trial } from './standing.ts'

/**
 * The roles that an open provision asks for and that nobody in the case has; `end-user` first where the
 * case names nobody who receives the item.
 */
export function wantedRoles(engine: Engine, law: Law, input: Case, trial: Trial): string[] {
  const roles = new Set<string>()
  for (const { facts } of dealItems(input, contextOf(engine, law, trial))) {
    if (facts.lists['parties']?.complete !== true) roles.add('end-user')
    const open = new Set(
      openProvisions(law, testsOf(law, facts), trial.posture).map(({ provision }) => provision),
    )
    for (const active of law.all) {
      if (open.has(active.provision.id)) collect(wholeProof(law, active, facts), roles)
    }
  }
  return [...roles]
}

function collect({ verdict, claim, because }: Proof, roles: Set<string>): void {
  if (verdict !== 'unknown') return
  const isOpen = because.some((inner) => inner.claim.kind === 'incomplete')
  const hasNobody = !because.some((inner) => inner.claim.kind === 'member')
  if (
    (claim.kind === 'some' || claim.kind === 'every') &&
    claim.list === 'parties' &&
    isOpen &&
    hasNobody
  ) {
    for (const role of claim.roles ?? []) roles.add(role)
  }
  for (const inner of because) collect(inner, roles)
}
