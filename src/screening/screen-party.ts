import type { PartyHit, PartyScreening } from '../determination.ts'
import { answer, type Answer, type AnswerOptions, type Hit } from './answer.ts'
import { agesOf, type ListAge } from './list-age.ts'
import type { Screener, Subject } from './screen.ts'

/** What else decides what a screening settles. */
export interface Terms {
  /** What people have decided about hits. */
  readonly decide?: AnswerOptions['decide'] | undefined
  /** Days after which any list is stale, where that is less than its own limit. */
  readonly mostDays?: number | undefined
  /** Whether no hit on a stale list puts a party on none, all the same; the answer says so. */
  readonly acceptStale?: boolean | undefined
}

/** What screening found of a party, before it is known where the case names it. */
export type PartyFinding = Omit<PartyScreening, 'at'>

const MOST_HITS = 10
const MOST_NEAR_MISSES = 3

/**
 * Screens one party on a law date. The same name as an entry puts it on the lists of that entry, nothing
 * near puts it on none, and what lies between, or can't be compared, settles nothing. Never a clear for
 * want of a comparison, of a fresh list or of a list of that day. `stated` are the lists that the case names.
 */
export function screenParty(
  screener: Screener,
  subject: Subject,
  day: string,
  { decide, mostDays, acceptStale }: Terms = {},
  stated?: readonly string[],
): PartyFinding {
  const answered = answer(screener, subject, 'review', { decide })
  const same = answered.hits.filter((hit) => isSameParty(hit))
  const known = [...new Set(same.flatMap(({ consequence }) => consequence.facts))]
  const stale = staleOn(screener, day, mostDays)
  const reached = reachedBy(answered, same, known, screener, day)
  const isStale = reached === 'none' && stale.length > 0 && acceptStale !== true
  const contradicts = stated !== undefined && known.some((list) => !stated.includes(list))
  const isStated = stated !== undefined && !contradicts
  const status = isStated ? 'stated' : isStale ? 'stale' : reached
  return {
    name: subject.name,
    status,
    lists:
      status === 'listed'
        ? [...new Set([...(stated ?? []), ...known])]
        : status === 'none'
          ? []
          : null,
    source: sourceOf(status, same, stale, screener),
    contradicts,
    threshold: answered.threshold.score,
    notComparable: [...answered.notComparable, ...(status === 'stale' ? [sayStale(stale)] : [])],
    hits: answered.hits.slice(0, MOST_HITS).map(compact),
    nearMisses: answered.nearMisses.slice(0, MOST_NEAR_MISSES).map(compact),
    cleared: answered.cleared.map((hit) => ({ ...compact(hit), ...decided(hit) })),
  }
}

/** The lists on which it matters not to stand, and that are past their limit on a day. */
const staleOn = ({ file: { meta } }: Screener, day: string, mostDays?: number): ListAge[] =>
  agesOf(meta, day, mostDays).filter(
    ({ stale }, i) => stale && meta.lists[i]!.law?.decides !== false,
  )

/** The same name, in a country that does not speak against it, on a list whose names were read. */
const isSameParty = ({ band, kind, support, consequence }: Hit): boolean =>
  band === 'exact' &&
  kind === 'name' &&
  support.country !== 'contradicts' &&
  consequence.confidence !== 'C' &&
  consequence.facts.length > 0

/** What a screening comes to, leaving aside what the case states and how old the lists are. */
function reachedBy(
  { hits, status }: Answer,
  same: readonly Hit[],
  known: readonly string[],
  { file }: Screener,
  day: string,
): 'listed' | 'none' | 'question' | 'before-the-lists' {
  if (file.meta.lists.some(({ date, entries }) => entries > LARGE && date > day))
    return 'before-the-lists'
  if (hits.length === 0) return status === 'not-comparable' ? 'question' : 'none'
  // A light list must not hide that the party may be on a grave one; a grave one stands for itself.
  const isGrave = same.some(({ consequence }) => consequence.twoPeople)
  const isAll = hits.every(
    ({ consequence: { facts } }) => facts.length > 0 && facts.every((fact) => known.includes(fact)),
  )
  return same.length > 0 && (isGrave || isAll) ? 'listed' : 'question'
}

/** Lists by whose day the lists as a whole are dated. */
const LARGE = 1000

/** The list that is furthest past its limit, with its age, then the others. */
function sayStale(stale: readonly ListAge[]): string {
  const order = stale.toSorted((a, b) => b.ageDays - b.staleAfter - (a.ageDays - a.staleAfter))
  const [{ code, date, ageDays, staleAfter }, ...others] = order as [ListAge, ...ListAge[]]
  const rest = others.length === 0 ? '' : `, and ${others.map((one) => one.code).join(', ')}`
  return `stale on the law date: ${code} of ${date} (${ageDays} days old, limit ${staleAfter})${rest}`
}

const decided = ({ decision }: Hit): { by: string[]; reason: string; until: string | null } => ({
  by: [...(decision?.by ?? [])],
  reason: decision?.reason ?? '',
  until: decision?.until ?? null,
})

const compact = (hit: Hit): PartyHit => ({
  id: hit.id,
  list: hit.list,
  listTitle: hit.listTitle,
  listDate: hit.listDate,
  name: hit.name,
  lists: [...hit.consequence.facts],
  matched: hit.matched?.text ?? null,
  kind: hit.kind,
  score: hit.score,
  band: hit.band,
  country: hit.support.country,
  words: (hit.why?.words ?? []).map(({ query, name, how }) => `${query} ~ ${name} (${how})`),
  citation: hit.consequence.citation,
  requirement: hit.consequence.licenseRequirement ?? hit.consequence.requirement,
  reviewPolicy: hit.consequence.reviewPolicy ?? null,
  exceptions: hit.consequence.exceptions ?? null,
  footnotes: [...hit.consequence.footnotes],
  notice: hit.consequence.federalRegisterNotice ?? null,
  digest: hit.digest,
})

function sourceOf(
  status: PartyScreening['status'],
  same: readonly Hit[],
  stale: readonly ListAge[],
  { file }: Screener,
): PartyScreening['source'] {
  const largest = file.meta.lists.reduce((a, b) => (b.entries > a.entries ? b : a))
  if (status === 'none') {
    const accepted =
      stale.length === 0
        ? ''
        : `; accepted although stale: ${stale.map(({ code }) => code).join(', ')}`
    return { document: `screening, no hit on any list${accepted}`, date: largest.date }
  }
  if (status !== 'listed') return null
  return {
    document: `screening, ${same.map(({ id, name }) => `${id} ${name}`).join('; ')}`,
    date: same[0]!.listDate,
  }
}
