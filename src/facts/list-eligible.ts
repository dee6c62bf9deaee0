import { listedFor, staBars } from '../ccl/eligibility.ts'
import type { Entry } from '../ccl/entry.ts'
import { entryOf, type Ccl } from '../ccl/lookup.ts'
import type { Value } from '../logic/facts.ts'
import { unboxed } from './known.ts'
import { answersOf, relatedOf, type Claim, type Found, type ListLaw } from './list-claim.ts'

const LISTED = ['LVS', 'GBS', 'TSR', 'APP', 'IEC'] as const

/** What is so of an item that no entry describes. */
export const NOT_ELIGIBLE: Readonly<Record<string, Value>> = {
  'item.eligible.LVS': false,
  'item.eligible.GBS': false,
  'item.eligible.TSR': false,
  'item.eligible.APP': false,
  'item.eligible.IEC': false,
  'item.eligible.STA': false,
  'item.lvsWithinValue': false,
}

interface Eligible {
  readonly values: Readonly<Record<string, Value | undefined>>
  readonly asks: Readonly<Record<string, string>>
}

/**
 * Which list-based license exceptions the claimed entry opens for the item, 15 CFR 740.1(a). What only a
 * person can read opens nothing, and bars what IEC would bar, 740.2(a)(22).
 */
export function eligibleFacts(claim: Claim, found: Found, law: ListLaw): Eligible {
  if ('ear99' in found) return { values: NOT_ELIGIBLE, asks: {} }
  const { entry, paragraph } = found
  const given = { answers: answersOf(claim.item), ...relatedOf(claim.item) }
  const values: Record<string, Value | undefined> = {}
  const asks: Record<string, string> = {}
  const put = (fact: string, value: boolean | undefined, path: string | undefined): void => {
    values[fact] = value
    if (value === undefined && path !== undefined) asks[fact] = path
  }
  const pathOf = (questions: readonly string[]): string | undefined => {
    const [question] = questions
    if (question !== undefined) return `${claim.prefix}.listFacts.${question}`
    if (paragraph === null) return `${claim.prefix}.eccn`
    // Software and technology follow what they are for; while that is open, so is what a person reads.
    const follows = /^\dD|^\dE/.test(entry.eccn) && given.relatedTo === undefined
    return follows ? `${claim.prefix}.relatedTo` : undefined
  }
  for (const name of LISTED) {
    const { verdict, questions } = listedFor(entry, paragraph, name, given)
    const path = pathOf(questions)
    const unread = path === undefined ? name === 'IEC' : undefined
    put(`item.eligible.${name}`, verdict === 'open' ? unread : verdict === 'listed', path)
  }
  const sta = staAt(claim.to, entry, paragraph, given, law, pathOf)
  put('item.eligible.STA', sta.value, sta.path)
  put(
    'item.lvsWithinValue',
    values['item.eligible.LVS'] === false ? false : undefined,
    asks['item.eligible.LVS'],
  )
  return { values, asks }
}

type Listed = Extract<Found, { readonly entry: unknown }>

interface Answer {
  readonly value: boolean | undefined
  readonly path?: string | undefined
}

/** Whether the entry leaves STA open to the destination, 740.20(b)(2): (c)(1) is for A:5, (c)(2) for A:6. */
function staAt(
  to: string | undefined,
  entry: Entry,
  paragraph: string | null,
  given: Parameters<typeof staBars>[2],
  { members }: ListLaw,
  pathOf: (questions: readonly string[]) => string | undefined,
): Answer {
  if (to === undefined) return { value: undefined, path: 'to' }
  const group = members('A:5').has(to) ? 'A:5' : members('A:6').has(to) ? 'A:6' : undefined
  if (group === undefined) return { value: false }
  const bars = staBars(entry, paragraph, given).filter(
    ({ bars: barred }) =>
      barred === 'all' || (barred === 'c.2' ? group === 'A:6' : barred.includes(group)),
  )
  if (bars.some(({ verdict }) => verdict === 'barred')) return { value: false }
  const [open] = bars
  if (open === undefined) return { value: true }
  const path = pathOf(open.questions)
  return path === undefined ? { value: false } : { value: undefined, path }
}

/**
 * Whether the net value of all that the order has of the entry, in U.S. dollars, is at most the limit of
 * LVS: 740.3(b), (d)(1).
 */
export function withinLvsValue(
  { item: claimedItem, order }: Claim,
  { entry, paragraph }: Listed,
  ccl: Ccl,
): Answer {
  const given = { answers: answersOf(claimedItem), ...relatedOf(claimedItem) }
  const { usd } = listedFor(entry, paragraph, 'LVS', given)
  if (usd === undefined) return { value: false }
  let total = 0
  for (const [index, item] of order.entries()) {
    const claimed = unboxed(item.eccn)
    const found = typeof claimed === 'string' ? entryOf(ccl, claimed) : undefined
    if (found === undefined || !('entry' in found) || found.entry.eccn !== entry.eccn) continue
    const { quantity, unitValue } = item
    if (quantity === undefined || unitValue === undefined) {
      return { value: undefined, path: `items[${index}].purchaseValue` }
    }
    total += quantity * unitValue
  }
  return { value: total <= usd }
}
