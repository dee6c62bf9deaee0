import type { RedFlagInput } from './case.ts'

/** What an exporter did about a red flag. A self-certificate alone never resolves one (Supp. 3 to part 732). */
const NOT_ENOUGH = 'self-certificate'

/** Whether evidence resolved a red flag. */
export const isResolved = ({ resolved }: RedFlagInput): boolean =>
  resolved !== undefined && resolved.evidenceKind !== NOT_ENOUGH

/** The red flags of an item by how they stand; undefined where the case says nothing about red flags. */
export function flagsOf(
  flags: readonly RedFlagInput[] | undefined,
  item: number,
): { readonly raised: readonly string[]; readonly resolved: readonly string[] } | undefined {
  if (flags === undefined) return undefined
  const own = flags.filter((flag) => flag.item === undefined || flag.item === item)
  const idOf = ({ id }: RedFlagInput): string => id ?? 'other'
  return {
    raised: own.filter((flag) => !isResolved(flag)).map(idOf),
    resolved: own.filter(isResolved).map(idOf),
  }
}
