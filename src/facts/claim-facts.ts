import { controlsOn, type Facts as Known } from '../ccl/controls.ts'
import { entryOf } from '../ccl/lookup.ts'
import type { Value } from '../logic/facts.ts'
import { any, type Verdict } from '../logic/verdict.ts'
import { eccnParts } from './eccn.ts'
import type { ListLaw } from './list-facts.ts'

/** What a claimed ECCN says of an item whatever the destination, and where an open fact is settled. */
export interface ClaimFacts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly asks: Readonly<Record<string, string>>
}

/**
 * The claimed entry with its category and series, and whether it is controlled for national
 * security: what 15 CFR 734.4 and 734.9 test. Without a claim the last is unknown, never a no.
 */
export function claimFacts(
  claimed: string | null,
  known: Known,
  prefix: string,
  law: ListLaw,
): ClaimFacts {
  const parts = claimed === null ? undefined : eccnParts(claimed)
  const held = claimed === null ? OPEN : controlledFor('NS', claimed, { ...known, day: law.day }, law)
  return {
    values: {
      'item.eccnEntry': parts?.entry ?? 'none',
      'item.category': parts?.category,
      'item.series': parts?.series ?? 'other',
      'item.controlledFor.NS': held.verdict === 'unknown' ? undefined : held.verdict === 'yes',
    },
    asks:
      held.question === undefined
        ? {}
        : { 'item.controlledFor.NS': `${prefix}.listFacts.${held.question}` },
  }
}

interface Held {
  readonly verdict: Verdict
  readonly question?: string | undefined
}

const OPEN: Held = { verdict: 'unknown' }
const VERDICTS = { applies: 'yes', 'may-apply': 'unknown', no: 'no' } as const

/** Whether the entry controls the item for a reason, and the question that an open scope leaves. */
function controlledFor(reason: string, claimed: string, known: Known, { ccl }: ListLaw): Held {
  const found = entryOf(ccl, claimed)
  if ('unknown' in found) return OPEN
  if ('ear99' in found) return { verdict: 'no' }
  // What a section beyond the list says of an entry may be any reason.
  const controls = controlsOn(found.entry, found.paragraph, known).filter(
    (control) => control.reason === reason || control.reason === 'review',
  )
  const verdict = any(controls.map((control) => VERDICTS[control.verdict]))
  const question = controls.flatMap(({ questions }) => questions)[0]
  return { verdict, question: verdict === 'unknown' ? question : undefined }
}
