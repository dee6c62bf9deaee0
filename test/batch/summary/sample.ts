import type { ChunkResult } from '../../../src/batch/chunk.ts'
import type { Totals } from '../../../src/batch/output.ts'
import type { Plan } from '../../../src/batch/plan.ts'
import { batchSummary, type BatchSummary } from '../../../src/batch/summary/summary.ts'
import { addTallies, noTallies } from '../../../src/batch/tally.ts'
import { engine } from '../../engine.ts'
import { entry, screener } from '../../screening/lists.ts'
import { csvOf, decided, planFor } from '../rows.ts'

export const HEADINGS = [
  'id',
  'activity',
  'from',
  'to',
  'region',
  'items.0.product',
  'items.0.quantity',
  'parties.0.role',
  'parties.0.name',
  'parties.0.country',
]

export interface Deal {
  readonly id?: string
  readonly to: string
  readonly region?: string
  readonly product?: string
  readonly quantity?: string
  readonly name?: string
}

/** The name of an entry of the lists with two letters changed about: a possible match. */
export const NEARLY = entry(9000).name.replace(/(.)(.)(?=.$)/, '$2$1')

const cellsOf = ({ id = '', to, region = '', product, quantity = '8', name }: Deal): string[] => [
  id,
  'export',
  'US',
  to,
  region,
  product ?? 'NVIDIA H100 SXM',
  quantity,
  'end-user',
  name ?? 'Example Cloud',
  to.slice(0, 2),
]

/** What comes of a table of deals on 2026-08-05, when the lists are fresh. */
export const decidedDeals = (deals: readonly Deal[], more: Partial<Plan> = {}): ChunkResult =>
  decided(csvOf(deals.map(cellsOf)), planOf(more), { engine, lists: { screener } })

const planOf = (more: Partial<Plan>): Plan => planFor(HEADINGS, { asOf: '2026-08-05', ...more })

export function totalsOf({ rows, decided: done, rejected, tallies, urgent }: ChunkResult): Totals {
  const all = noTallies()
  addTallies(all, tallies)
  return { rows, decided: done, rejected: rejected.length, tallies: all, urgent }
}

/** The summary of a table of deals. */
export const summaryOf = (deals: readonly Deal[], more: Partial<Plan> = {}): BatchSummary =>
  batchSummary(
    {
      table: { file: 'deals.csv', sha256: '0'.repeat(64) },
      results: 'results.csv',
      errors: 'results.errors.csv',
      totals: totalsOf(decidedDeals(deals, more)),
    },
    planOf(more),
    engine,
    screener.file.meta,
  )

/** A profile that answers one question of end use. */
export const PROFILE = {
  profile: {
    id: 'onboarding',
    company: 'Example Co.',
    signedBy: 'A. Person',
    signedOn: '2026-01-02',
    assume: [
      {
        fact: 'endUse.military',
        value: 'no',
        basis: 'end-use statement on file',
        expires: '2027-01-02',
      },
    ],
  },
  sha256: 'a'.repeat(64),
}

/** Deals with several outcomes, some of which go to places that no map shows as an outline. */
export const DEALS: readonly Deal[] = [
  { id: 'A-1', to: 'CN', name: 'Example Cloud' },
  { id: 'A-2', to: 'KR', name: NEARLY },
  { id: 'A-3', to: 'SG' },
  { id: 'A-4', to: 'HK' },
  { id: 'A-5', to: 'MO' },
  { id: 'A-6', to: 'TW' },
  { id: 'A-7', to: 'UA', region: 'DNR' },
  { id: 'A-8', to: 'IR', product: '=cmd|" /C calc"!A0' },
  { id: 'A-9', to: 'KR', quantity: 'eight' },
  { id: '=1+1', to: 'KR', name: '<b>\u202eReversed</b>' },
]
