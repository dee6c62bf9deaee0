import { controlsOn, type Facts as Known } from '../ccl/controls.ts'
import { entryOf } from '../ccl/lookup.ts'
import type { Value } from '../logic/facts.ts'
import { eccnParts } from './eccn.ts'
import type { ListLaw } from './list-facts.ts'

/** What a claimed ECCN says of an item whatever the destination, and where an open fact is settled. */
export interface ClaimFacts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly asks: Readonly<Record<string, string>>
}

/**
 * The claimed entry with its category, series and reasons for control, which the rules of 15 CFR
 * 734.4 and 734.9 test. Without a claim the category and the reasons are unknown, never absent.
 */
export function claimFacts(
  claimed: string | null,
  known: Known,
  prefix: string,
  law: ListLaw,
): ClaimFacts {
  const parts = claimed === null ? undefined : eccnParts(claimed)
  const reasons = claimed === null ? OPEN : reasonsOf(claimed, { ...known, day: law.day }, law)
  const { question } = reasons
  return {
    values: {
      'item.eccnEntry': parts?.entry ?? 'none',
      'item.category': parts?.category,
      'item.series': parts?.series ?? 'other',
      'item.controlReasons': reasons.set,
    },
    asks:
      question === undefined ? {} : { 'item.controlReasons': `${prefix}.listFacts.${question}` },
  }
}

interface Reasons {
  readonly set: readonly string[] | undefined
  readonly question?: string | undefined
}

const OPEN: Reasons = { set: undefined }

/** Every reason of the entry that holds for the item; unknown while a scope leaves another one open. */
function reasonsOf(claimed: string, known: Known, { ccl }: ListLaw): Reasons {
  const found = entryOf(ccl, claimed)
  if ('unknown' in found) return OPEN
  if ('ear99' in found) return { set: [] }
  const controls = controlsOn(found.entry, found.paragraph, known)
  const held = new Set(
    controls.filter(({ verdict }) => verdict === 'applies').map(({ reason }) => reason),
  )
  const open = controls.filter(
    ({ verdict, reason }) => verdict === 'may-apply' && !held.has(reason),
  )
  if (open.length === 0) return { set: [...held] }
  return { set: undefined, question: open.flatMap(({ questions }) => questions)[0] }
}
