import type { Posture } from '../determination.ts'
import { asks, type Ask } from '../logic/asks.ts'
import { any } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { open } from '../stages/decide.ts'
import { verdictIn, type Tested } from '../stages/test.ts'
import { liftedBy } from '../stages/verdicts.ts'

/** The missing facts of one provision that still matter to the answer. */
export interface Open {
  readonly provision: string
  readonly asks: readonly Ask[]
}

/**
 * What keeps an item open: each provision whose answer a missing fact could still change, with those
 * facts. A requirement that an exception surely lifts asks nothing more.
 */
export function openProvisions(law: Law, tested: ReadonlyMap<Active, Tested>, posture: Posture): Open[] {
  const verdictOf = (active: Active): Tested['codified'] => verdictIn(tested.get(active)!, posture)
  const unknown = (actives: readonly Active[]): Open[] =>
    actives.filter((active) => verdictOf(active) === 'unknown').map((active) => openOf(tested.get(active)!))
  const subject = any(law.by.jurisdiction.map(verdictOf))
  const requirements = law.by.requirement.flatMap((requirement) => {
    const lifters = law.lifters.get(requirement) ?? []
    const lifts = lifters.map((exception) => liftedBy(law, exception, verdictOf, posture))
    const applies = verdictOf(requirement)
    if (open('yes', { applies, lifted: any(lifts), liftedSurely: true }) !== 'unknown') return []
    const maybe = lifters.filter((_, i) => lifts[i] === 'unknown')
    const bars = maybe.flatMap((exception) => law.bars.get(exception) ?? [])
    return unknown([requirement, ...maybe, ...bars])
  })
  const holds = unknown([...law.by['red-flag'], ...law.by.unsettled])
  const jurisdiction = subject === 'unknown' ? unknown(law.by.jurisdiction) : []
  return subject === 'no'
    ? unknown(law.by.prohibition)
    : [...unknown(law.by.prohibition), ...requirements, ...holds, ...jurisdiction].filter(distinct)
}

const openOf = ({ active, proof }: Tested): Open => ({ provision: active.provision.id, asks: asks(proof) })

const distinct = (one: Open, i: number, all: readonly Open[]): boolean =>
  all.findIndex(({ provision }) => provision === one.provision) === i
