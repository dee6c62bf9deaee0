import type { Answer, Hit } from '../../src/screening/answer.ts'
import { safeCell } from '../../src/tables/csv.ts'

/** Columns of a table of hits, one row a hit; a name without hits has a row of its own. */
export const COLUMNS = [
  'row',
  'name',
  'country',
  'status',
  'rank',
  'score',
  'band',
  'list',
  'list_date',
  'entry',
  'listed_name',
  'matched_name',
  'matched_kind',
  'hit_by',
  'country_evidence',
  'address_evidence',
  'words',
  'requirement',
  'review_policy',
  'exceptions',
  'footnotes',
  'notice',
  'countries',
  'note',
] as const

/**
 * The rows of an answer; `row` is the row of the input file, from 1 for its heading, and `stale` what is said
 * beside a name without a hit.
 */
export function rowsOf(answer: Answer, row = '', stale?: string): string[][] {
  const { query, status, hits, notComparable } = answer
  const start = [row, query.name, query.country ?? '', status]
  const note = notComparable.join('; ')
  if (hits.length === 0) {
    const all = [...notComparable, ...(stale === undefined ? [] : [stale])].join('; ')
    return [[...start, ...COLUMNS.slice(5).map(() => ''), all]]
  }
  return hits.map((hit) => [...start, ...cellsOf(hit), note])
}

function cellsOf(hit: Hit): string[] {
  const { consequence, entry, matched, support, why } = hit
  return [
    String(hit.rank),
    hit.score === null ? '' : hit.score.toFixed(1),
    hit.band,
    hit.list,
    hit.listDate,
    hit.id,
    hit.name,
    matched?.text ?? '',
    matched?.kind ?? '',
    hit.kind,
    support.country,
    support.address === null ? '' : `${support.address.score}: ${support.address.text}`,
    (why?.words ?? []).map(({ query, name, how }) => `${query}~${name} (${how})`).join(', '),
    consequence.licenseRequirement ?? consequence.requirement,
    consequence.reviewPolicy ?? '',
    consequence.exceptions ?? '',
    consequence.footnotes.join(' '),
    consequence.federalRegisterNotice ?? '',
    entry.countries.join(' '),
  ]
}

/** A table of hits as CSV that no spreadsheet runs. */
export const csvOf = (answers: readonly Answer[], stale?: string): string =>
  [COLUMNS.join(','), ...answers.flatMap((one) => rowsOf(one, '', stale).map(csvRow))].join('\n') +
  '\n'

export const csvRow = (cells: readonly string[]): string => cells.map(safeCell).join(',')
