import type { Impact } from '../../src/replay/impact.ts'
import type { LawChange } from '../../src/replay/law-changes.ts'
import { sayListChanges, type ListChange } from '../../src/replay/list-changes.ts'
import { BLANK, type Line } from '../../src/report/lines.ts'
import { sayCaused, sayChange, telling } from './said.ts'

/** What is other than before, and what it does to filed decisions. */
export interface Diff {
  readonly changes: readonly LawChange[]
  readonly lists: readonly ListChange[]
  readonly impact: Impact | null
}

const SHOWN = 6

/** What is other than before, and each filed decision that it touches, as lines. */
export function sayDiff({ changes, lists, impact }: Diff): Line[] {
  return [
    ...changes.map((change) => line(sayChange(change))),
    ...sayListChanges(lists).map((text) => line(text)),
    line(`${changes.length} changes of law, ${lists.length} of lists`),
    ...(impact === null ? [] : sayImpact(impact)),
  ]
}

function sayImpact({ judged, touched, explainedOtherwise, refused }: Impact): Line[] {
  return [
    ...touched.flatMap(({ record, outcome: { before, after }, differences, why }) => {
      const shown = telling(differences).slice(0, SHOWN)
      const more = differences.length - shown.length
      return [
        BLANK,
        line(
          `${record}: ${before === after ? `${before}, on other conditions` : `${before} -> ${after}`}`,
        ),
        ...shown.map((one) => line(sayCaused(one), '  ')),
        ...(more > 0 ? [line(`and ${more} more; --format json has them all`, '  ')] : []),
        ...why.map((text) => line(text, '  why: ')),
      ]
    }),
    ...refused.flatMap(({ record, why }) => [
      BLANK,
      line(`${record}: could not be judged: ${why}`),
    ]),
    BLANK,
    line(`${touched.length} of ${judged + refused.length} filed cases are touched`),
    ...(explainedOtherwise.length === 0
      ? []
      : [
          line(
            `${explainedOtherwise.length} more keep their answer and read otherwise: ${explainedOtherwise.join(', ')}`,
          ),
        ]),
  ]
}

const line = (text: string, lead = ''): Line => ({ lead, text })
