import type { ScreeningTerms } from '../book/bodies.ts'
import type { Screened } from '../check.ts'
import type { PartyScreening } from '../determination.ts'
import type { Case } from '../facts/case.ts'
import type { Decision } from '../screening/answer.ts'
import { screenParties, textOf } from '../screening/screen-parties.ts'
import type { Screener, Subject } from '../screening/screen.ts'
import type { FiledDetermination } from './again.ts'
import { listsOf, type Searchable } from './lists.ts'

/** The terms of records that name none: each list by its own limit. */
const OWN_LIMITS: ScreeningTerms = { mostDays: null, acceptStale: false }

/** The names of a filed case searched in some lists, as a check on that day would. */
export function searchAgain(
  { body }: FiledDetermination,
  { screener, decide }: Searchable,
  day: string,
): Screened {
  const { mostDays, acceptStale } = body.screeningTerms ?? OWN_LIMITS
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
      cleared.set(keyOf({ name: one.name, ...seats.get(one.at) }, id, digest), {
        state: 'cleared',
        by,
        reason,
        until,
        lapsed: null,
      })
  return {
    screener,
    decide: (subject, { id, digest }) => cleared.get(keyOf(subject, id, digest)),
  }
}

const keyOf = ({ name, country, address }: Subject, id: string, digest: string): string =>
  JSON.stringify([name, country ?? null, address ?? null, id, digest])

/** What of a party was searched beside its name. */
type Seat = Pick<Subject, 'country' | 'address'>

interface Seated {
  readonly country?: unknown
  readonly headquarters?: unknown
  readonly address?: unknown
  readonly owners?: readonly Seated[] | undefined
  readonly ultimateParent?: Seated | undefined
}

/** The country and the address by which every party, parent and owner was screened, by where it stands: `parties[0].owners[1]`. */
function seatsIn({ parties = [] }: Case): ReadonlyMap<PartyScreening['at'], Seat> {
  const seats = new Map<string, Seat>()
  const each = (
    { country, headquarters, address, owners, ultimateParent }: Seated,
    at: string,
  ): void => {
    seats.set(at, { country: textOf(country ?? headquarters), address: textOf(address) })
    owners?.forEach((owner, i) => each(owner, `${at}.owners[${i}]`))
    if (ultimateParent !== undefined) each(ultimateParent, `${at}.ultimateParent`)
  }
  ;(parties as readonly Seated[]).forEach((party, i) => each(party, `parties[${i}]`))
  return seats
}
