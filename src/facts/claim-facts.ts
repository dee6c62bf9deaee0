import { controlsOn, type Facts as Known } from '../ccl/controls.ts'
import type { Value } from '../logic/facts.ts'
import { any, type Verdict } from '../logic/verdict.ts'
import { eccnParts } from './eccn.ts'
import type { Found } from './list-claim.ts'

/** What a claim says of an item whatever the destination, and where an open fact is settled. */
export interface ClaimFacts {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly asks: Readonly<Record<string, string>>
}

/** What is so of an item for which the case claims no ECCN: 15 CFR 734.9 tests more than claims. */
export const NO_CLAIM: Readonly<Record<string, Value>> = { 'item.series': 'other' }

/** Category and series of a written ECCN, which stand in it whether or not the list has it. */
export function writtenFacts(claimed: string): Record<string, Value | undefined> {
  const parts = eccnParts(claimed)
  return { 'item.category': parts?.category, 'item.series': parts?.series ?? 'other' }
}

/** A claim that the list does not have still names an entry, where it is written as an ECCN. */
export function unlistedFacts(claimed: string): Record<string, Value | undefined> {
  const entry = eccnParts(claimed)?.entry
  return {
    ...writtenFacts(claimed),
    'item.entry': entry ?? 'none',
    'item.bareEntry': claimed === entry,
  }
}

/** Category and series of a claim, and whether its entry controls the item for national security. */
export function claimFacts(
  claimed: string,
  found: Found,
  known: Known,
  prefix: string,
): ClaimFacts {
  const { verdict, question } = controlledFor('NS', found, known)
  const fact = 'item.controlledFor.NS'
  return {
    values: {
      ...writtenFacts(claimed),
      [fact]: verdict === 'unknown' ? undefined : verdict === 'yes',
    },
    asks: question === undefined ? {} : { [fact]: `${prefix}.listFacts.${question}` },
  }
}

interface Held {
  readonly verdict: Verdict
  readonly question?: string | undefined
}

const VERDICTS = { applies: 'yes', 'may-apply': 'unknown', no: 'no' } as const

/** Whether the entry controls the item for a reason, and the question that an open scope leaves. */
function controlledFor(reason: string, found: Found, known: Known): Held {
  if ('ear99' in found) return { verdict: 'no' }
  // What a section beyond the list says of an entry may be any reason.
  const controls = controlsOn(found.entry, found.paragraph, known).filter(
    (control) => control.reason === reason || control.reason === 'review',
  )
  const verdict = any(controls.map((control) => VERDICTS[control.verdict]))
  if (verdict !== 'unknown') return { verdict }
  const open = controls.filter((control) => control.verdict === 'may-apply')
  return { verdict, question: open.flatMap(({ questions }) => questions)[0] }
}
