import { basename, resolve } from 'node:path'
import type { Totals } from '../../src/batch/output.ts'
import type { Plan } from '../../src/batch/plan.ts'
import { batchSummary } from '../../src/batch/summary/summary.ts'
import {
  SUMMARY_FORMATS,
  summaryFormatOf,
  writeSummary,
  type SummaryFormat,
} from '../../src/batch/summary/write.ts'
import type { Engine } from '../../src/engine.ts'
import { Fault } from '../../src/errors.ts'
import type { IndexMeta } from '../../src/screening/index-file.ts'
import type { BatchFiles } from './files.ts'

/** A summary that was asked for. */
export interface WantedSummary {
  readonly file: string
  readonly format: SummaryFormat
}

/**
 * The summaries that the command line asks for, told before a row is read.
 * @throws Fault (exit 4) where the ending of one is none of a summary, or it would take the place of another file.
 */
export function summariesFor(
  files: readonly string[] = [],
  taken: readonly string[] = [],
): WantedSummary[] {
  const places = new Set(taken.map((file) => resolve(file)))
  return files.map((file) => {
    const format = summaryFormatOf(file)
    if (format === undefined)
      throw refused(
        `a summary is written as ${SUMMARY_FORMATS.join(' or ')}, and \`${file}\` ends otherwise`,
        'name it summary.pdf or summary.xlsx; the rows themselves go to --out',
      )
    if (places.has(resolve(file)))
      throw refused(
        `\`${file}\` is the table, its results or another summary`,
        'give the summary a name of its own',
      )
    places.add(resolve(file))
    return { file, format }
  })
}

const refused = (message: string, help: string): Fault =>
  new Fault(4, [{ code: 'usage', message, at: { file: '--summary' }, help }])

/** Writes the summaries of a run that came to its end. */
export async function writeSummaries(
  wanted: readonly WantedSummary[],
  run: {
    readonly table: { readonly file: string; readonly sha256: string }
    readonly files: BatchFiles
    readonly totals: Totals
  },
  plan: Plan,
  engine: Engine,
  lists: IndexMeta | undefined,
): Promise<void> {
  if (wanted.length === 0) return
  const { table, files, totals } = run
  // Names alone: where the files lie on one machine is no part of what came of them.
  const summary = batchSummary(
    {
      table: { ...table, file: basename(table.file) },
      results: basename(files.out),
      errors: basename(files.errors),
      totals,
    },
    plan,
    engine,
    lists,
  )
  for (const { file, format } of wanted) await writeSummary(file, format, summary, engine.wording)
}
