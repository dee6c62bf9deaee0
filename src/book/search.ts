import type { EntryKind } from './entry.ts'
import type { Row } from './index-rows.ts'
import { caseOf } from './records.ts'

/** What a search asks for; what is left out is not asked. Text is compared without regard to case. */
export interface Query {
  readonly text?: string | undefined
  readonly party?: string | undefined
  readonly item?: string | undefined
  readonly country?: string | undefined
  readonly outcome?: string | undefined
  readonly person?: string | undefined
  readonly list?: string | undefined
  readonly reference?: string | undefined
  readonly decision?: string | undefined
  readonly kind?: EntryKind | undefined
  /** Days of filing, both inclusive. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Earlier versions of a case as well. */
  readonly superseded?: boolean | undefined
}

/** The rows that a query asks for, the first filed first: determinations, unless it asks for another kind. */
export function search(rows: readonly Row[], query: Query): Row[] {
  const kind = query.kind ?? (query.decision === undefined ? 'determination' : 'decision')
  const deals = new Map(
    rows.flatMap((row) => (row.deal === undefined ? [] : [[row.record, row.deal] as const])),
  )
  const latest = new Map(
    rows
      .filter((row) => row.kind === 'determination')
      .map(({ record }) => [caseOf(record!), record]),
  )
  return rows.filter((row) => {
    const { record, at, by, decision } = row
    const deal = deals.get(record)
    const day = at.slice(0, 10)
    const isLatest = record === null || latest.get(caseOf(record)) === record
    return (
      row.kind === kind &&
      (kind !== 'determination' || query.superseded === true || isLatest) &&
      (query.since === undefined || query.since <= day) &&
      (query.until === undefined || day <= query.until) &&
      has([by], query.person) &&
      is(decision, query.decision) &&
      is(deal?.outcome, query.outcome) &&
      has(deal?.parties, query.party) &&
      has(deal?.items, query.item) &&
      (query.country === undefined ||
        deal?.countries.includes(query.country.toUpperCase()) === true) &&
      has(deal?.lists, query.list) &&
      has(deal?.references, query.reference) &&
      has([record ?? '', by, ...(deal === undefined ? [] : textsOf(deal))], query.text)
    )
  })
}

const textsOf = ({
  parties,
  items,
  countries,
  lists,
  references,
  outcome,
  title,
}: NonNullable<Row['deal']>) => [
  ...parties,
  ...items,
  ...countries,
  ...lists,
  ...references,
  outcome,
  title,
]

const is = (value: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || value === wanted

function has(values: readonly string[] | undefined, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  const part = folded(wanted)
  return values?.some((value) => folded(value).includes(part)) === true
}

/** Text as it is compared: compatibility forms and cases made one. */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
