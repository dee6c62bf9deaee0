import type { Layout, NamedColumns } from './layout.ts'
import type { Party } from './parties.ts'
import type { Column } from './plan.ts'

/** The text of a cell, with the words of an own system as the plan reads them. */
export const cellOf = (cells: readonly string[], { at, values }: Column): string => {
  const text = (cells[at] ?? '').trim()
  return values?.[text] ?? text
}

/** What the cells of a row say of whom and where it is about. */
export interface RowSays {
  /** The companies that it names, each once; a parent that has the name of its party is that party. */
  readonly companies: (cells: readonly string[]) => (Party | undefined)[]
  /** The ultimate destination; the region of Ukraine where one is named. Empty where none is. */
  readonly country: (cells: readonly string[]) => string
  readonly id: (cells: readonly string[]) => string
}

export const rowSays = ({ named, destination, region, id }: Layout): RowSays => ({
  companies: (cells) => {
    const found: (Party | undefined)[] = []
    for (const columns of named) {
      const party = partyOf(cells, columns)
      const isParty =
        columns.parentOf !== undefined && found[columns.parentOf]?.name === party?.name
      found.push(isParty ? undefined : party)
    }
    return found
  },
  country: (cells) => {
    const part = firstOf(cells, region)
    return part === '' || part === 'none' ? firstOf(cells, destination) : part
  },
  id: (cells) => (id === undefined ? '' : cellOf(cells, id)),
})

const partyOf = (
  cells: readonly string[],
  { name, seats, addresses }: NamedColumns,
): Party | undefined => {
  const text = cellOf(cells, name)
  if (text === '') return undefined
  return { name: text, country: firstOf(cells, seats), address: firstOf(cells, addresses) }
}

/** What stands in the first of these places that says anything; nothing where that is not known. */
function firstOf(cells: readonly string[], places: readonly (Column | string)[]): string {
  for (const place of places) {
    const text = typeof place === 'string' ? place : cellOf(cells, place)
    if (text !== '') return text === 'unknown' ? '' : text
  }
  return ''
}
