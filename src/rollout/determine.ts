import { contextOf, type CheckOptions, type Screened, check } from '../check.ts'
import { OUTCOMES, type Determination, type Posture } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Place as Spot } from '../errors.ts'
import type { Profile } from '../facts/assumptions.ts'
import type { Case } from '../facts/case.ts'
import { dealItems } from '../facts/deal.ts'
import type { Law } from '../rules/on-day.ts'
import { outcomeOf } from '../stages/outcome.ts'
import type { Alike } from './alike.ts'
import type { Column, Manifest } from './manifest.ts'
import type { Place } from './places.ts'
import { policiesOn, type Policy } from './policy.ts'
import { seatsOf } from './seats.ts'
import { transactionOf, type Seats } from './transaction.ts'

/** How a rollout is to be judged. */
export interface RolloutOptions {
  /** The law dates, each once, in the order in which they are shown. */
  readonly asOf: readonly string[]
  readonly posture: Posture
  readonly includeProposed: boolean
  readonly profiles: readonly { readonly profile: Profile; readonly sha256: string }[]
  /** SHA-256 of the manifest's canonical JSON. */
  readonly manifestSha256: string
  /** Stands in for a manifest that names no id. */
  readonly fallbackId: string
  /** Where a path of the manifest stands. */
  readonly place: (path: readonly PropertyKey[]) => Spot
  /** Screens the parties that a case names; nobody is screened where left out. */
  readonly screen?: ((input: Case, day: string) => Screened & { readonly case: Case }) | undefined
}

/** What stands for a cell: its transaction, and what providers say of it. */
export interface CellCase {
  readonly input: Case
  /** The seats of its customers where their class names a group and these are the strictest; null otherwise. */
  readonly seats: Seats | null
  readonly policies: readonly Policy[]
}

/**
 * The transaction of a cell on a day: of several seats that its customers may have, the first with the
 * strictest outcome, and among these with the strictest terms of a provider.
 */
export function cellCase(
  engine: Engine,
  manifest: Manifest,
  column: Column,
  place: Place,
  law: Law,
  alike: Alike,
  options: RolloutOptions,
): CellCase {
  const context = contextOf(engine, law, options)
  const variants = seatsOf(manifest, column, engine, law.day, alike).map((seats) => {
    const input = transactionOf(manifest, column, place, law.day, seats)
    const deals = dealItems(options.screen?.(input, law.day).case ?? input, context)
    return { input, seats, deals, policies: policiesOn(law, deals) }
  })
  const [only] = variants
  if (variants.length === 1) return { ...only!, seats: null }
  const ranked = variants.map((variant) => {
    const outcome = outcomeOf(law, variant.deals, options.posture)
    return { variant, rank: 3 * OUTCOMES.indexOf(outcome) + rankOf(variant.policies) }
  })
  const { variant, rank } = ranked.reduce((a, b) => (b.rank > a.rank ? b : a))
  const decides = ranked.some((other) => other.rank !== rank)
  return { ...variant, seats: decides ? variant.seats : null }
}

function rankOf(policies: readonly Policy[]): number {
  if (policies.some(({ verdict }) => verdict === 'yes')) return 2
  return policies.length > 0 ? 1 : 0
}

/** The determination of one transaction of a rollout, as `licet check` gives it. */
export function determine(
  engine: Engine,
  input: Case,
  day: string,
  options: RolloutOptions,
  caseSha256 = '',
): Determination {
  const screened = options.screen?.(input, day)
  const settings: CheckOptions = {
    asOf: day,
    today: day,
    screened,
    posture: options.posture,
    includeProposed: options.includeProposed,
    profiles: options.profiles,
    caseSha256,
    fallbackId: options.fallbackId,
  }
  return check(engine, screened?.case ?? input, settings)
}
