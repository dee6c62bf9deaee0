import type { Posture } from '../determination.ts'
import type { Open } from '../explain/questions.ts'
import { asks } from '../logic/asks.ts'
import { any, type Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import type { Contradiction } from './classify.ts'
import { open } from './decide.ts'
import { verdictIn, type Tests } from './test.ts'
import { isRecollected, liftedBy, subjectOf } from './verdicts.ts'

/**
 * What keeps an item open: each provision whose answer a missing fact could still change, with those
 * facts. A requirement that an exception surely lifts asks nothing more. A claimed ECCN that may yet be
 * contradicted keeps the classifications open that would do it.
 */
export function openProvisions(
  law: Law,
  tested: Tests,
  posture: Posture,
  claim: Contradiction = { verdict: 'no', possible: [] },
): Open[] {
  const verdictOf = (active: Active): Verdict => verdictIn(tested, active, posture)
  const openOf = (active: Active, under = posture): Open => ({
    provision: active.provision.id,
    asks: asks(tested.proof(active, under)),
  })
  const unknown = (actives: readonly Active[]): Open[] =>
    actives.filter((active) => verdictOf(active) === 'unknown').map((active) => openOf(active))
  const subject = subjectOf(law, verdictOf, posture)
  const binding = law.by.requirement.filter(
    ({ provision }) => subject !== 'no' || provision.regardlessOfSubject,
  )
  const liftable = (requirement: Active): Open[] => {
    const lifters = law.lifters.get(requirement) ?? []
    const lifts = lifters.map((exception) => liftedBy(law, exception, verdictOf, posture))
    const applies = verdictOf(requirement)
    if (open('yes', { applies, lifted: () => any(lifts) }) !== 'unknown') return []
    const maybe = lifters.filter((_, i) => lifts[i] === 'unknown')
    const bars = maybe.flatMap((exception) => law.bars.get(exception) ?? [])
    return unknown([requirement, ...maybe, ...bars])
  }
  const requirements = binding.flatMap(liftable)
  const recollected = law.by.exclusion.filter(isRecollected)
  const holds = unknown([...law.by['red-flag'], ...law.by.unsettled, ...recollected])
  const jurisdiction =
    subject === 'unknown' ? unknown([...law.by.jurisdiction, ...law.by.exclusion]) : []
  const claimed =
    claim.verdict === 'unknown'
      ? claim.possible.filter((active) => tested.codified(active) === 'unknown')
      : []
  const always = [
    ...law.by.prohibition.flatMap(liftable),
    ...holds,
    ...claimed.map((active) => openOf(active, 'text')),
  ]
  return [...always, ...requirements, ...jurisdiction].filter(distinct)
}

const distinct = (one: Open, i: number, all: readonly Open[]): boolean =>
  all.findIndex(({ provision }) => provision === one.provision) === i
