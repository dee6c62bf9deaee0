import type { Determination, Status } from '../determination.ts'
import { say, type Wording } from '../wording/wording.ts'

/** One provision that decides the outcome. */
export interface Reason {
  readonly citation: string
  readonly text: string
}

/** A provision that a reason may name. */
export interface Applied {
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly status: Status
  readonly item: number | null
}

/** The deciding provisions in the order of the determination, each once with the items that it reaches. */
export const reasons = (determination: Determination, wording: Wording): Reason[] =>
  reasonsOf(
    determination.because,
    [
      ...determination.findings,
      ...determination.exceptions,
      ...determination.redFlags.map((flag) => ({ ...flag, status: 'in-force' as const })),
      ...determination.notices.map((notice) => ({ ...notice, item: null })),
    ],
    determination.items.length,
    wording,
  )

/** Reasons of the provisions that decide, in their order, in a deal of so many items. */
export function reasonsOf(
  because: readonly string[],
  applied: readonly Applied[],
  items: number,
  wording: Wording,
): Reason[] {
  return [...new Set(because)].map((id) => {
    const found = applied.filter((one) => one.id === id)
    const [first] = found
    if (first === undefined) return { citation: id, text: '' }
    const marks = []
    if (items > 1)
      marks.push(
        reachOf(
          found.map((one) => one.item),
          wording,
        ),
      )
    if (first.status !== 'in-force') marks.push(say(wording, `statuses.${first.status}`))
    const text = marks.length === 0 ? first.title : `${first.title} (${marks.join('; ')})`
    return { citation: first.citation, text }
  })
}

/** `whole deal`, `item 1`, `items 1, 3`. Items count from 1 for people. */
export function reachOf(items: readonly (number | null)[], wording: Wording): string {
  const numbers = [...new Set(items)].filter((item) => item !== null).sort((a, b) => a - b)
  if (numbers.length === 0 || items.includes(null)) return say(wording, 'report.deal-wide')
  const list = numbers.map((item) => item + 1).join(', ')
  return numbers.length === 1
    ? say(wording, 'report.item', { n: list })
    : say(wording, 'report.items', { list })
}
