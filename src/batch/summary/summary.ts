import { OUTCOMES, type NotModelled, type Outcome, type Posture } from '../../determination.ts'
import type { Engine } from '../../engine.ts'
import { agesOf, type ListAge } from '../../screening/list-age.ts'
import type { IndexMeta } from '../../screening/index-file.ts'
import { notModelled } from '../../stages/notices.ts'
import { VERSION } from '../../version.ts'
import type { Totals } from '../output.ts'
import type { Plan } from '../plan.ts'
import { OTHERS, type Tally } from '../tally.ts'
import type { UrgentRow } from './urgent-rows.ts'

/** Rows that have something in common, and what came of them. */
export interface Counted {
  /** Code of a country, name of an item, id of a provision; empty where a row gives none. */
  readonly name: string
  readonly rows: number
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
}

/** A provision that decided rows. */
export interface CountedProvision extends Counted {
  readonly citation: string
  readonly title: string
}

/** What came of a table: plain data, from which the PDF and the workbook are made. */
export interface BatchSummary {
  readonly table: { readonly file: string; readonly sha256: string }
  /** The files with a row for each row, and with the rejected ones; the latter null where there are none. */
  readonly results: string
  readonly errors: string | null
  readonly rows: number
  readonly decided: number
  readonly rejected: number
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
  readonly countries: readonly Counted[]
  readonly items: readonly Counted[]
  readonly provisions: readonly CountedProvision[]
  /** Rows with items beyond those that are counted one by one; null where there are none. */
  readonly otherItems: Counted | null
  /** Facts that a profile stood in for, with its id, and the rows that rest on each. */
  readonly assumed: readonly Counted[]
  /** Rows in which the codified text alone would have the outcome that is the name. */
  readonly textOnly: readonly Counted[]
  readonly urgent: readonly UrgentRow[]
  readonly notModelled: readonly NotModelled[]
  readonly basis: BatchBasis
}

/** The law, the lists and the options that all rows were judged by. */
export interface BatchBasis {
  readonly engine: string
  readonly pack: { readonly id: string; readonly sha256: string }
  readonly knowledgeDate: string
  /** The law date of every row; null where each has its own, or else that of the run. */
  readonly asOf: string | null
  /** The day of the run. */
  readonly today: string
  readonly posture: Posture
  readonly includeProposed: boolean
  readonly profiles: readonly { readonly id: string; readonly sha256: string }[]
  /** The lists that parties were screened against, as old as they are on the law date; null without screening. */
  readonly lists: readonly ListAge[] | null
  /** Whether no hit on a stale list counted as none. */
  readonly acceptStale: boolean
}

/** What a run came to, given what it was of. */
export function batchSummary(
  run: {
    readonly table: BatchSummary['table']
    readonly results: string
    readonly errors: string
    readonly totals: Totals
  },
  plan: Plan,
  engine: Engine,
  lists: IndexMeta | undefined,
): BatchSummary {
  const { rows, decided, rejected, tallies, urgent } = run.totals
  const titles = new Map(engine.pack.provisions.map(({ id, law, title }) => [id, { law, title }]))
  const { rejected: _, ...outcomes } = tallies.outcome
  return {
    table: run.table,
    results: run.results,
    errors: rejected === 0 ? null : run.errors,
    rows,
    decided,
    rejected,
    outcomes,
    countries: counted(tallies.country),
    items: counted(tallies.item),
    provisions: counted(tallies.provision).map((one) => {
      const { law = one.name, title = '' } = titles.get(one.name) ?? {}
      return { ...one, citation: law, title }
    }),
    otherItems: tallies.item[OTHERS] === undefined ? null : countOf('', tallies.item[OTHERS]),
    assumed: counted(tallies.assumed),
    textOnly: counted(tallies.textOnly),
    urgent,
    notModelled: notModelled(engine.pack),
    basis: basisOf(plan, engine, lists),
  }
}

/** What was counted of each name, the most rows first. */
const counted = (tally: Tally): Counted[] =>
  Object.entries(tally)
    .filter(([name]) => name !== OTHERS)
    .map(([name, outcomes]) => countOf(name, outcomes))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))

function countOf(name: string, all: Readonly<Record<string, number>>): Counted {
  const found = OUTCOMES.flatMap((outcome) => {
    const rows = all[outcome]
    return rows === undefined ? [] : [[outcome, rows] as const]
  })
  return {
    name,
    rows: found.reduce((sum, [, rows]) => sum + rows, 0),
    outcomes: Object.fromEntries(found),
  }
}

/** The strictest outcome that any of the rows has. */
export const strictestOf = ({ outcomes }: Pick<Counted, 'outcomes'>): Outcome | undefined =>
  OUTCOMES.findLast((outcome) => (outcomes[outcome] ?? 0) > 0)

/** The outcome that most of the rows have, the stricter of two that have as many. */
export function usualOf({ outcomes }: Pick<Counted, 'outcomes'>): Outcome | undefined {
  const most = Math.max(...OUTCOMES.map((outcome) => outcomes[outcome] ?? 0))
  return OUTCOMES.findLast((outcome) => outcomes[outcome] === most)
}

const basisOf = (
  plan: Plan,
  { pack, sha256 }: Engine,
  lists: IndexMeta | undefined,
): BatchBasis => ({
  engine: VERSION,
  pack: { id: pack.id, sha256 },
  knowledgeDate: pack.knowledgeDate,
  asOf: plan.asOf ?? null,
  today: plan.today,
  posture: plan.posture,
  includeProposed: plan.includeProposed,
  profiles: plan.profiles.map(({ profile, sha256: digest }) => ({
    id: profile.id,
    sha256: digest,
  })),
  lists: lists === undefined ? null : agesOf(lists, plan.asOf ?? plan.today, plan.mostDays),
  acceptStale: plan.acceptStale,
})
