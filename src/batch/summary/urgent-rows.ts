import { OUTCOMES, type Outcome } from '../../determination.ts'
import type { Reason } from '../../report/reasons.ts'
import type { Decision } from '../decision.ts'

/** A row that a person should look at, with what the person needs to see. */
export interface UrgentRow {
  /** Its place in the order in which rows need a person, as `urgencyOf` says. */
  readonly urgency: number
  /** Number of the row; the heading is row 1. */
  readonly row: number
  readonly line?: number
  readonly sheet?: string
  /** Id of the case; empty where the row gives none. */
  readonly id: string
  readonly parties: readonly string[]
  readonly country: string
  readonly items: readonly string[]
  readonly outcome: Outcome
  readonly reviewPolicy: string
  readonly reasons: readonly Reason[]
  readonly questions: readonly string[]
  /** What screening found of its parties; empty where nothing. */
  readonly screening: string
}

/** Rows of a run that a summary shows. */
export const MOST_URGENT = 50

/** What waits for a person, the most urgent first; before them all comes a hit that nobody has decided. */
const WAITING: readonly Outcome[] = [
  'prohibited',
  'needs-review',
  'needs-facts',
  'license-required',
  'permitted-with-conditions',
]

/**
 * The order in which rows need a person, the lowest first: those with a possible match on a list that
 * nobody has decided, the strictest outcome first; then the prohibited; those that need review; those that
 * need facts; those that need a license; those with conditions to meet. Among equals that with the fewest
 * open questions is first, since it is settled soonest. Undefined where nothing is left to do.
 */
export function urgencyOf(
  { outcome, questions }: Pick<Decision, 'outcome' | 'questions'>,
  isHitOpen: boolean,
): number | undefined {
  const kind = WAITING.indexOf(outcome)
  if (!isHitOpen && kind < 0) return undefined
  const group = isHitOpen ? OUTCOMES.length - OUTCOMES.indexOf(outcome) : OUTCOMES.length + 1 + kind
  return group * 1000 + Math.min(questions.length, 999)
}

/** The most urgent of some rows in their order; equals by their place in the table. */
export const mostUrgent = (rows: readonly UrgentRow[]): UrgentRow[] =>
  rows.toSorted((a, b) => a.urgency - b.urgency || a.row - b.row).slice(0, MOST_URGENT)

/** Collects the most urgent of rows that come in the order of the table, and makes only those. */
export function urgentRows(): {
  readonly offer: (urgency: number | undefined, make: () => UrgentRow) => void
  readonly rows: () => readonly UrgentRow[]
} {
  let held: UrgentRow[] = []
  let least = Number.POSITIVE_INFINITY
  return {
    offer: (urgency, make) => {
      // A row as urgent as the last that is held comes after it.
      if (urgency === undefined || urgency >= least) return
      held.push(make())
      if (held.length < 2 * MOST_URGENT) return
      held = mostUrgent(held)
      least = held.at(-1)!.urgency
    },
    rows: () => mostUrgent(held),
  }
}
