import type { Result } from '../../errors.ts'
import { suggest } from '../../suggest.ts'
import { csvRecords, type CsvRecord } from '../../tables/csv.ts'
import type { Draft } from '../draft.ts'

type Row = Readonly<Record<string, string>>

/** Reads BIS's Denied Persons List: name and address in one cell. */
export const readDplCsv = (text: string, file: string): Result<Draft[]> =>
  readRows(text, file, ['Name_and_Address', 'Effective_Date', 'Type of Denial'], (row) => {
    const parts = row['Name_and_Address']!.split(',').map((part) => part.trim())
    const country = parts.findLast((part) => part !== '')
    const { name, rest } = nameAndAddress(parts.slice(0, -2))
    return {
      list: 'DPL',
      name,
      addresses: [{ text: rest.filter((part) => part !== '').join(', '), country }],
      texts: {
        federalRegisterNotice: row['Appropriate Federal Register Citations'],
        startDate: isoDate(row['Effective_Date']),
        endDate: isoDate(row['Expiration_Date']),
        standardOrder: row['Type of Denial'] === 'Standard' ? 'Y' : 'N',
      },
    }
  })

/** The name ends where the address begins; a legal form after a comma still belongs to it. */
function nameAndAddress(parts: readonly string[]): { name: string; rest: readonly string[] } {
  let end = 1
  while (/^(?:inc|ltd|llc|co|corp|sa|gmbh|l\.l\.c|s\.a)\.?$/i.test(parts[end] ?? '')) end += 1
  return { name: parts.slice(0, end).join(', '), rest: parts.slice(end) }
}

/** Reads DDTC's statutory and administrative debarments. */
export const readDdtcCsv = (text: string, file: string): Result<Draft[]> =>
  readRows(text, file, ['Federal Register Notice'], (row) => {
    const name = row['Party Name'] ?? row['Name'] ?? ''
    return {
      list: 'DTC',
      name,
      texts: {
        federalRegisterNotice: row['Federal Register Notice'],
        startDate: isoDate(row['Notice Date'] ?? row['Date']),
      },
      lists: { datesOfBirth: [row['Date Of Birth'] ?? ''].filter((date) => date !== '') },
    }
  })

/** Columns of a list of one's own; only `name` is needed. Aliases and countries are separated by `;`. */
const OWN = [
  'name',
  'aliases',
  'country',
  'address',
  'type',
  'remarks',
  'id',
  'programs',
  'notice',
  'start_date',
  'end_date',
]

/** Reads a list of one's own. */
export function readOwnCsv(text: string, file: string, list: string): Result<Draft[]> {
  const [heading] = csvRecords(text).records
  const strange = (heading?.cells ?? []).find(
    (column) => !OWN.includes(column.trim().toLowerCase()),
  )
  if (strange !== undefined) {
    const near = suggest(strange.toLowerCase(), OWN)
    const help = near === undefined ? `columns are ${OWN.join(', ')}` : `did you mean \`${near}\`?`
    const message = `unknown column \`${strange}\``
    return { ok: false, issues: [{ code: 'unknown-column', message, at: { file, line: 1 }, help }] }
  }
  const split = (cell: string | undefined): string[] =>
    (cell ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  return readRows(text, file, ['name'], (row) => ({
    list,
    name: row['name']!,
    aliases: split(row['aliases']),
    countries: split(row['country']),
    addresses: split(row['address']).map((address) => ({ text: address })),
    type: row['type'],
    entityNumber: row['id'],
    programs: split(row['programs']),
    texts: {
      remarks: row['remarks'],
      federalRegisterNotice: row['notice'],
      startDate: row['start_date'],
      endDate: row['end_date'],
    },
  }))
}

function readRows(
  text: string,
  file: string,
  needed: readonly string[],
  draftOf: (row: Row) => Draft,
): Result<Draft[]> {
  const { records, openQuoteAt } = csvRecords(text)
  const failed = (code: string, message: string, line: number): Result<never> => ({
    ok: false,
    issues: [{ code, message, at: { file, line } }],
  })
  if (openQuoteAt !== undefined)
    return failed(
      'truncated',
      'a quote is opened and never closed: the file is cut off',
      openQuoteAt,
    )
  const [heading, ...rows] = records
  const columns = (heading?.cells ?? []).map((column) => column.trim())
  const isOwn = needed.length === 1 && needed[0] === 'name'
  const keys = isOwn ? columns.map((column) => column.toLowerCase()) : columns
  const missing = needed.filter((column) => !keys.includes(column))
  if (missing.length > 0)
    return failed('changed-columns', `the columns ${missing.join(', ')} are missing`, 1)
  const named = rows.map((record) => ({ record, row: rowOf(keys, record) }))
  const drafts = named.map(({ row }) => draftOf(row))
  const nameless = drafts.findIndex(({ name }) => name.trim() === '')
  return nameless < 0
    ? { ok: true, value: drafts }
    : failed('no-name', 'a row without a name', rows[nameless]!.line)
}

const rowOf = (keys: readonly string[], { cells }: CsvRecord): Row =>
  Object.fromEntries(keys.map((key, i) => [key, (cells[i] ?? '').trim()]))

/** `8/29/2022` as an ISO date; other text says nothing that can be compared. */
function isoDate(text: string | undefined): string | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text?.trim() ?? '') ?? []
  if (month === undefined || day === undefined) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
