import type { Posture } from '../determination.ts'
import type { Profile } from '../facts/assumptions.ts'
import type { PathKind } from './path-kinds.ts'

/** A column that says something of a case. */
export interface Column {
  /** Place in the table, from 0. */
  readonly at: number
  readonly heading: string
  /** Steps of its path in the case: `['items', 0, 'product']`. */
  readonly path: readonly (string | number)[]
  readonly kind: PathKind
  /** What the words of an own system mean: `Korea, South` is `KR`. */
  readonly values?: Readonly<Record<string, string>>
}

/** A value that every case of the run has where its row says nothing. */
export interface Constant {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

export const RESULT_FORMATS = ['csv', 'ndjson'] as const
/** What the rows of the results are written as; workbooks and Parquet are made of CSV at the end. */
export type ResultFormat = (typeof RESULT_FORMATS)[number]

/** How the rows of a run are judged: plain data, so that it may travel to a worker or another machine. */
export interface Plan {
  /** The file, as messages name it. */
  readonly file: string
  readonly headings: readonly string[]
  readonly delimiter: string
  readonly columns: readonly Column[]
  readonly constants: readonly Constant[]
  readonly format: ResultFormat
  /** Whether cells are kept from being taken for formulas, as CSV needs and typed cells do not. */
  readonly guardsFormulas: boolean
  readonly asOf?: string
  readonly today: string
  readonly posture: Posture
  readonly includeProposed: boolean
  readonly lang: string
  readonly profiles: readonly { readonly profile: Profile; readonly sha256: string }[]
  /** Whether parties are screened. */
  readonly screen: boolean
  /** Days after which any list is stale, where that is less than its own limit. */
  readonly mostDays?: number
  /** Whether no hit on a stale list puts a party on none, all the same. */
  readonly acceptStale: boolean
}
