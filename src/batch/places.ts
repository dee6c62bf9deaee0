import { isNamedTwice } from '../screening/stated-names.ts'
import type { Means } from './decider.ts'
import type { Layout } from './layout.ts'
import { HAS_MARK } from './marks.ts'
import type { Party, Verdict } from './parties.ts'
import { classOf, partyKeys } from './party-keys.ts'
import type { Plan } from './plan.ts'
import type { Row } from './read/cells.ts'
import { carriedFault, shapeFault, type RowFault } from './row-faults.ts'
import { cellOf, rowSays } from './row-says.ts'

/** How a row is decided: by its key, by itself, or not at all. */
export type Place = Keyed | { readonly fault?: RowFault; readonly key?: undefined }

export interface Keyed {
  readonly key: string
  readonly fault?: undefined
  readonly named: readonly (Party | undefined)[]
  readonly found: readonly (Verdict | undefined)[]
}

/** The companies of a row, and the keys by which those are known that are to be screened. */
export interface NamedParties {
  readonly named: readonly (Party | undefined)[]
  readonly keys: readonly (string | undefined)[]
}

/** Tells by what the rows of a plan are decided. */
export interface Placer {
  readonly named: (row: Row) => NamedParties
  /** What of a party is to be screened. */
  readonly telling: (party: Party) => Party
  /** The key of a row, or what is wrong with it; neither where it is decided by itself. */
  readonly placeOf: (
    row: Row,
    parties: NamedParties,
    isStrange: boolean,
    verdicts: (key: string) => Verdict | undefined,
  ) => Place
}

export function placer(plan: Plan, layout: Layout, means: Means, foldNames: boolean): Placer {
  const says = rowSays(layout)
  const isScreened = plan.screen && means.lists !== undefined && !layout.namesDecide
  const keys = partyKeys(means, foldNames)
  const deciding = layout.deciding.map(({ at }) => at)

  const verdictOn = (
    key: string | undefined,
    verdicts: (key: string) => Verdict | undefined,
  ): Verdict | undefined => {
    if (key === undefined) return undefined
    const verdict = verdicts(key)
    if (verdict === undefined) throw new Error(`no verdict on a party of a row of ${plan.file}`)
    return verdict
  }

  return {
    telling: keys.telling,
    named: ({ cells }) => {
      const named = layout.named.length === 0 ? NOBODY : says.companies(cells)
      const known = isScreened ? named.map((party) => party && keys.of(party)) : NO_KEYS
      return { named, keys: known }
    },
    placeOf: (row, { named, keys: known }, isStrange, verdicts) => {
      const { cells, text } = row
      const isOdd =
        row.fault !== undefined ||
        cells.length !== plan.headings.length ||
        isStrange ||
        isBare(text)
      const fault =
        (isOdd ? shapeFault(row, plan) : undefined) ??
        (layout.carried.length === 0 ? undefined : carriedFault(cells, layout))
      if (fault !== undefined) return { fault }
      if (layout.namesDecide || (isStrange && HAS_MARK.test(text))) return ALONE
      if (isScreened && layout.statesLists && isNamedTwice(named.flatMap((one) => one?.name ?? [])))
        return ALONE
      let key = ''
      for (const at of deciding) key += `${cells[at]}\u0001`
      const found: (Verdict | undefined)[] = []
      for (const [i, party] of named.entries()) {
        const verdict = verdictOn(known[i], verdicts)
        found.push(verdict)
        // Whether a parent is its own party, or no name at all, is told by its column being empty or not.
        const isEmpty = party === undefined && cellOf(cells, layout.named[i]!.name) === ''
        key += isEmpty ? '-\u0001' : party === undefined ? '=\u0001' : `${classOf(verdict)}\u0001`
      }
      return { key, named, found }
    },
  }
}

const NOBODY: readonly (Party | undefined)[] = []
const NO_KEYS: readonly (string | undefined)[] = []
const ALONE: Place = {}

/** A row of nothing but delimiters and blanks. */
const isBare = (text: string): boolean => text.length < MOST_BARE && !/[^\s,;|"]/.test(text)
const MOST_BARE = 4096
