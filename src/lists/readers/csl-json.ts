import type { Issue, Result } from '../../errors.ts'
import type { Draft } from '../draft.ts'
import { codeOf, type Registry } from '../registry.ts'
import { eachRow } from './json-rows.ts'

/** What the JSON of the Consolidated Screening List holds. */
export interface CslJson {
  readonly drafts: readonly Draft[]
  /** When the file was made, ISO, where it says so. */
  readonly generated?: string
}

type Row = Readonly<Record<string, unknown>>

/** Reads the JSON of the Consolidated Screening List: `{ results: [...] }`, official keys. */
export function readCslJson(text: string, file: string, registry: Registry): Result<CslJson> {
  const drafts: Draft[] = []
  const read = takeCslJson(Buffer.from(text), file, registry, (draft) => drafts.push(draft))
  return read.ok ? { ok: true, value: { drafts, ...read.value } } : read
}

/**
 * Reads it row by row and hands out the drafts as they come. Where there are issues, what was handed out is
 * to be thrown away.
 */
export function takeCslJson(
  json: Buffer,
  file: string,
  registry: Registry,
  take: (draft: Draft) => void,
): Result<Omit<CslJson, 'drafts'>> {
  const issues: Issue[] = []
  const lists = new Map<string, string | undefined>()
  const listOf = (source: string): string | undefined => {
    if (!lists.has(source)) lists.set(source, codeOf(registry, source))
    return lists.get(source)
  }
  const put = (code: string, message: string, i: number): void => {
    issues.push({ code, message, at: { file, path: `results[${i}]` } })
  }
  let count = 0
  const rest = eachRow(json, 'results', (row, i) => {
    count += 1
    if (!isRow(row) || typeof row['name'] !== 'string' || typeof row['source'] !== 'string')
      return put('changed-columns', 'an entry without `name` and `source`', i)
    const list = listOf(row['source'])
    if (list === undefined) put('unknown-list', `unknown list \`${row['source']}\``, i)
    else take(draftOf(list, row))
  })
  if (!isRow(rest) || !isEmpty(rest['results'])) return notByRow(json.toString('utf8'), file)
  const { search_performed_at: at, total } = rest
  if (typeof total === 'number' && total !== count)
    return failed(
      'truncated',
      `${count} entries where the file counts ${total}: it is cut off`,
      file,
    )
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: typeof at === 'string' ? { generated: at.slice(0, 10) } : {} }
}

/** Whether nothing but the rows that were handed out stands under the key: it could be there twice. */
const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0

/** Why a file can't be read row by row. */
function notByRow(text: string, file: string): Result<never> {
  const parsed = parseJson(text, file)
  if (!parsed.ok) return parsed
  const { results } = parsed.value
  if (!Array.isArray(results))
    return failed('changed-columns', 'the key `results` is missing', file)
  const i = (results as unknown[]).findIndex((row) => !isRow(row))
  const message = 'an entry without `name` and `source`'
  if (i < 0) return failed('changed-columns', 'the key `results` stands there twice', file)
  return {
    ok: false,
    issues: [{ code: 'changed-columns', message, at: { file, path: `results[${i}]` } }],
  }
}

/** JSON that is an object, or what keeps it from being one; a web page in its place is named. */
export function parseJson(text: string, file: string): Result<Row> {
  if (/^\s*</.test(text)) return failed('html', 'a web page stands where the list should be', file)
  try {
    const value: unknown = JSON.parse(text)
    return isRow(value)
      ? { ok: true, value }
      : failed('changed-columns', 'no object at the top of the file', file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return failed('truncated', `no JSON: ${reason}`, file)
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return NONE
  const texts: string[] = []
  for (const one of value as unknown[]) {
    const text = isRow(one) ? wordsOf(one) : textOf(one)
    if (text !== undefined && text !== '') texts.push(text)
  }
  return texts
}
const NONE: readonly string[] = []

const wordsOf = (row: Row): string =>
  Object.entries(row)
    .flatMap(([key, value]) => (textOf(value) === undefined ? [] : [`${key} ${textOf(value)}`]))
    .join(', ')

function draftOf(list: string, row: Row): Draft {
  const addresses = Array.isArray(row['addresses']) ? (row['addresses'] as unknown[]) : []
  return {
    list,
    name: row['name'] as string,
    aliases: textsOf(row['alt_names']),
    type: textOf(row['type']),
    entityNumber: textOf(row['entity_number']),
    programs: textsOf(row['programs']),
    addresses: addresses.filter(isRow).map((address) => ({
      text: lineOf(address),
      country: textOf(address['country']),
    })),
    countries: textsOf(row['x_countries']),
    texts: {
      federalRegisterNotice: textOf(row['federal_register_notice']),
      startDate: textOf(row['start_date']),
      endDate: textOf(row['end_date']),
      standardOrder: textOf(row['standard_order']),
      licenseRequirement: textOf(row['license_requirement']),
      licensePolicy: textOf(row['license_policy']),
      title: textOf(row['title']),
      remarks: textOf(row['remarks']),
      sourceUrl: textOf(row['source_list_url']),
      informationUrl: textOf(row['source_information_url']),
    },
    lists: {
      datesOfBirth: textsOf(row['dates_of_birth']),
      placesOfBirth: textsOf(row['places_of_birth']),
      nationalities: textsOf(row['nationalities']),
      citizenships: textsOf(row['citizenships']),
      ids: textsOf(row['ids']),
    },
    vessel: {
      callSign: textOf(row['call_sign']),
      type: textOf(row['vessel_type']),
      grossTonnage: textOf(row['gross_tonnage']),
      grossRegisteredTonnage: textOf(row['gross_registered_tonnage']),
      flag: textOf(row['vessel_flag']),
      owner: textOf(row['vessel_owner']),
    },
    ...(list === 'EL' &&
      Array.isArray(row['x_footnotes']) && {
        footnotes: (row['x_footnotes'] as unknown[]).map(Number),
      }),
  }
}

const IN_LINE = ['address', 'city', 'state', 'postal_code']

function lineOf(address: Row): string {
  let line = ''
  for (const key of IN_LINE) {
    const text = textOf(address[key])
    if (text !== undefined) line = line === '' ? text : `${line}, ${text}`
  }
  return line
}

const failed = (code: string, message: string, file: string): Result<never> => ({
  ok: false,
  issues: [{ code, message, at: { file }, help: 'the list that was there is kept' }],
})
