import { z } from 'zod'
import { OUTCOMES } from '../determination.ts'
import { choiceFault } from '../facts/fact-schema.ts'
import { bodyOf, type Book } from './book.ts'
import type { Entry } from './entry.ts'

const outcome = z.enum(OUTCOMES, { error: ({ input }) => choiceFault(input, OUTCOMES) })

/** What a company has laid down for its own book. It is filed, and each change of it is an entry. */
export const policySchema = z.strictObject({
  /** Where a release needs a second, different person. */
  secondPerson: z.strictObject({
    outcomes: z.array(outcome),
    /** Lists of which a hit was cleared: the codes that `party.lists` takes. */
    clearedLists: z.array(z.string()),
  }),
  /** Outcomes that nobody can release. */
  neverReleased: z.array(outcome),
})
export type Policy = z.infer<typeof policySchema>

/** What stands where a company lays down nothing else. */
export const DEFAULT_POLICY: Policy = {
  secondPerson: {
    outcomes: ['needs-review', 'license-required'],
    clearedLists: ['entity-list', 'sdn'],
  },
  neverReleased: ['prohibited', 'needs-facts'],
}

/** The policy that stands after all entries. */
export function policyOf(book: Book, entries: readonly Entry[]): Policy {
  const last = entries.findLast(({ kind }) => kind === 'policy')
  const filed =
    last === undefined ? undefined : (bodyOf(book, last) as { policy: Policy } | undefined)
  return filed?.policy ?? (book.opened.policy as Policy)
}
