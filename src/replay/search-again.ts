import type { Screened } from '../check.ts'
import type { PartyScreening } from '../determination.ts'
import type { Case } from '../facts/case.ts'
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
  const { screening } = screenParties(body.case, screener, day, decide)
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
  readonly owners?: readonly Seated[] | undefined
}

/** The country of every party and owner, by where it stands: `parties[0].owners[1]`. */
function seatsIn({ parties = [] }: Case): ReadonlyMap<PartyScreening['at'], string> {
  const seats = new Map<string, string>()
  const each = ({ country, owners }: Seated, at: string): void => {
    const code =
      typeof country === 'object' && country !== null && 'value' in country
        ? country.value
        : country
    if (typeof code === 'string' && code !== 'unknown') seats.set(at, code)
    owners?.forEach((owner, i) => each(owner, `${at}.owners[${i}]`))
  }
  ;(parties as readonly Seated[]).forEach((party, i) => each(party, `parties[${i}]`))
  return seats
}
