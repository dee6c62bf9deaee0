import { isNamedTwice } from '../screening/stated-names.ts'
import type { Means } from './decider.ts'
import type { Layout } from './layout.ts'
import { BETWEEN, HAS_MARK } from './marks.ts'
import type { Party } from './parties.ts'
import { classOf, partyKeys, type KnownParty, type PartyKeys } from './party-keys.ts'
import type { Plan } from './plan.ts'
import type { Row } from './read/cells.ts'
import { carriedFault, shapeFault, type RowFault } from './row-faults.ts'
import { cellOf, rowSays } from './row-says.ts'

/** By what a row is decided: by what many rows may share, by itself, or not at all. */
export type Place =
  | Shareable
  | { readonly by: 'itself' }
  | { readonly by: 'nothing'; readonly fault: RowFault }

/** A row that is decided as all are that say the same of their deals and of whose parties the same was found. */
export interface Shareable {
  readonly by: 'key'
  /** What its cells say. */
  readonly cells: string
  /** Its companies that are screened, by their place in the layout. */
  readonly parties: readonly (KnownParty | undefined)[]
}

/** Tells by what the rows of a plan are decided. */
export interface Placer extends Pick<PartyKeys, 'hold'> {
  /** The place of a row; tells of each party on which no verdict is known. */
  readonly placeOf: (
    row: Row,
    isStrange: boolean,
    unknown: (known: KnownParty, party: Party) => void,
  ) => Place
  /** The key of a row whose parties all have verdicts. @throws where one has none. */
  readonly keyOf: (place: Shareable) => string
}

export function placer(plan: Plan, layout: Layout, means: Means, foldNames: boolean): Placer {
  const says = rowSays(layout)
  const isScreened = plan.screen && means.lists !== undefined && !layout.namesDecide
  const keys = partyKeys(means, foldNames)
  const deciding = layout.deciding.map(({ at }) => at)
  const pieces: string[] = []
  return {
    hold: keys.hold,
    placeOf: (row, isStrange, unknown) => {
      const { cells, text } = row
      const isOdd =
        row.fault !== undefined ||
        cells.length !== plan.headings.length ||
        isStrange ||
        isBare(text)
      const fault =
        (isOdd ? shapeFault(row, plan) : undefined) ??
        (layout.carried.length === 0 ? undefined : carriedFault(cells, layout))
      if (fault !== undefined) return { by: 'nothing', fault }
      if (layout.namesDecide || (isStrange && HAS_MARK.test(text))) return BY_ITSELF
      const named = layout.named.length === 0 ? NOBODY : says.companies(cells)
      if (isScreened && layout.statesLists && isNamedTwice(named.flatMap((one) => one?.name ?? [])))
        return BY_ITSELF
      let count = 0
      for (const at of deciding) pieces[count++] = cells[at]!
      for (const column of layout.filled) pieces[count++] = cellOf(cells, column) === '' ? '' : 'x'
      // Whether a parent is its own party, or no name at all, is told by its column being empty or not.
      for (const [i, party] of named.entries())
        pieces[count++] =
          party !== undefined ? '?' : cellOf(cells, layout.named[i]!.name) === '' ? '-' : '='
      // Joined at once: a text that grows cell by cell is a tree of them, which the collector has to copy.
      const key = pieces.join(BETWEEN)
      if (!isScreened) return { by: 'key', cells: key, parties: NOT_SCREENED }
      const parties = named.map((party) => {
        if (party === undefined) return undefined
        const known = keys.of(party)
        if (known.verdict === undefined) unknown(known, keys.telling(party))
        return known
      })
      return { by: 'key', cells: key, parties }
    },
    keyOf: ({ cells, parties }) => {
      let key = cells
      for (const party of parties) {
        if (party === undefined) continue
        if (party.verdict === undefined)
          throw new Error(`no verdict on a party of a row of ${plan.file}`)
        key += `${BETWEEN}${classOf(party.verdict)}`
      }
      return key
    },
  }
}

const NOBODY: readonly (Party | undefined)[] = []
const NOT_SCREENED: readonly (KnownParty | undefined)[] = []
const BY_ITSELF: Place = { by: 'itself' }

/** A row of nothing but delimiters and blanks. */
const isBare = (text: string): boolean => text.length < MOST_BARE && !/[^\s,;|"]/.test(text)
const MOST_BARE = 4096
