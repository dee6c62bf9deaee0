import type { Column, Plan } from './plan.ts'

/** Where the rows of a plan name a company: a party, or the ultimate parent of one. */
export interface NamedColumns {
  /** Steps to it in the headings: `['parties', 1]`, `['parties', 1, 'ultimateParent']`. */
  readonly path: Column['path']
  readonly name: Column
  /** Where its country stands, the surest first: a column, or what all rows have. */
  readonly seats: readonly (Column | string)[]
  /** Where its address stands, likewise. */
  readonly addresses: readonly (Column | string)[]
  /** The party whose ultimate parent it is, by its place among these. */
  readonly parentOf?: number
}

/** What of a row decides, and what only says which deal it is. */
export interface Layout {
  /**
   * Whether names of parties may decide beyond what screening finds of them: a party that has an id or
   * owners is told by its name to be the owner of another.
   */
  readonly namesDecide: boolean
  /** Whether rows state on which lists a party is, which then counts for a company of the same name. */
  readonly statesLists: boolean
  readonly named: readonly NamedColumns[]
  /** Columns that the outcome may turn on. All that are not known to be carried along are among these. */
  readonly deciding: readonly Column[]
  /** Columns of which the outcome may turn on whether they say anything: it makes the party of which they say it. */
  readonly filled: readonly Column[]
  /** Columns that are read and checked, and on whose text no outcome turns. */
  readonly carried: readonly Column[]
  readonly date: Column | undefined
  /** Where the destination and its region stand, the surest first: a column, or what all rows have. */
  readonly destination: readonly (Column | string)[]
  readonly region: readonly (Column | string)[]
  readonly id: Column | undefined
}

/** Sorts the columns of a plan. */
export function layoutOf(plan: Plan): Layout {
  const { columns, constants } = plan
  const find = (path: string): Column | undefined =>
    columns.find((column) => column.path.join('.') === path)
  const namesDecide =
    [...columns, ...constants].some(({ path }) => tiesNames(path)) ||
    constants.some(({ path }) => isName(path))
  const standing = (at: string): (Column | string)[] => {
    const value = constants.find((one) => one.path.join('.') === at)?.value
    return [find(at) ?? [], typeof value === 'string' ? value : []].flat()
  }
  // In the order in which a case is screened: each party, then its parent.
  const names = columns
    .filter(({ path }) => isName(path))
    .sort((a, b) => Number(a.path[1]) - Number(b.path[1]) || a.path.length - b.path.length)
  const isCarried = ({ path }: Column): boolean =>
    CARRIED.has(path.join('.')) ||
    (path.join('.') === 'date' && plan.asOf !== undefined) ||
    (!namesDecide && (isName(path) || isPartyText(path)))
  return {
    namesDecide,
    statesLists: [...columns, ...constants].some(
      ({ path }) => path[0] === 'parties' && path[2] === 'lists',
    ),
    named: names.map((name) => {
      const path = name.path.slice(0, -1)
      const party = names.findIndex(
        (one) => one.path.length === 3 && one.path[1] === path[1] && path.length === 3,
      )
      return {
        path,
        name,
        seats: ['country', 'headquarters'].flatMap((key) => standing([...path, key].join('.'))),
        addresses: standing([...path, 'address'].join('.')),
        ...(party >= 0 && { parentOf: party }),
      }
    }),
    deciding: columns.filter((column) => !isCarried(column)),
    filled: columns.filter((column) => isCarried(column) && isPartyText(column.path)),
    carried: columns.filter(isCarried),
    date: find('date'),
    destination: standing('to'),
    region: standing('region'),
    id: find('id'),
  }
}

/** Texts by which a company finds its deal again. */
const CARRIED = new Set(['id', 'title'])

const isName = (path: Column['path']): boolean =>
  path[0] === 'parties' &&
  path.at(-1) === 'name' &&
  (path.length === 3 || (path.length === 4 && path[2] === 'ultimateParent'))

/** Texts of a party that no fact is taken from, but that there is one. */
const isPartyText = (path: Column['path']): boolean =>
  path[0] === 'parties' && path.length === 3 && path[2] === 'address'

/** A path that may tie one company to another by name, or that holds whole parties or boxed seats. */
const tiesNames = (path: Column['path']): boolean =>
  path[0] === 'parties' &&
  (path.length < 3 ||
    path[2] === 'owners' ||
    path[2] === 'id' ||
    (path[2] === 'ultimateParent' && path.length === 3) ||
    ['country', 'headquarters'].includes(String(path.at(-2))))
