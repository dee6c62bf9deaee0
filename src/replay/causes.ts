import type { Determination } from '../determination.ts'
import { differences, type Difference } from './differences.ts'

/**
 * What made a difference: the law (its text, its day or the program), the lists (their entries, or what
 * people decided of hits), only both together, or the program, where nothing else has changed.
 */
export type Cause = 'law' | 'lists' | 'law and lists' | 'program'

export interface Caused extends Difference {
  readonly cause: Cause
}

export const causedBy = (cause: Cause, found: readonly Difference[]): Caused[] =>
  found.map((one) => ({ ...one, cause }))

/**
 * The differences of a determination from an earlier one, each with its cause. `byLaw` is the same case
 * by the later law and the earlier lists.
 */
export function caused(
  before: Determination,
  byLaw: Determination,
  after: Determination,
): Caused[] {
  const names = (found: readonly Difference[]): ReadonlySet<string> =>
    new Set(found.map(({ what }) => what))
  const [law, lists] = [names(differences(before, byLaw)), names(differences(byLaw, after))]
  return differences(before, after).map((one) => ({ ...one, cause: causeOf(one, law, lists) }))
}

function causeOf(
  { what }: Difference,
  law: ReadonlySet<string>,
  lists: ReadonlySet<string>,
): Cause {
  if (law.has(what) === lists.has(what)) return 'law and lists'
  return law.has(what) ? 'law' : 'lists'
}
