import type { Impact } from '../../src/replay/impact.ts'
import type { LawChange } from '../../src/replay/law-changes.ts'
import { sayListChanges, type ListChange } from '../../src/replay/list-changes.ts'
import { visible } from '../../src/visible.ts'
import type { Terminal } from '../terminal.ts'
import { sayCaused, sayChange } from './said.ts'

/** What is other than before, and what it does to filed decisions. */
export interface Diff {
  readonly changes: readonly LawChange[]
  readonly lists: readonly ListChange[]
  readonly impact: Impact | null
}

const SHOWN = 6

/** Writes what is other than before, and each filed decision that it touches. */
export function sayDiff({ changes, lists, impact }: Diff, { stdout }: Terminal): void {
  for (const change of changes) stdout.write(`${sayChange(change)}\n`)
  for (const line of sayListChanges(lists)) stdout.write(`${visible(line)}\n`)
  stdout.write(`${changes.length} changes of law, ${lists.length} of lists\n`)
  if (impact === null) return
  for (const { record, outcome, differences, why } of impact.touched) {
    const { before, after } = outcome
    stdout.write(
      `\n${record}: ${before === after ? `${before}, on other conditions` : `${before} -> ${after}`}\n`,
    )
    for (const one of differences.slice(0, SHOWN)) stdout.write(`  ${sayCaused(one)}\n`)
    const more = differences.length - SHOWN
    if (more > 0) stdout.write(`  and ${more} more; --format json has them all\n`)
    for (const line of why) stdout.write(`  why: ${visible(line)}\n`)
  }
  for (const { record, why } of impact.refused)
    stdout.write(`\n${record}: could not be judged: ${why}\n`)
  const { judged, touched, explainedOtherwise, refused } = impact
  stdout.write(
    [
      '',
      `${touched.length} of ${judged + refused.length} filed cases are touched`,
      ...(explainedOtherwise.length === 0
        ? []
        : [
            `${explainedOtherwise.length} more keep their answer and read otherwise: ${explainedOtherwise.join(', ')}`,
          ]),
      '',
    ].join('\n'),
  )
}
