import type { PartyHit, PartyScreening } from '../determination.ts'
import { answer, type Answer, type AnswerOptions, type Hit } from './answer.ts'
import type { IndexMeta } from './index-file.ts'
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

/** What a search found of a party, whatever its case says of it and on whatever day. */
export interface PartySearch {
  readonly answered: Answer
  /** The hits that are the party itself. */
  readonly same: readonly Hit[]
  /** The lists on which those put it. */
  readonly known: readonly string[]
  readonly reached: Reached
}

/** What a search comes to, leaving aside what the case states and how old the lists are. */
export type Reached = 'listed' | 'none' | 'question'

/** How the lists stand on a law date. */
export interface ListsOn {
  readonly isBefore: boolean
  readonly stale: readonly ListAge[]
  readonly acceptStale: boolean
}

/** How a party stands, given what was found of it, what its case states and the day. */
export interface PartyStanding {
  readonly status: PartyScreening['status']
  readonly lists: string[] | null
  /** Whether it is on a list that the case does not state. */
  readonly contradicts: boolean
}

/**
 * Screens one party on a law date. The same name as an entry puts it on the lists of that entry, nothing
 * near puts it on none, and what lies between, or can't be compared, settles nothing. Never a clear for
 * want of a comparison, of a fresh list or of a list of that day. `stated` are the lists that the case names.
 */
export function screenParty(
  screener: Screener,
  subject: Subject,
  day: string,
  terms: Terms = {},
  stated?: readonly string[],
): PartyFinding {
  const search = searchParty(screener, subject, terms.decide)
  const on = listsOn(screener.file.meta, day, terms)
  const { status, lists, contradicts } = standingOf(search, on, stated)
  const { notComparable, ...shown } = shownOf(search)
  return {
    name: subject.name,
    status,
    lists,
    source: sourceOf(status, search.same, on.stale, screener),
    contradicts,
    ...shown,
    notComparable: [...notComparable, ...(status === 'stale' ? [sayStale(on.stale)] : [])],
  }
}

/** Searches the lists for a party; near misses below a score are left out where one is said. */
export function searchParty(
  screener: Screener,
  subject: Subject,
  decide?: AnswerOptions['decide'],
  least?: number,
): PartySearch {
  const answered = answer(screener, subject, 'review', { decide, least })
  const same = answered.hits.filter((hit) => isSameParty(hit))
  const known = [...new Set(same.flatMap(({ consequence }) => consequence.facts))]
  return { answered, same, known, reached: reachedBy(answered, same, known) }
}

/** How the lists of an index stand on a law date. */
export function listsOn(meta: IndexMeta, day: string, { mostDays, acceptStale }: Terms): ListsOn {
  return {
    isBefore: meta.lists.some(({ date, entries }) => entries > LARGE && date > day),
    stale: staleOn(meta, day, mostDays),
    acceptStale: acceptStale === true,
  }
}

/** How a party stands on a law date, beside what its case states. */
export function standingOf(
  { known, reached }: Pick<PartySearch, 'known' | 'reached'>,
  { isBefore, stale, acceptStale }: ListsOn,
  stated: readonly string[] | undefined,
): PartyStanding {
  const contradicts = stated !== undefined && known.some((list) => !stated.includes(list))
  if (stated !== undefined && !contradicts) return { status: 'stated', lists: null, contradicts }
  if (isBefore) return { status: 'before-the-lists', lists: null, contradicts }
  if (reached === 'listed')
    return { status: reached, lists: [...new Set([...(stated ?? []), ...known])], contradicts }
  if (reached === 'question') return { status: reached, lists: null, contradicts }
  return stale.length > 0 && !acceptStale
    ? { status: 'stale', lists: null, contradicts }
    : { status: 'none', lists: [], contradicts }
}

/** What a search shows to a person. */
export const shownOf = ({
  answered,
}: PartySearch): Pick<
  PartyFinding,
  'threshold' | 'notComparable' | 'hits' | 'nearMisses' | 'cleared'
> => ({
  threshold: answered.threshold.score,
  notComparable: [...answered.notComparable],
  hits: answered.hits.slice(0, MOST_HITS).map(compact),
  nearMisses: answered.nearMisses.slice(0, MOST_NEAR_MISSES).map(compact),
  cleared: answered.cleared.map((hit) => ({ ...compact(hit), ...decided(hit) })),
})

/** The lists on which it matters not to stand, and that are past their limit on a day. */
const staleOn = (meta: IndexMeta, day: string, mostDays: number | undefined): ListAge[] =>
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

function reachedBy(
  { hits, status }: Answer,
  same: readonly Hit[],
  known: readonly string[],
): Reached {
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
export function sayStale(stale: readonly ListAge[]): string {
  const order = stale.toSorted((a, b) => b.ageDays - b.staleAfter - (a.ageDays - a.staleAfter))
  const [{ code, date, ageDays, staleAfter }, ...others] = order as [ListAge, ...ListAge[]]
  const rest = others.length === 0 ? '' : `, and ${others.map((one) => one.code).join(', ')}`
  return `stale on the law date: ${code} of ${date} (${ageDays} days old, limit ${staleAfter})${rest}`
}

/** The stale lists on which no hit was let count as on none. */
export const sayAccepted = (stale: readonly ListAge[]): string =>
  `accepted although stale: ${stale.map(({ code }) => code).join(', ')}`

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
    const accepted = stale.length === 0 ? '' : `; ${sayAccepted(stale)}`
    return { document: `screening, no hit on any list${accepted}`, date: largest.date }
  }
  if (status !== 'listed') return null
  return {
    document: `screening, ${same.map(({ id, name }) => `${id} ${name}`).join('; ')}`,
    date: same[0]!.listDate,
  }
}
