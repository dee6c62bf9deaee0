import type { RedFlagInput } from './case.ts'

/** What an exporter did about a red flag. A self-certificate alone never resolves one (Supp. 3 to part 732). */
const NOT_ENOUGH = 'self-certificate'

/** Whether evidence resolved a red flag. */
export const isResolved = ({ resolved }: RedFlagInput): boolean =>
  resolved !== undefined && resolved.evidenceKind !== NOT_ENOUGH

/** Whether a red flag of an item is open; undefined where the case says nothing about red flags. */
export function anyOpen(
  flags: readonly RedFlagInput[] | undefined,
  item: number,
): boolean | undefined {
  return flags?.some((flag) => (flag.item === undefined || flag.item === item) && !isResolved(flag))
}
