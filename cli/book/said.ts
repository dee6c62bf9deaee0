import type { Difference } from '../../src/replay/differences.ts'
import type { LawChange } from '../../src/replay/law-changes.ts'
import { visible } from '../../src/visible.ts'

const NOTHING = 'nothing'

/** `  exception ear.740.8.nac (item 1): yes, in-force -> no, in-force, not met (c)(1)` */
export const sayDifference = ({ what, before, after }: Difference): string =>
  visible(`${what}: ${before ?? NOTHING} -> ${after ?? NOTHING}`)

/** `ear.740.8.nac (15 CFR 740.8) changed: text` */
export function sayChange({ id, citation, change, how }: LawChange): string {
  const name = citation === '' ? id : `${id} (${citation})`
  return visible([`${name} ${change}`, ...how].join('; '))
}
