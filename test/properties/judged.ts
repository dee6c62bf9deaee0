import { check, contextOf, type CheckOptions } from '../../src/check.ts'
import {
  OUTCOMES,
  type Determination,
  type Outcome,
  type Posture,
} from '../../src/determination.ts'
import type { Profile } from '../../src/facts/assumptions.ts'
import type { Case } from '../../src/facts/case.ts'
import { dealItems } from '../../src/facts/deal.ts'
import { outcomeOf } from '../../src/stages/outcome.ts'
import { engine } from '../engine.ts'

/** A law date and a posture, under which a deal is judged. */
export interface Under {
  readonly day: string
  readonly posture: Posture
}

export function optionsFor(
  { day, posture }: Under,
  profiles: readonly Profile[] = [],
): CheckOptions {
  return {
    asOf: day,
    today: day,
    posture,
    includeProposed: false,
    profiles: profiles.map((profile) => ({ profile, sha256: '' })),
    caseSha256: '',
    fallbackId: 'deal',
  }
}

/** The whole determination, with its proofs. */
export const determined = (
  deal: Case,
  under: Under,
  profiles: readonly Profile[] = [],
): Determination => check(engine, deal, optionsFor(under, profiles))

/** The outcome by the fast path. */
export function outcomeUnder(deal: Case, { day, posture }: Under): Outcome {
  const law = engine.lawOn(day, false)
  return outcomeOf(law, dealItems(deal, contextOf(engine, law, { profiles: [] })), posture)
}

const strictness = (outcome: Outcome): number => OUTCOMES.indexOf(outcome)
const OPEN: readonly Outcome[] = ['needs-facts', 'needs-review']
export const STOPS: readonly Outcome[] = ['license-required', 'prohibited']
export const PERMITS: readonly Outcome[] = [
  'not-subject',
  'no-license-required',
  'permitted-with-conditions',
]

/**
 * Whether an outcome may be that of a deal of which less was known: it is open, or it is settled and
 * more knowledge did not turn it. What permits may only come to permit more; what stops may only come
 * to stop altogether.
 */
export function mayPrecede(known: Outcome, less: Outcome): boolean {
  if (OPEN.includes(less)) return true
  if (PERMITS.includes(less))
    return PERMITS.includes(known) && strictness(known) <= strictness(less)
  return STOPS.includes(known) && strictness(known) >= strictness(less)
}
