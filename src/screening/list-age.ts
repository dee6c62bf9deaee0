import type { IndexMeta } from './index-file.ts'

/** How old a list is on a day. */
export interface ListAge {
  readonly code: string
  readonly title: string
  readonly date: string
  readonly entries: number
  readonly sha256: string
  readonly ageDays: number
  readonly staleAfter: number
  readonly stale: boolean
}

const DAY = 86_400_000

/** Days between two ISO dates. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

/** The age of every list on a day, against its own limit or one that is stricter. */
export function agesOf({ lists }: IndexMeta, today: string, mostDays?: number): ListAge[] {
  return lists.map(({ code, title, date, entries, sha256, staleAfter }) => {
    const ageDays = daysBetween(date, today)
    const limit = mostDays === undefined ? staleAfter : Math.min(staleAfter, mostDays)
    return {
      code,
      title,
      date,
      entries,
      sha256,
      ageDays,
      staleAfter: limit,
      stale: ageDays > limit,
    }
  })
}
