import { any, type Verdict } from '../logic/verdict.ts'
import type { ForeignMadeItem } from './content.ts'
import type { Count } from './count.ts'

/** Something to file or keep before relying on de minimis. */
export interface Duty {
  readonly needed: Verdict
  readonly text: string
  readonly citation: string
}

/**
 * The one-time report for foreign technology that is commingled with or drawn from controlled U.S.
 * technology: 734.4(c)(3), (d)(3) and supplement no. 2 to part 734, (b). Technology that is subject
 * to the EAR anyway does not rely on de minimis, and needs none.
 */
export function oneTimeReport(
  item: ForeignMadeItem,
  counts: readonly Count[],
  subject: Verdict,
): Duty {
  return {
    needed: reliesOnIt(item, counts, subject),
    text:
      'Report the calculation to BIS once before relying on it; where BIS has not answered within ' +
      '30 days, it may be relied on',
    citation: '15 CFR 734.4(c)(3), (d)(3); 734 Supp. 2, (b)',
  }
}

function reliesOnIt(item: ForeignMadeItem, counts: readonly Count[], subject: Verdict): Verdict {
  if (item.kind !== 'technology' || subject === 'yes') return 'no'
  const counted = any(counts.map((count) => count.counts))
  return counted === 'no' && item.contentComplete !== 'yes' ? 'unknown' : counted
}

/** Keeping the method of the calculation: 734.4(g), 762.2(b)(2) and 762.6(a). */
export const recordDuty: Duty = {
  needed: 'yes',
  text: 'Keep the method of the calculation, with its values and their sources, for five years',
  citation: '15 CFR 734.4(g), 762.2(b)(2), 762.6(a)',
}
