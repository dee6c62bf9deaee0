import { all, any, not, type Verdict } from '../logic/verdict.ts'
import type { ContentLine } from './content.ts'
import type { Count } from './count.ts'

/** ECCNs of Category 5 part 2. */
export const CATEGORY_5_PART_2 = /^5[ABDE](?:00[2-4]|992)/

/**
 * Whether the percent tests may be used: content of Category 5 part 2 has conditions of its own, such
 * as a classification under 740.17, that come first (15 CFR 734.4(b)). A line without an ECCN may be
 * such content.
 */
export function percentTestsOpen(lines: readonly ContentLine[], counts: readonly Count[]): Verdict {
  return all(
    lines.map((line, index) => {
      const isOther = line.eccn !== undefined && !CATEGORY_5_PART_2.test(line.eccn)
      const conditionsMet = isOther ? 'yes' : (line.encryptionConditionsMet ?? 'unknown')
      return any([not(counts[index]!.counts), conditionsMet])
    }),
  )
}
