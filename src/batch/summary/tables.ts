import { OUTCOMES, type Outcome } from '../../determination.ts'
import { placeText } from '../../report/rollout/words.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { SHADES } from './shades.ts'
import {
  strictestOf,
  usualOf,
  type BatchSummary,
  type Counted,
  type CountedProvision,
} from './summary.ts'

/** A table of counts, one row for each name. */
export interface CountTable {
  /** Key of its title and, with `-note`, of what is said of it. */
  readonly key: 'by-country' | 'by-item' | 'by-provision'
  readonly names: string
  readonly rows: readonly { readonly name: string; readonly counted: Counted }[]
  /** Rows that go by none of the names; null where there are none. */
  readonly others: Counted | null
}

/** What was counted by country, by item and by provision. */
export const countTables = (
  { countries, items, otherItems, provisions }: BatchSummary,
  wording: Wording,
): CountTable[] => [
  {
    key: 'by-country',
    names: say(wording, 'columns.country'),
    rows: named(countries, ({ name }) => countryName(name, wording)),
    others: null,
  },
  {
    key: 'by-item',
    names: say(wording, 'columns.item'),
    rows: named(items, ({ name }) => name || say(wording, 'batch.no-name')),
    others: otherItems,
  },
  {
    key: 'by-provision',
    names: say(wording, 'columns.provision'),
    rows: named(provisions, provisionName),
    others: null,
  },
]

const named = <One extends Counted>(
  all: readonly One[],
  nameOf: (one: One) => string,
): CountTable['rows'] => all.map((counted) => ({ name: nameOf(counted), counted }))

export const countryName = (code: string, wording: Wording): string =>
  code === '' ? say(wording, 'batch.no-name') : placeText(wording, code)

const provisionName = ({ citation, title }: CountedProvision): string =>
  title === '' ? citation : `${citation}: ${title}`

/** The outcomes that there are, the strictest first, as columns of counts are. */
export const outcomesIn = ({ outcomes }: Pick<BatchSummary, 'outcomes'>): Outcome[] =>
  OUTCOMES.toReversed().filter((outcome) => (outcomes[outcome] ?? 0) > 0)

export const outcomeTitle = (outcome: Outcome, wording: Wording): string =>
  say(wording, `outcomes.${outcome}.title`)

/** `P = Prohibited`. */
export const outcomeLegend = (outcome: Outcome, wording: Wording): string =>
  say(wording, 'batch.legend', {
    letter: SHADES[outcome].letter,
    outcome: outcomeTitle(outcome, wording),
  })

/** What the two maps show: of each destination the strictest outcome, and the one of most rows. */
export const MAPS = [
  { key: 'strictest', outcomeOf: strictestOf },
  { key: 'usual', outcomeOf: usualOf },
] as const

/** The sum of some counts. */
export function sumOf(all: readonly Counted[]): Counted {
  const found = OUTCOMES.map((outcome) => {
    const rows = all.reduce((sum, { outcomes }) => sum + (outcomes[outcome] ?? 0), 0)
    return [outcome, rows] as const
  })
  return {
    name: '',
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    outcomes: Object.fromEntries(found.filter(([, rows]) => rows > 0)),
  }
}
