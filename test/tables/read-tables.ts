import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface Row {
  readonly value: string
  readonly from?: string
  readonly until?: string
  readonly source?: string
  readonly confidence?: string
}

export interface Table {
  readonly id: string
  readonly verified: { readonly on: string; readonly confidence: string }
  readonly rows: readonly Row[]
}

export interface Country {
  readonly code: string
  readonly name: string
  readonly alpha3?: string
  readonly aliases?: readonly string[]
  readonly treatAs?: string
  readonly unsettled?: boolean
}

interface Countries {
  readonly countries: readonly Country[]
  readonly regions: readonly {
    readonly code: string
    readonly of: string
    readonly region?: string
  }[]
  readonly mistakes: readonly { readonly wrote: string; readonly means: readonly string[] }[]
}

const folder = new URL('../../rules/tables/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))

/** Everything in rules/tables/countries.yaml. */
export const geography = read('countries.yaml') as Countries

/** Every table under rules/tables, by the name of its file. */
export const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && name !== 'countries.yaml')
  .map((name) => ({ name, tables: (read(name) as { tables: Table[] }).tables }))

const byId = new Map(files.flatMap((file) => file.tables).map((table) => [table.id, table]))
const treatment = new Map(geography.countries.map((country) => [country.code, country.treatAs]))

/** Whether a place is in a table on a day, after the place has taken the treatment it follows. */
export function isMember(place: string, id: string, day: string): boolean {
  const table = byId.get(id)
  if (table === undefined) throw new Error(`no table ${id}`)
  const value = treatment.get(place) ?? place
  return table.rows.some(
    (row) =>
      row.value === value &&
      (row.from === undefined || row.from <= day) &&
      (row.until === undefined || day < row.until),
  )
}
