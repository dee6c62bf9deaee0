import type { DealItem } from '../facts/deal.ts'
import { asks, type Ask } from '../logic/asks.ts'
import { prove } from '../logic/prove.ts'
import { any, type Verdict } from '../logic/verdict.ts'
import type { Law } from '../rules/on-day.ts'
import type { Provision } from '../rules/provision.ts'

/** A provider's own terms that bar a deal, or may. Never law. */
export interface Policy {
  readonly provision: Provision
  readonly verdict: Exclude<Verdict, 'no'>
  /** The facts on which an unknown turns. */
  readonly asks: readonly Ask[]
}

/**
 * The terms of providers that bar a deal; of a provider that the deal names those too of which a missing
 * fact does not let one say.
 */
export function policiesOn(law: Law, deals: readonly DealItem[]): Policy[] {
  const isNamed = deals.some(({ facts }) => facts.values['provider'] !== undefined)
  return law.by.notice.flatMap(({ provision, codified, when }) => {
    if (provision.status !== 'policy') return []
    const verdict = any(deals.map(({ facts }) => codified(facts)))
    if (verdict === 'no' || (verdict === 'unknown' && !isNamed)) return []
    const open = verdict === 'yes' ? [] : deals
    return [
      { provision, verdict, asks: open.flatMap(({ facts }) => asks(prove(when, facts, law.book))) },
    ]
  })
}
