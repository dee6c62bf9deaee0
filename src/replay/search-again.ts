import type { Screened } from '../check.ts'
import type { PartyScreening } from '../determination.ts'
import type { Case } from '../facts/case.ts'
import { unboxed } from '../facts/known.ts'
import type { Decision } from '../screening/answer.ts'
import { screenParties } from '../screening/screen-parties.ts'
import type { Screener } from '../screening/screen.ts'
import type { FiledDetermination } from './again.ts'
import { listsOf, type Searchable } from './lists.ts'

/** The names of a filed case searched in some lists, as a check on that day would. */
export function searchAgain(
  { body }: FiledDetermination,
  { screener, decide }: Searchable,
  day: string,
): Screened {
  const { mostDays, acceptStale } = body.screeningTerms
  const terms = { mostDays: mostDays ?? undefined, acceptStale }
  const { screening } = screenParties(body.case, screener, day, decide, terms)
  return { screening, lists: listsOf(screener.file) }
}

/** The lists of then, with what people had decided of hits when the case was filed. */
export function asOfThen({ body }: FiledDetermination, screener: Screener): Searchable {
  const seats = seatsIn(body.case)
  const cleared = new Map<string, Decision>()
  for (const one of body.determination.screening)
    for (const { id, digest, by, reason, until } of one.cleared)
      cleared.set(keyOf(one.name, seats.get(one.at), id, digest), {
        state: 'cleared',
        by,
        reason,
        until,
        lapsed: null,
      })
  return {
    screener,
    decide: ({ name, country }, { id, digest }) => cleared.get(keyOf(name, country, id, digest)),
  }
}

const keyOf = (name: string, country: string | undefined, id: string, digest: string): string =>
  [name, country ?? '', id, digest].join('\n')

interface Seated {
  readonly country?: unknown
  readonly headquarters?: unknown
  readonly owners?: readonly Seated[] | undefined
  readonly ultimateParent?: Seated | undefined
}

/** The country by which every party, parent and owner was screened, by where it stands: `parties[0].owners[1]`. */
function seatsIn({ parties = [] }: Case): ReadonlyMap<PartyScreening['at'], string> {
  const seats = new Map<string, string>()
  const each = ({ country, headquarters, owners, ultimateParent }: Seated, at: string): void => {
    const code = unboxed(country ?? headquarters)
    if (typeof code === 'string' && code !== 'unknown') seats.set(at, code)
    owners?.forEach((owner, i) => each(owner, `${at}.owners[${i}]`))
    if (ultimateParent !== undefined) each(ultimateParent, `${at}.ultimateParent`)
  }
  ;(parties as readonly Seated[]).forEach((party, i) => each(party, `parties[${i}]`))
  return seats
}
