import type { Caused } from '../../src/replay/causes.ts'
import type { LawChange } from '../../src/replay/law-changes.ts'

const NOTHING = 'nothing'

/** `law: exception ear.740.8.nac (item 1): yes, in-force -> no, in-force, not met (c)(1)` */
export const sayCaused = ({ cause, what, before, after }: Caused): string =>
  `${cause}: ${what}: ${before ?? NOTHING} -> ${after ?? NOTHING}`

/** The differences that a person must see: what is only explained otherwise stays out where more than that differs. */
export function telling(all: readonly Caused[]): readonly Caused[] {
  const grave = all.filter(({ reach }) => reach !== 'explanation')
  return grave.length > 0 ? grave : all
}

/** `ear.740.8.nac (15 CFR 740.8) changed: text` */
export function sayChange({ id, citation, change, how }: LawChange): string {
  const name = citation === '' ? id : `${id} (${citation})`
  return [`${name} ${change}`, ...how].join('; ')
}
