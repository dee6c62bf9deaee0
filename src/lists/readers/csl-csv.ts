import type { Issue, Result } from '../../errors.ts'
import { csvRecords } from '../../tables/csv.ts'
import type { Draft } from '../draft.ts'
import { codeOf, type Registry } from '../registry.ts'

/** Columns of the official file without which it can't be read. */
const NEEDED = ['source', 'name', 'addresses', 'alt_names', 'federal_register_notice', 'programs']

/** Reads the CSV of the Consolidated Screening List, official columns; those that begin with `x_` are ours. */
export function readCslCsv(text: string, file: string, registry: Registry): Result<Draft[]> {
  const { records, openQuoteAt } = csvRecords(text)
  if (openQuoteAt !== undefined)
    return failed(
      'truncated',
      'a quote is opened and never closed: the file is cut off',
      file,
      openQuoteAt,
    )
  const [header, ...rows] = records
  const missing = NEEDED.filter((column) => !(header?.cells ?? []).includes(column))
  if (header === undefined || missing.length > 0)
    return failed(
      'changed-columns',
      `the columns ${missing.map((name) => `\`${name}\``).join(', ')} are missing`,
      file,
      1,
    )
  const issues: Issue[] = []
  const drafts = rows.flatMap(({ cells, line }): Draft[] => {
    if (cells.length !== header.cells.length) {
      const message = `${cells.length} cells where the header has ${header.cells.length}`
      issues.push({ code: 'bad-row', message, at: { file, line } })
      return []
    }
    const row = Object.fromEntries(header.cells.map((column, i) => [column, cells[i]!]))
    const list = codeOf(registry, row['source']!)
    if (list === undefined) {
      const message = `unknown list \`${row['source']}\``
      issues.push({ code: 'unknown-list', message, at: { file, line } })
      return []
    }
    return [draftOf(list, registry, row)]
  })
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: drafts }
}

const split = (cell: string | undefined): string[] =>
  cell === undefined || cell === '' ? [] : cell.split('; ').map((part) => part.trim())

function draftOf(list: string, registry: Registry, row: Readonly<Record<string, string>>): Draft {
  const addresses = split(row['addresses']).map((text) => addressOf(text, registry))
  return {
    list,
    name: row['name']!,
    aliases: split(row['alt_names']),
    type: row['type'],
    entityNumber: row['entity_number'],
    programs: split(row['programs']),
    addresses,
    texts: {
      federalRegisterNotice: row['federal_register_notice'],
      startDate: row['start_date'],
      endDate: row['end_date'],
      standardOrder: row['standard_order'],
      licenseRequirement: row['license_requirement'],
      licensePolicy: row['license_policy'],
      title: row['title'],
      remarks: row['remarks'],
      sourceUrl: row['source_list_url'],
      informationUrl: row['source_information_url'],
    },
    lists: {
      datesOfBirth: split(row['dates_of_birth']),
      placesOfBirth: split(row['places_of_birth']),
      nationalities: split(row['nationalities']),
      citizenships: split(row['citizenships']),
      ids: split(row['ids']),
    },
    vessel: {
      callSign: row['call_sign'],
      type: row['vessel_type'],
      grossTonnage: row['gross_tonnage'],
      grossRegisteredTonnage: row['gross_registered_tonnage'],
      flag: row['vessel_flag'],
      owner: row['vessel_owner'],
    },
    ...(row['x_footnotes'] !== undefined &&
      list === 'EL' && { footnotes: (row['x_footnotes'].match(/\d+/g) ?? []).map(Number) }),
  }
}

/** An address as the CSV writes it: parts with commas between them, the country or its code last. */
function addressOf(text: string, { countries }: Registry): { text?: string; country?: string } {
  const cut = text.lastIndexOf(', ')
  const last = text.slice(cut < 0 ? 0 : cut + 2).trim()
  const isCountry = /^[A-Z]{2}$/.test(last) || /^region: /i.test(last) || last in countries
  if (!isCountry) return { text }
  return cut < 0 ? { country: last } : { text: text.slice(0, cut), country: last }
}

const failed = (code: string, message: string, file: string, line: number): Result<never> => ({
  ok: false,
  issues: [{ code, message, at: { file, line }, help: 'the list that was there is kept' }],
})
