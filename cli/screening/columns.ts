import { Fault } from '../../src/errors.ts'
import type { Subject } from '../../src/screening/screen.ts'
import { columnOf, type Table } from '../../src/tables/rows.ts'

export interface ColumnFlags {
  readonly nameColumn?: string
  readonly countryColumn?: string
  readonly addressColumn?: string
}

/** Where in a row name, country and address stand. */
export interface Columns {
  readonly name: number
  readonly country: number | undefined
  readonly address: number | undefined
}

const USUAL_NAMES = [
  'name',
  'party',
  'party name',
  'company',
  'company name',
  'counterparty',
  'customer',
]

/** The columns that the flags name, the names' by its usual headings. @throws Fault (exit 4) where one is missing. */
export function columnsOf({ heading }: Table, flags: ColumnFlags, file: string): Columns {
  const find = (wanted: string): number => {
    const column = columnOf(heading, wanted, file)
    if (!column.ok) throw new Fault(4, column.issues)
    return column.value
  }
  const usual = heading.find((column) => USUAL_NAMES.includes(column.trim().toLowerCase()))
  const name = flags.nameColumn ?? usual
  if (name === undefined)
    throw new Fault(4, [
      {
        code: 'usage',
        message: 'which column has the names?',
        at: { file },
        help: `--name-column, one of: ${heading.join(', ')}`,
      },
    ])
  return {
    name: find(name),
    country: flags.countryColumn === undefined ? undefined : find(flags.countryColumn),
    address: flags.addressColumn === undefined ? undefined : find(flags.addressColumn),
  }
}

/** Whom a row names. */
export function subjectOf(cells: readonly string[], columns: Columns): Subject {
  const cell = (at: number | undefined): string | undefined => {
    const text = at === undefined ? '' : (cells[at] ?? '').trim()
    return text === '' ? undefined : text
  }
  const country = cell(columns.country)?.toUpperCase()
  const address = cell(columns.address)
  return {
    name: cell(columns.name) ?? '',
    ...(country !== undefined && { country }),
    ...(address !== undefined && { address }),
  }
}
