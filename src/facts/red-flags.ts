import type { RedFlagInput } from './case.ts'

/** A self-certificate alone never resolves a red flag (Supp. 3 to part 732). */
const NOT_ENOUGH = 'self-certificate'

/** Whether evidence resolved a red flag. Evidence of no stated kind may be a self-certificate. */
export const isResolved = ({ resolved }: RedFlagInput): boolean =>
  resolved?.evidenceKind !== undefined && resolved.evidenceKind !== NOT_ENOUGH

/** The red flags of an item that a case names, by the id that the rules give them; whether none is open is `redFlags.open`. */
export function flagsOf(
  flags: readonly RedFlagInput[],
  item: number,
): { readonly raised: readonly string[]; readonly resolved: readonly string[] } {
  const own = flags.filter((flag) => flag.item === undefined || flag.item === item)
  const idsOf = (wanted: readonly RedFlagInput[]): string[] => wanted.map(({ id }) => id ?? 'other')
  return {
    raised: idsOf(own.filter((flag) => !isResolved(flag))),
    resolved: idsOf(own.filter(isResolved)),
  }
}
