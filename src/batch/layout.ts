import type { Column, Plan } from './plan.ts'

/** Where the rows of a plan say who a party is. */
export interface PartyColumns {
  /** Its number in the headings: 1 for `parties.1.name`. */
  readonly number: number
  readonly name: Column
  readonly country: Column | undefined
  /** Its country where no column names one. */
  readonly constantCountry: string
}

/** What of a row decides, and what only says which deal it is. */
export interface Layout {
  /**
   * Whether names of parties may decide beyond what screening finds of them: a party that has an id or
   * owners is told by its name to be the owner of another.
   */
  readonly namesDecide: boolean
  readonly parties: readonly PartyColumns[]
  /** Columns that the outcome may turn on. All that are not known to be carried along are among these. */
  readonly deciding: readonly Column[]
  /** Columns that are read and checked, and on which no outcome turns. */
  readonly carried: readonly Column[]
  readonly date: Column | undefined
  readonly destination: Column | undefined
}

/** Sorts the columns of a plan. */
export function layoutOf(plan: Plan): Layout {
  const { columns, constants } = plan
  const find = (path: string): Column | undefined =>
    columns.find((column) => column.path.join('.') === path)
  const namesDecide =
    [...columns, ...constants].some(({ path }) => tiesNames(path)) ||
    constants.some(({ path }) => isName(path))
  const isCarried = ({ path }: Column): boolean =>
    CARRIED.has(path.join('.')) ||
    (path.join('.') === 'date' && plan.asOf !== undefined) ||
    (!namesDecide && (isName(path) || isPartyText(path)))
  return {
    namesDecide,
    parties: columns
      .filter(({ path }) => isName(path))
      .map((name) => {
        const number = name.path[1] as number
        const path = `parties.${number}.country`
        const constant = constants.find((one) => one.path.join('.') === path)?.value
        return {
          number,
          name,
          country: find(path),
          constantCountry: typeof constant === 'string' ? constant : '',
        }
      }),
    deciding: columns.filter((column) => !isCarried(column)),
    carried: columns.filter(isCarried),
    date: find('date'),
    destination: find('to'),
  }
}

/** Texts by which a company finds its deal again. */
const CARRIED = new Set(['id', 'title'])

const isName = (path: Column['path']): boolean =>
  path.length === 3 && path[0] === 'parties' && path[2] === 'name'

/** Texts of a party that no fact is taken from. */
const isPartyText = (path: Column['path']): boolean =>
  path[0] === 'parties' &&
  ((path.length === 3 && path[2] === 'address') ||
    (path.length === 4 && path[2] === 'ultimateParent' && path[3] === 'name'))

/** A path that may tie one company to another by name, or that holds whole parties. */
const tiesNames = (path: Column['path']): boolean =>
  path[0] === 'parties' &&
  (path.length < 3 ||
    path[2] === 'owners' ||
    path[2] === 'id' ||
    (path[2] === 'country' && path.length > 3) ||
    (path[2] === 'ultimateParent' && path.length === 3))
