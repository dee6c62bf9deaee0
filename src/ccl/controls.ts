import type { ControlLine, Destination, Entry } from './entry.ts'
import { statusOf } from './lookup.ts'
import { reach, type Given } from './scope.ts'

/** Where a control requires a license: a chart column, a named set, or what another section says. */
export type Where =
  | { readonly column: string }
  | { readonly destination: Destination; readonly enforced: 'everywhere' | Enforcement }
  | { readonly see: string }

export type Enforcement = 'advanced-computing-or-d5-headquarters' | 'none'

/** A reason for control of an entry, and whether it holds for an item. */
export interface Control {
  readonly reason: string
  readonly where: Where
  readonly citation: string
  /** `may-apply` is open, never a no: `why` and `questions` say what would settle it. */
  readonly verdict: 'applies' | 'may-apply' | 'no'
  readonly why: string | undefined
  readonly questions: readonly string[]
}

/** What is known of an item, and the law date where it is not the day of the snapshot. */
export interface Facts extends Given {
  readonly day?: string
}

const VERDICTS = { yes: 'applies', unknown: 'may-apply', no: 'no' } as const

/**
 * The controls of an entry on an item in one of its paragraphs: the License Requirements section
 * of 15 CFR 774 Supp. 1, read as 15 CFR 738.2(d)(2) and 738.4(a) say. Without a paragraph (`null`),
 * or with one that the entry is not known to have, whatever reaches only some paragraphs may
 * apply. A day before an entry or a control began makes it open too: the law before was not read.
 */
export function controlsOn(entry: Entry, paragraph: string | null, facts: Facts = {}): Control[] {
  const known = statusOf(entry, paragraph) === 'unlisted' ? null : paragraph
  const controls = entry.controls.map((line) => controlOf(entry, line, known, facts))
  if (entry.review === undefined) return controls
  const { why, law } = entry.review
  const place = { see: law }
  return [
    ...controls,
    { reason: 'review', where: place, citation: law, verdict: 'may-apply', why, questions: [] },
  ]
}

function controlOf(
  entry: Entry,
  line: ControlLine,
  paragraph: string | null,
  facts: Facts,
): Control {
  const { verdict, why, questions } = reach(line.scope, paragraph, facts)
  const base = { reason: line.reason, where: whereOf(line), citation: citationOf(entry, line) }
  const begins = [entry.from, line.from].find((from) => from !== undefined && early(facts, from))
  if (begins !== undefined && verdict !== 'no') {
    const since = `this text began on ${begins}; the law before it was not read`
    return { ...base, verdict: 'may-apply', why: since, questions }
  }
  return { ...base, verdict: VERDICTS[verdict], why, questions }
}

const early = ({ day }: Facts, from: string): boolean => day !== undefined && day < from

function whereOf(line: ControlLine): Where {
  if ('column' in line) return { column: line.column }
  if ('see' in line) return { see: line.see }
  return { destination: line.destination, enforced: line.enforced ?? 'everywhere' }
}

function citationOf(entry: Entry, line: ControlLine): string {
  const listed = `15 CFR 774 Supp. 1, ECCN ${entry.eccn}`
  if ('column' in line) return `${listed}; 15 CFR 738 Supp. 1`
  return `${listed}; ${'see' in line ? line.see : line.law}`
}
