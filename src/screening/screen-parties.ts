import { answer, type Answer, type AnswerOptions, type Hit } from './answer.ts'
import type { PartyHit, PartyScreening } from '../determination.ts'
import type { IndexMeta } from './index-file.ts'
import type { Screener } from './screen.ts'

/** What screening needs to see of a case: its parties and their owners, whatever else they say. */
export interface Screenable {
  readonly parties?: readonly Mention[] | undefined
}
interface Mention {
  readonly name?: unknown
  readonly lists?: unknown
  readonly country?: unknown
  readonly id?: unknown
  readonly headquarters?: unknown
  readonly owners?: readonly Mention[] | undefined
  readonly ultimateParent?: Mention | undefined
}

/** A case with what screening settled, and everything that it found. */
export interface ScreenedCase<Input> {
  readonly case: Input
  readonly screening: readonly PartyScreening[]
}

const MOST_HITS = 10
const MOST_NEAR_MISSES = 3

/**
 * Screens every party of a case, its ultimate parent and every owner that it names. The same name as an entry puts one on that
 * list, whatever the case says: only a decision that it is another party, `licet clear`, sets a hit aside.
 * Where the case does not say on which lists one is, nothing near puts it on none, and what lies between,
 * or can't be compared, stays unknown and so becomes a question. Never a clear for want of a comparison.
 * On a law date before the lists nothing is settled.
 */
export function screenParties<Input extends Screenable>(
  input: Input,
  screener: Screener,
  day: string,
  decide?: AnswerOptions['decide'],
): ScreenedCase<Input> {
  const { parties } = input
  if (parties === undefined) return { case: input, screening: [] }
  const screening: PartyScreening[] = []
  const ids = new Set(idsOf(parties))
  const each = (mention: Mention, at: string): void => {
    const found = screenOne(mention, at, ids, screener, day, decide)
    if (found !== undefined) screening.push(found)
    mention.owners?.forEach((owner, i) => each(owner, `${at}.owners[${i}]`))
    const parent = mention.ultimateParent
    // A party that is its own ultimate parent is screened once.
    if (parent !== undefined && parent.name !== mention.name) each(parent, `${at}.ultimateParent`)
  }
  parties.forEach((party, i) => each(party, `parties[${i}]`))
  return { case: settled(input, screening), screening }
}

/** The part of what was found of a party that a case is settled by. */
export type Settling = Pick<PartyScreening, 'at' | 'status' | 'lists' | 'source'> & {
  readonly hits: readonly unknown[]
  readonly notComparable: readonly unknown[]
}

/** A case with what a screening of it settled: on which lists a party or an owner is. */
export function settled<Input extends Screenable>(
  input: Input,
  screening: readonly Settling[],
): Input {
  const found = new Map(screening.map(({ at, lists, source }) => [at, { value: lists, source }]))
  // What a person must decide is not known, whatever the case says or leaves out.
  const open = new Set(screening.filter(isOpen).map(({ at }) => at))
  const each = (mention: Mention, at: string): Mention => {
    const lists = found.get(at)
    const below = mention.owners?.map((owner, i) => each(owner, `${at}.owners[${i}]`))
    const parent = mention.ultimateParent
    return {
      ...mention,
      ...(below !== undefined && { owners: below }),
      ...(parent !== undefined && { ultimateParent: each(parent, `${at}.ultimateParent`) }),
      ...(lists !== undefined && lists.value !== null && { lists }),
      ...(open.has(at) && { lists: 'unknown' }),
    }
  }
  const { parties } = input
  if (parties === undefined) return input
  return { ...input, parties: parties.map((party, i) => each(party, `parties[${i}]`)) }
}

const isOpen = ({ lists, status, hits, notComparable }: Settling): boolean =>
  lists === null && status !== 'stated' && hits.length + notComparable.length > 0

const idsOf = (mentions: readonly Mention[]): string[] =>
  mentions.flatMap(({ id, owners }) => [
    ...(typeof id === 'string' ? [id] : []),
    ...idsOf(owners ?? []),
  ])

function screenOne(
  { name, lists, country, headquarters }: Mention,
  at: string,
  ids: ReadonlySet<string>,
  screener: Screener,
  day: string,
  decide: AnswerOptions['decide'],
): PartyScreening | undefined {
  // An owner may be named by the id of a company that the case describes elsewhere.
  if (typeof name !== 'string' || name.trim() === '' || ids.has(name)) return undefined
  const code = bare(country ?? headquarters)
  const answered = answer(
    screener,
    { name, ...(typeof code === 'string' && code !== 'unknown' && { country: code }) },
    'review',
    { decide },
  )
  return screeningOf({ name, lists }, at, answered, screener, day)
}

/** What the answer to a party's name says of it, where it stands in a case and with what the case says. */
export function screeningOf(
  { name, lists }: { readonly name: string; readonly lists?: unknown },
  at: string,
  answered: Answer,
  screener: Screener,
  day: string,
): PartyScreening {
  const exact = answered.hits.filter(({ band, kind }) => band === 'exact' && kind === 'name')
  const known = [...new Set(exact.flatMap(({ consequence }) => consequence.facts))]
  const mayBe = answered.hits.length > 0 || answered.status === 'not-comparable'
  const standing = standingOf({ known, isOpen: mayBe }, lists, isBeforeLists(screener.file.meta, day))
  return {
    at,
    name,
    ...standing,
    source: sourceOf(standing.status, exact, screener),
    threshold: answered.threshold.score,
    notComparable: [...answered.notComparable],
    hits: answered.hits.slice(0, MOST_HITS).map(compact),
    nearMisses: answered.nearMisses.slice(0, MOST_NEAR_MISSES).map(compact),
    cleared: answered.cleared.map((hit) => ({ ...compact(hit), ...decided(hit) })),
  }
}

/** What screening found of a name: the lists of entries that have it, and whether any entry may. */
export interface Found {
  readonly known: readonly string[]
  readonly isOpen: boolean
}

/** What was found of a party beside what its case says of its lists, on a day that may be before the lists. */
export function standingOf(
  { known, isOpen: isOpenName }: Found,
  lists: unknown,
  isBefore: boolean,
): Pick<PartyScreening, 'status' | 'lists' | 'contradicts'> {
  const said = bare(lists)
  const stated = Array.isArray(said) ? (said as readonly string[]) : undefined
  const contradicts = stated !== undefined && known.some((list) => !stated.includes(list))
  if (stated !== undefined && !contradicts) return { status: 'stated', lists: null, contradicts }
  if (isBefore) return { status: 'before-the-lists', lists: null, contradicts }
  if (known.length > 0)
    return { status: 'listed', lists: [...new Set([...(stated ?? []), ...known])], contradicts }
  return isOpenName
    ? { status: 'question', lists: null, contradicts }
    : { status: 'none', lists: [], contradicts }
}

/** Whether a law date is before the lists, which can't tell of that day. */
export const isBeforeLists = ({ lists }: Pick<IndexMeta, 'lists'>, day: string): boolean =>
  lists.some(({ date, entries }) => entries > LARGE && date > day)

/** Lists by whose day the lists as a whole are dated. */
const LARGE = 1000

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
  exact: readonly Hit[],
  { file }: Screener,
): PartyScreening['source'] {
  const largest = file.meta.lists.reduce((a, b) => (b.entries > a.entries ? b : a))
  if (status === 'none') return { document: 'screening, no hit on any list', date: largest.date }
  if (status !== 'listed') return null
  return {
    document: `screening, ${exact.map(({ id, name }) => `${id} ${name}`).join('; ')}`,
    date: exact[0]!.listDate,
  }
}

const bare = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw
