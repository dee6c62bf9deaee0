import type { PartyScreening } from '../determination.ts'
import type { AnswerOptions } from './answer.ts'
import type { Screener } from './screen.ts'
import { screenParty, type Terms } from './screen-party.ts'
import { statedByName, type Placed, type StatedOf } from './stated-names.ts'

/** What screening needs to see of a case: its parties and their owners, whatever else they say. */
export interface Screenable {
  readonly parties?: readonly Mention[] | undefined
}
interface Mention {
  readonly name?: unknown
  readonly lists?: unknown
  readonly country?: unknown
  readonly address?: unknown
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

/**
 * Screens every party of a case, its ultimate parent and every owner that it names. The same name as an
 * entry puts one on that list, whatever the case says: only a decision that it is another party, `licet
 * clear`, sets a hit aside. Where the case does not say on which lists one is, nothing near puts it on none,
 * and what lies between, or can't be compared, stays unknown and so becomes a question. Never a clear for
 * want of a comparison. On a law date before the lists, or past their limit of freshness, a name without a
 * hit settles nothing, unless the case states of a party of that very name on which lists it is: who has
 * answered that of a purchaser is not asked it again of the same company as a parent.
 */
export function screenParties<Input extends Screenable>(
  input: Input,
  screener: Screener,
  day: string,
  decide?: AnswerOptions['decide'],
  terms: Omit<Terms, 'decide'> = {},
): ScreenedCase<Input> {
  const { parties } = input
  if (parties === undefined) return { case: input, screening: [] }
  const screening: PartyScreening[] = []
  const ids = new Set(idsOf(parties))
  const statedOf = statedByName(
    parties.map((party) => ({ ...placed(party), stated: statedIn(party.lists) })),
  )
  const each = (mention: Mention, at: string): void => {
    const found = screenOne(mention, at, ids, screener, day, { ...terms, decide })
    const stated = mention.lists === undefined ? statedOf(placed(mention)) : undefined
    if (found !== undefined)
      screening.push(stated === undefined ? found : withStated(found, stated, day))
    mention.owners?.forEach((owner, i) => each(owner, `${at}.owners[${i}]`))
    const parent = mention.ultimateParent
    // A party that is its own ultimate parent is screened once.
    if (parent !== undefined && parent.name !== mention.name) each(parent, `${at}.ultimateParent`)
  }
  parties.forEach((party, i) => each(party, `parties[${i}]`))
  return { case: settled(input, screening), screening }
}

const placed = ({ name, country, headquarters }: Mention): Placed => ({
  name,
  places: [textOf(country), textOf(headquarters)].filter((place) => place !== undefined),
})

/** What was found of a name of which the case states elsewhere on which lists it is; a hit is still one. */
function withStated(found: PartyScreening, { lists, at }: StatedOf, day: string): PartyScreening {
  if (found.status === 'listed')
    return { ...found, lists: [...new Set([...lists, ...(found.lists ?? [])])] }
  if (found.status === 'question' || found.hits.length > 0) return found
  if (found.status === 'none' && lists.length === 0) return found
  const source = { document: `stated of the same name at ${at}`, date: day }
  return { ...found, status: 'stated', lists: [...lists], source, notComparable: [] }
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
  { name, lists, country, headquarters, address }: Mention,
  at: string,
  ids: ReadonlySet<string>,
  screener: Screener,
  day: string,
  terms: Terms,
): PartyScreening | undefined {
  // An owner may be named by the id of a company that the case describes elsewhere.
  if (typeof name !== 'string' || name.trim() === '' || ids.has(name)) return undefined
  const subject = { name, country: textOf(country ?? headquarters), address: textOf(address) }
  return { at, ...screenParty(screener, subject, day, terms, statedIn(lists)) }
}

/** The lists on which a case says a party is, where it says so. */
export function statedIn(lists: unknown): readonly string[] | undefined {
  const said = bare(lists)
  return Array.isArray(said) ? (said as readonly string[]) : undefined
}

const bare = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw

/** A text of a case, boxed or not, where it is known: as parties are searched by it. */
export function textOf(raw: unknown): string | undefined {
  const text = bare(raw)
  return typeof text === 'string' && text !== 'unknown' && text.trim() !== '' ? text : undefined
}
