import type { ListEntry } from './list-entry.ts'
import { consequenceOf, isAddressAlone, type Consequence } from './consequence.ts'
import { digestAt, entryAt } from './entries.ts'
import { explain, type Explanation } from './explain.ts'
import type { ListMeta } from './index-file.ts'
import { BANDS, type Band, type Scoring } from './score.ts'
import type { NotComparable } from './not-comparable.ts'
import { PART_LESS, type AddressMatch, type Match, type Screener, type Subject } from './screen.ts'

/** Where alerts begin: a band, or a score from 0 to 100. */
export type Threshold = Band | number

/** What speaks beside the name. It orders hits, and never takes one away. */
export interface Support {
  readonly country: 'supports' | 'contradicts' | 'not given' | 'not listed'
  readonly address: { readonly text: string; readonly score: number } | null
}

/** An entry that may be the party. */
export interface Hit {
  readonly rank: number
  /** Id of the entry, stable over versions of its list. */
  readonly id: string
  readonly kind: 'name' | 'address'
  readonly list: string
  readonly listTitle: string
  readonly listDate: string
  /** The entry's own name. */
  readonly name: string
  readonly matched: {
    readonly text: string
    readonly kind: Match['kind']
    readonly script: string
    readonly how: string
    /** The query as it was compared. */
    readonly read: string
  } | null
  /** Name evidence alone, 0 to 100; null for a hit by address. */
  readonly score: number | null
  readonly band: Band
  readonly support: Support
  readonly why: Explanation | null
  readonly consequence: Consequence
  readonly entry: ListEntry
  /** SHA-256 of the entry, to which a decision is bound. */
  readonly digest: string
  /** Other entries of the list with the same name and countries. */
  readonly alsoAs: readonly string[]
  readonly decision: Decision | null
}

/** What people have decided about a hit. */
export interface Decision {
  /** `cleared`: it is another party, and the hit is set aside. The others set nothing aside. */
  readonly state: 'cleared' | 'waits for a second person' | 'lapsed'
  readonly by: readonly string[]
  readonly reason: string
  readonly until: string | null
  /** Why it no longer holds. */
  readonly lapsed: string | null
}

export interface AnswerOptions {
  /** Entries to screen against; all where left out. */
  readonly only?: ReadonlySet<number> | undefined
  /** Score below which near misses may be left out. */
  readonly least?: number | undefined
  /** What was decided about a hit of a subject. */
  readonly decide?:
    | ((subject: Subject, hit: Pick<Hit, 'id' | 'digest' | 'consequence'>) => Decision | undefined)
    | undefined
}

/** The answer for one subject. */
export interface Answer {
  readonly query: Subject
  /** `no-hit` says that nothing reached the threshold; it is no clearance. */
  readonly status: 'hits' | 'no-hit' | 'not-comparable'
  readonly threshold: { readonly from: string; readonly score: number }
  readonly hits: readonly Hit[]
  /** Hits that people have decided to be another party. */
  readonly cleared: readonly Hit[]
  readonly nearMisses: readonly Hit[]
  readonly notComparable: readonly string[]
}

const MOST_HITS = 50
export const MOST_NEAR = 10
export const LEAST_ADDRESS = 75

/** Screens a subject and says everything that a reviewer needs to decide. */
export function answer(
  screener: Screener,
  subject: Subject,
  threshold: Threshold,
  { only, least: floor, decide }: AnswerOptions = {},
): Answer {
  const { matches, addresses, notComparable } = screener.screen(subject, { only, least: floor })
  const { scoring } = screener
  const least = scoreFrom(threshold, scoring)
  const isAlert = ({ score, band }: Match): boolean =>
    threshold === 'exact' ? band === 'exact' : band === 'exact' || score >= least
  const byEntry = new Map(addresses.map((one) => [one.entry, one]))
  const graded = matches
    .filter((match) => match.band !== undefined || isAlert(match))
    .map((match): Graded => {
      const entry = entryAt(screener.file.entries, match.entry)
      return { match, entry, support: supportOf(subject, entry, byEntry.get(match.entry)) }
    })
    .sort((a, b) => gradeOf(b) - gradeOf(a))
  const alerting = graded.filter(({ match }) => isAlert(match))
  const alerts = alerting.map((one) => hitOf(screener, one))
  const near = withoutDuplicates(
    graded.filter(({ match }) => !isAlert(match) && match.band !== undefined),
  )
    .slice(0, MOST_NEAR)
    .map(({ first, again }) => ({ ...hitOf(screener, first), alsoAs: idsOf(again) }))
  const named = new Set(alerting.map(({ match }) => match.entry))
  const byAddress = addresses
    .filter(({ entry, score }) => score >= LEAST_ADDRESS && !named.has(entry))
    .map((found) => addressHit(screener, subject, found))
    .sort((a, b) => Number(isAddressAlone(b)) - Number(isAddressAlone(a)))
  const found = [...alerts, ...byAddress].map((hit) => ({
    ...hit,
    decision: decide?.(subject, hit) ?? null,
  }))
  const isCleared = ({ decision }: Hit): boolean => decision?.state === 'cleared'
  const open = found.filter((hit) => !isCleared(hit))
  const hits = ranked(
    withoutDuplicates(open)
      .slice(0, MOST_HITS)
      .map(({ first, again }) => ({ ...first, alsoAs: idsOf(again) })),
  )
  return {
    query: subject,
    status: hits.length > 0 ? 'hits' : notComparable.length > 0 ? 'not-comparable' : 'no-hit',
    threshold: { from: String(threshold), score: least },
    hits,
    cleared: ranked(found.filter(isCleared)),
    nearMisses: ranked(near),
    notComparable: notComparable.map(sayNotComparable),
  }
}

