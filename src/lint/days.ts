/** The ISO day that is a number of calendar days after another. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whether two spans of days share one; `until` is exclusive, a missing bound is open. */
export function overlap(a: Span, b: Span): boolean {
  return startsBefore(a, b) && startsBefore(b, a)
}

export interface Span {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const startsBefore = (a: Span, b: Span): boolean =>
  a.from === undefined || b.until === undefined || a.from < b.until
