import type { ChartLaw } from '../ccl/chart.ts'
import type { Ccl, Classified } from '../ccl/lookup.ts'
import type { Value } from '../logic/facts.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { ItemInput } from './case.ts'
import { unboxed } from './known.ts'

/** The Commerce Control List and the law that its answers rest on, as of the law date. */
export interface ListLaw extends ChartLaw {
  readonly ccl: Ccl
  /** Ids of the requirements that are in force. */
  readonly inForce: ReadonlySet<string>
}

/** An item, the ECCN that a case claims for it, and what of the deal the chart turns on. */
export interface Claim {
  readonly item: ItemInput
  readonly claimed: string | null
  readonly form: string | undefined
  readonly activity: string | undefined
  /** The country whose row applies: Hong Kong is CN, of a deemed export the nationality. */
  readonly to: string | undefined
  /** Where the item stands in the case: `items[0]`. */
  readonly prefix: string
  /** All items of the order. */
  readonly order: readonly ItemInput[]
}

/** What a written ECCN is known to name: an entry with its paragraph, or EAR99. */
export type Found = Exclude<Classified, { readonly unknown: string }>

/**
 * The entry, every paragraph above and at the claimed one, and whether the claim stops at the entry.
 * Without a claim `item.claimedEntry` and `item.bareEntry` stay unknown: silence is in no list and out of none.
 */
export function described(found: Found | undefined): Record<string, Value | undefined> {
  if (found === undefined || 'ear99' in found) {
    return {
      'item.entry': found === undefined ? 'none' : 'EAR99',
      'item.claimedEntry': found === undefined ? undefined : 'EAR99',
      'item.paragraphs': [],
      'item.bareEntry': found === undefined ? undefined : false,
      'item.claimListed': found !== undefined,
    }
  }
  const { entry, paragraph } = found
  const steps = paragraph?.split('.') ?? []
  const above = steps.map((_, i) => [entry.eccn, ...steps.slice(0, i + 1)].join('.'))
  return {
    'item.entry': entry.eccn,
    'item.claimedEntry': entry.eccn,
    'item.paragraphs': [entry.eccn, ...above],
    'item.bareEntry': paragraph === null && (entry.paragraphs?.length ?? 1) > 0,
    'item.claimListed': true,
  }
}

/** The answers that a case gives to the questions of the list. */
export function answersOf(item: ItemInput): ReadonlyMap<string, Verdict> {
  const given = Object.entries((item['listFacts'] ?? {}) as Record<string, unknown>)
  return new Map(
    given.map(([question, raw]) => {
      const value = unboxed(raw)
      if (value === true || value === 'yes') return [question, 'yes']
      return [question, value === false || value === 'no' ? 'no' : 'unknown']
    }),
  )
}

/** What software or technology is for, as far as the case names a paragraph. */
export function relatedOf(item: ItemInput): { relatedTo?: readonly string[] } {
  const related = unboxed(item['relatedTo'])
  return typeof related === 'string' && /^\d/.test(related) ? { relatedTo: [related] } : {}
}
