import { z } from 'zod'
import { OUTCOMES } from '../determination.ts'
import { choiceFault } from '../facts/fact-schema.ts'
import { bodyOf, type Book } from './book.ts'
import { canonical } from './digest.ts'
import type { Entry } from './entry.ts'
import { folded } from './search.ts'

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

/** What an entry of the kind `policy` tells. */
interface PolicyBody {
  readonly policy: Policy
}

/**
 * The policy that stands after all entries: the last one that two different people have filed, or that
 * of the opening. One person alone can't take the second person out of the rule.
 */
export function policyOf(book: Book, entries: readonly Entry[]): Policy {
  const filed = new Map<string, Set<string>>()
  let standing = book.opened.policy as Policy
  for (const entry of entries) {
    const body =
      entry.kind === 'policy' ? (bodyOf(book, entry) as PolicyBody | undefined) : undefined
    if (body === undefined) continue
    const key = canonical(body.policy)
    const people = (filed.get(key) ?? new Set<string>()).add(folded(entry.by.name))
    filed.set(key, people)
    if (people.size < 2) continue
    standing = body.policy
    filed.clear()
  }
  return standing
}
