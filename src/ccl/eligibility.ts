import type { Entry, Listed } from './entry.ts'
import { statusOf } from './lookup.ts'
import { reach, type Given } from './scope.ts'

/**
 * What an entry's List Based License Exceptions section says of one exception: 15 CFR 740.1(a).
 * `open` is never a yes. `usd` is the value limit of LVS per order in U.S. dollars, 740.3(b).
 * Eligible by the list is not yet available: the bars of 740.2 and the exception's own section
 * come on top.
 */
export interface ListEligibility {
  readonly verdict: 'listed' | 'not-listed' | 'open'
  readonly usd: number | undefined
  readonly why: string | undefined
  readonly questions: readonly string[]
}

const NOT_LISTED: ListEligibility = {
  verdict: 'not-listed',
  usd: undefined,
  why: undefined,
  questions: [],
}

/** Whether the entry makes an item in a paragraph of it eligible for a list-based exception. */
export function listedFor(
  entry: Entry,
  paragraph: string | null,
  exception: Listed,
  given: Given = {},
): ListEligibility {
  const said = entry.exceptions[exception]
  if (said === undefined || said === 'n/a') return NOT_LISTED
  if (said === 'yes') return { ...NOT_LISTED, verdict: 'listed' }
  const known = statusOf(entry, paragraph) === 'unlisted' ? null : paragraph
  const lines = said.map(({ usd, scope }) => ({ usd, ...reach(scope, known, given) }))
  const listed = lines.find(({ verdict }) => verdict === 'yes')
  if (listed !== undefined) return { ...NOT_LISTED, verdict: 'listed', usd: listed.usd }
  const open = lines.filter(({ verdict }) => verdict === 'unknown')
  if (open.length === 0) return NOT_LISTED
  return {
    verdict: 'open',
    usd: undefined,
    why: open.map(({ why }) => why).join(' or '),
    questions: open.flatMap(({ questions }) => questions),
  }
}

/** A bar on License Exception STA: `all` of it, its paragraph (c)(2), or for country groups. */
export interface StaBar {
  readonly bars: 'all' | 'c.2' | readonly ('A:5' | 'A:6')[]
  readonly verdict: 'barred' | 'open'
  readonly why: string | undefined
  readonly questions: readonly string[]
}

/** The bars on STA that an entry sets for an item: 15 CFR 740.20(b)(2) and the entry's own line. */
export function staBars(entry: Entry, paragraph: string | null, given: Given = {}): StaBar[] {
  const known = statusOf(entry, paragraph) === 'unlisted' ? null : paragraph
  return (entry.exceptions.STA ?? []).flatMap(({ bars, scope }) => {
    const { verdict, why, questions } = reach(scope, known, given)
    if (verdict === 'no') return []
    return [{ bars, verdict: verdict === 'yes' ? 'barred' : 'open', why, questions } as const]
  })
}
