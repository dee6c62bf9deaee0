import type { Case } from './case.ts'
import { unboxed } from './known.ts'

const OF_GOODS = new Set<unknown>([
  'export',
  'reexport',
  'transfer',
  'deemed-export',
  'deemed-reexport',
])
const OF_ITEMS = new Set<unknown>([...OF_GOODS, 'weights-transfer'])

/** Whether the parties of a deal are those of 15 CFR 748.5: who is sent goods, and no tenant or licensee. */
export const movesGoods = (input: Case): boolean => OF_GOODS.has(unboxed(input['activity']))

/** Whether all that a deal does is to put weights out for everyone: it has no customer to name. */
export const isForEveryone = ({ activity, items = [] }: Case): boolean =>
  unboxed(activity) === 'weights-transfer' &&
  items.length > 0 &&
  items.every((item) => isYes(item['releasedToEveryone']) && isYes(item['weightsPublished']))

function isYes(raw: unknown): boolean {
  const said = unboxed(raw)
  return said === true || said === 'yes'
}

/**
 * Whether a deal sends an item. A service, a flow of data and an investment send none, unless the case
 * lists what is delivered beside them: an SDK, weights, a container. Undefined where neither tells.
 */
export function sendsItem(input: Case): boolean | undefined {
  if (input.items !== undefined) return true
  const activity = unboxed(input['activity'])
  return activity === undefined || activity === 'unknown' ? undefined : OF_ITEMS.has(activity)
}
