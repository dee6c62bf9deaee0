import type { DealItem } from '../facts/deal.ts'
import { likenessUnder, type Likeness } from '../logic/likeness.ts'
import type { Law } from '../rules/on-day.ts'

const likenesses = new WeakMap<Law, Likeness>()

/**
 * A text that the items of two deals have in common only where a day's law says the same of both: all that
 * the stages read of an item beside its facts stands in it as it is. `digestOf` is for texts that many deals share.
 */
export function likenessOf(
  law: Law,
  deals: readonly DealItem[],
  digestOf: (text: string) => string,
): string {
  let likeness = likenesses.get(law)
  if (likeness === undefined) {
    const conditions = law.all.flatMap(({ when, onlyWhen }) => [when, onlyWhen ?? []].flat())
    likenesses.set(law, (likeness = likenessUnder(conditions, law.book, digestOf)))
  }
  return deals.map((deal) => `${besideFacts(deal)}${likeness(deal.facts)}`).join(END)
}

const END = '\u0000\u0000'

const besideFacts = ({
  index,
  sent,
  product,
  claimed,
  conflicts,
  partyConflicts,
  assumed,
}: DealItem): string =>
  JSON.stringify([index, sent, product, claimed, conflicts, partyConflicts, assumed])
