import { all } from '../logic/verdict.ts'
import { controlsOn, type Control, type Facts } from './controls.ts'
import { hasRow, reaches, type Members, type Reached } from './destination.ts'
import type { ChartFootnote, Entry } from './entry.ts'
import { statusOf, type Classified } from './lookup.ts'
import { reach } from './scope.ts'

/** The eCFR issue from which the list was read. */
export const SNAPSHOT = '2026-07-23'

/** One reason for control at one destination. */
export interface AtDestination {
  readonly reason: string
  readonly citation: string
  readonly why: string | undefined
  readonly enforcement: Reached['enforcement']
  readonly questions: readonly string[]
}

/**
 * What the list and the Country Chart say of an item and a destination. There is no clear among
 * the answers: an absent mark lifts one reason for control only, and General Prohibitions Four to
 * Ten and parts 744 and 746 are still to be tested, 15 CFR 738.4(a)(2)(ii)(B).
 */
export interface ChartAnswer {
  readonly status: 'license-required' | 'needs-review' | 'no-mark'
  readonly absentMarkIsNotClearance: true
  readonly required: readonly AtDestination[]
  readonly review: readonly AtDestination[]
  readonly unmarked: readonly AtDestination[]
  readonly notices: readonly { readonly citation: string; readonly says: string }[]
  /** True where the law date is before the day of the text that was read. */
  readonly beforeSnapshot: boolean
}

/** The lists that the answer rests on: dated tables, and the footnotes of the chart. */
export interface ChartLaw {
  readonly members: Members
  readonly footnotes: readonly ChartFootnote[]
  readonly day: string
}

const EMBARGOES = ['746.2', '746.4', '746.7', '746.8', '746.9']

/**
 * Which reasons for control require a license for an item and a country, which need a person, and
 * which have no mark: 15 CFR 738.4(a)(2) with the footnotes of Supp. 1 to part 738. `country` is
 * the one whose row applies (Hong Kong: CN). @throws never; what cannot be told is in `review`.
 */
export function chartAnswer(
  item: Exclude<Classified, { readonly unknown: string }>,
  country: string,
  law: ChartLaw,
  facts: Facts = {},
): ChartAnswer {
  const given = { ...facts, day: law.day }
  const required: AtDestination[] = []
  const review: AtDestination[] = []
  const unmarked: AtDestination[] = []
  const controls = 'ear99' in item ? [] : controlsOn(item.entry, item.paragraph, given)
  for (const control of controls) {
    const at = reaches(control, country, law.members, facts.answers, law.day)
    const found = atDestination(control, at)
    const held = { applies: 'yes', 'may-apply': 'unknown', no: 'no' } as const
    const verdict = all([held[control.verdict], at.verdict])
    const list = { yes: required, unknown: review, no: unmarked }[verdict]
    list.push(found)
  }
  review.push(...placeReviews(item, country, law))
  const footnotes = footnotesOf(item, country, law, given)
  required.push(...footnotes.required)
  review.push(...footnotes.review)
  const enforced = required.some(({ enforcement }) => enforcement === 'enforced')
  const open = review.length > 0 || required.length > 0
  return {
    status: enforced ? 'license-required' : open ? 'needs-review' : 'no-mark',
    absentMarkIsNotClearance: true,
    required,
    review,
    unmarked,
    notices: footnotes.notices,
    beforeSnapshot: law.day < SNAPSHOT,
  }
}

function atDestination({ reason, citation, ...control }: Control, at: Reached): AtDestination {
  const why = [control.why, at.why].filter((one) => one !== undefined)
  return {
    reason,
    citation,
    why: why.length === 0 ? undefined : why.join('; '),
    enforcement: at.enforcement,
    questions: [...control.questions, ...at.questions],
  }
}

/** What a destination, or a paragraph that the entry does not have, asks of a person on its own. */
function placeReviews(
  item: Exclude<Classified, { readonly unknown: string }>,
  country: string,
  { members }: ChartLaw,
): AtDestination[] {
  const found: AtDestination[] = []
  for (const section of EMBARGOES) {
    if (!members(`embargo-${section}`).has(country)) continue
    found.push(plain('embargo', `15 CFR ${section}`, `${section} governs this destination`))
  }
  if (found.length === 0 && !hasRow(country, members)) {
    found.push(plain('destination', '15 CFR 738 Supp. 1', 'the chart has no row for it'))
  }
  if (!('ear99' in item) && statusOf(item.entry, item.paragraph) === 'unlisted') {
    const why = `the entry is not known to have a paragraph .${item.paragraph}`
    found.push(plain('classification', `15 CFR 774 Supp. 1, ECCN ${item.entry.eccn}`, why))
  }
  return found
}

function footnotesOf(
  item: Exclude<Classified, { readonly unknown: string }>,
  country: string,
  law: ChartLaw,
  facts: Facts,
): Pick<ChartAnswer, 'required' | 'review' | 'notices'> {
  const required: AtDestination[] = []
  const review: AtDestination[] = []
  const notices: { citation: string; says: string }[] = []
  for (const note of law.footnotes.filter(({ countries }) => countries.includes(country))) {
    if (note.effect === 'notice') notices.push({ citation: note.law, says: note.says })
    const reached = 'ear99' in item ? 'no' : footnoteReach(note, item.entry, item.paragraph, facts)
    if (note.effect === 'notice' || reached === 'no') continue
    const found = plain(`footnote ${note.footnote}`, note.law, note.says)
    const list = note.effect === 'requires' && reached === 'yes' ? required : review
    list.push(found)
  }
  return { required, review, notices }
}

function footnoteReach(
  note: ChartFootnote,
  entry: Entry,
  paragraph: string | null,
  facts: Facts,
): 'yes' | 'no' | 'unknown' {
  if (note.items === 'all') return 'yes'
  const line = note.items.find(({ eccn }) => eccn === entry.eccn)
  if (line === undefined) return 'no'
  const known = statusOf(entry, paragraph) === 'unlisted' ? null : paragraph
  return reach(line.scope, known, facts).verdict
}

function plain(reason: string, citation: string, why: string): AtDestination {
  return { reason, citation, why, enforcement: 'enforced', questions: [] }
}
