import { listChange } from '../../src/lists/affected.ts'
import { readIndex, storeFolder, versionNamed } from '../../src/lists/store.ts'
import { answer, type Answer, type Threshold } from '../../src/screening/answer.ts'
import { loadRomanizers } from '../../src/screening/romanizers.ts'
import type { Subject } from '../../src/screening/screen.ts'
import { csvRow, rowsOf } from './hit-rows.ts'
import type { OpenLists } from './open-lists.ts'

/** What a run screens against, as plain values that a thread can be handed. */
export interface Plan {
  /** Version of the lists. */
  readonly lists: string
  readonly threshold: Threshold
  /** Version since which a change must affect a name for it to be in the answer; all names otherwise. */
  readonly since?: string | undefined
  readonly today: string
  readonly isLines: boolean
  /** What is said beside a name without a hit, where lists are stale. */
  readonly stale?: string | undefined
}

/** A row of the input with whom it names. */
export interface BatchRow {
  readonly row: number
  readonly subject: Subject
}

/** The rows of an answer as text, and how many names had which status. */
export interface JudgedBatch {
  readonly text: string
  readonly counts: Readonly<Record<string, number>>
}

export type JudgeBatch = (rows: readonly BatchRow[]) => JudgedBatch

/** Answers hold the entries of their hits; a name that comes again mostly comes soon. */
const MOST_REMEMBERED = 400

/** Makes ready what judges batches of names; a name that comes again is not screened again. */
export async function judgeOf(plan: Plan, lists: OpenLists): Promise<JudgeBatch> {
  const judge = await oneByOne(plan, lists)
  const known = new Map<string, Answer | undefined>()
  const remembered = (subject: Subject): Answer | undefined => {
    const key = JSON.stringify(subject)
    if (known.has(key)) return known.get(key)
    const fresh = judge(subject)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, fresh)
    return fresh
  }
  return (rows) => {
    const counts: Record<string, number> = {}
    let text = ''
    for (const { row, subject } of rows) {
      const answered = remembered(subject)
      const status = answered?.status ?? 'not-affected'
      counts[status] = (counts[status] ?? 0) + 1
      if (answered === undefined) continue
      text += plan.isLines
        ? `${JSON.stringify({ row, ...answered, stale: plan.stale ?? null })}\n`
        : `${rowsOf(answered, String(row), plan.stale).map(csvRow).join('\n')}\n`
    }
    return { text, counts }
  }
}

async function oneByOne(
  { since, threshold }: Plan,
  { screener, decide }: OpenLists,
): Promise<(subject: Subject) => Answer | undefined> {
  if (since === undefined) return (subject) => answer(screener, subject, threshold, { decide })
  const older = readIndex(versionNamed(storeFolder(process.env), since).file)
  const change = listChange(older, screener, threshold, await loadRomanizers())
  return (subject) => {
    const found = change.affected(subject, { decide })
    if (found === undefined) return undefined
    const { now, before } = found
    if (now.status !== 'no-hit' || before.hits.length === 0) return now
    const ids = before.hits.map(({ id }) => id).join(', ')
    return { ...before, notComparable: [`no longer listed so: ${ids}`] }
  }
}