/** The score from which a threshold alerts. */
function scoreFrom(threshold: Threshold, { bands }: Scoring): number {
  if (typeof threshold === 'number') return threshold
  return threshold === 'exact' ? 100 : bands[threshold]
}

export const isBand = (text: string): text is Band => (BANDS as readonly string[]).includes(text)

const COUNTRY_GRADE = { supports: 0.8, contradicts: -0.8, 'not given': 0, 'not listed': 0 } as const
const EXACT_GRADE = 100
const ADDRESS_GRADE = 1.5

/** A match that is shown, before anything else is said of it. */
interface Graded {
  readonly match: Match
  readonly entry: ListEntry
  readonly support: Support
}

/** What hits are ordered by: the name, then country and address. */
function gradeOf({ match, support }: Graded): number {
  return (
    (match.band === 'exact' ? EXACT_GRADE : 0) +
    match.sum +
    COUNTRY_GRADE[support.country] +
    (support.address === null ? 0 : ADDRESS_GRADE)
  )
}

function hitOf(screener: Screener, { match, entry, support }: Graded): Hit {
  return {
    ...common(screener, match.entry, entry),
    kind: 'name',
    matched: {
      text: match.text,
      kind: match.kind,
      script: match.form.script,
      how: match.form.how,
      read: match.form.text,
    },
    score: Math.round(match.score * 10) / 10,
    band: match.band ?? 'near',
    support,
    why: explain(screener.searcher, screener.scoring, match, PART_LESS),
  }
}

function addressHit(screener: Screener, subject: Subject, found: AddressMatch): Hit {
  const entry = entryAt(screener.file.entries, found.entry)
  return {
    ...common(screener, found.entry, entry),
    kind: 'address',
    matched: null,
    score: null,
    band: 'review',
    support: supportOf(subject, entry, found),
    why: null,
  }
}

type Common = Omit<Hit, 'kind' | 'matched' | 'score' | 'band' | 'support' | 'why'>

function common({ file }: Screener, at: number, entry: ListEntry): Common {
  const list = file.meta.lists.find(({ code }) => code === entry.list) as ListMeta
  return {
    rank: 0,
    id: entry.id,
    list: entry.list,
    listTitle: list.title,
    listDate: list.date,
    name: entry.name,
    consequence: consequenceOf(entry, file.meta),
    entry,
    digest: digestAt(file.entries, at),
    alsoAs: [],
    decision: null,
  }
}

function supportOf(
  { country }: Subject,
  { countries }: ListEntry,
  address: AddressMatch | undefined,
): Support {
  return {
    country:
      country === undefined
        ? 'not given'
        : countries.length === 0
          ? 'not listed'
          : countries.some((one) => seatOf(one) === seatOf(country))
            ? 'supports'
            : 'contradicts',
    address:
      address === undefined ? null : { text: address.text, score: Math.round(address.score) },
  }
}

/** Lists write Hong Kong as China or as itself; under the EAR it is China (85 FR 83788). */
const seatOf = (country: string): string => (country === 'HK' ? 'CN' : country)

/** Entries that a list has twice stand together under the first. */
function withoutDuplicates<Found extends { readonly entry: ListEntry }>(
  all: readonly Found[],
): { readonly first: Found; readonly again: readonly Found[] }[] {
  const groups = new Map<string, { first: Found; again: Found[] }>()
  for (const one of all) {
    const { name, list, countries } = one.entry
    const key = [list, name.toLowerCase(), [...countries].sort().join(',')].join('\n')
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { first: one, again: [] })
    else known.again.push(one)
  }
  return [...groups.values()]
}

const idsOf = (again: readonly { readonly entry: ListEntry }[]): string[] =>
  again.map(({ entry }) => entry.id)

const ranked = (hits: readonly Hit[]): Hit[] => hits.map((hit, i) => ({ ...hit, rank: i + 1 }))

function sayNotComparable(one: NotComparable): string {
  switch (one.why) {
    case 'no-letters':
      return 'the name has no letters that can be compared'
    case 'script':
      return `${one.script} can only be read roughly: a name in Latin letters is needed`
    case 'too-long':
      return `only the first ${one.most} of the name were compared`
    case 'says-nothing':
      return 'the name has nothing but legal forms and words that every name may have'
  }
}
