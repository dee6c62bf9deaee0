import { todayOf, type Totals } from '../../src/batch/output.ts'
import type { Plan } from '../../src/batch/plan.ts'
import type { Encoding } from '../../src/batch/read/encoding.ts'
import { openSource } from '../../src/batch/read/open.ts'
import type { Source } from '../../src/batch/read/source.ts'
import type { Outcome } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import type { IndexMeta } from '../../src/screening/index-file.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { exitOf, type CheckFlags, type PartyFlags } from '../commands/check.ts'
import { readProfiles } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'
import { fileDigest } from './basis.ts'
import { filesFor, putInPlace, type BatchFiles } from './files.ts'
import { summariesFor, writeSummaries } from './summaries.ts'
import { columnsFor, knownHeadings, sheetsFor, type MappingFlags } from './planning.ts'

export interface BatchFlags extends CheckFlags, PartyFlags, MappingFlags {
  readonly out?: string
  readonly summary?: readonly string[]
  readonly resume?: boolean
  readonly changedSince?: string
  readonly onError: 'report' | 'stop'
  readonly workers: number
  readonly chunk: number
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly queue?: string
  readonly chunkRows: number
  readonly lease: number
  readonly patience: number
}

/**
 * Judges every row of a table and writes the results, and what was wrong with rows that could not be judged.
 * Returns the exit code: that of the strictest outcome, or 4 where a row was rejected.
 */
export async function batch(file: string, flags: BatchFlags, terminal: Terminal): Promise<number> {
  const files = filesFor(file, flags.out)
  const summaries = summariesFor(flags.summary, [file, files.out, files.errors])
  const engine = loadEngine(undefined, flags.lang)
  const sheet = sheetsFor(flags)
  const source = await openSource(
    file,
    { ...flags, ...(sheet !== undefined && { sheet }) },
    knownHeadings(flags, engine),
  )
  for (const remark of source.remarks) terminal.stderr.write(`${remark}\n`)
  const { columns, constants } = await columnsFor(file, source, flags, engine, terminal)
  const begun = flags.resume === true ? todayOf(files.partial.state) : undefined
  const plan: Plan = {
    file,
    headings: source.headings,
    delimiter: source.delimiter,
    columns,
    constants,
    format: /\.(ndjson|jsonl)$/i.test(files.out) ? 'ndjson' : 'csv',
    guardsFormulas: !isTyped(files.out),
    ...(flags.asOf !== undefined && { asOf: flags.asOf }),
    today: begun ?? terminal.today(),
    posture: flags.posture,
    includeProposed: flags.includeProposed === true,
    lang: flags.lang,
    profiles: readProfiles(flags.assume, engine),
    screen: flags.screen,
    ...(flags.maxAge !== undefined && { mostDays: flags.maxAge }),
    acceptStale: flags.acceptStale === true,
  }
  const sha256 = fileDigest(file)
  // Told where it is waited for, which is when threads are at work.
  sha256.catch(() => {})
  const table = { file, sha256, source, plan, files, engine }
  const judged =
    flags.queue === undefined
      ? await (await import('./judge-here.ts')).judgeHere(table, flags, terminal)
      : await (await import('./queue.ts')).judgeOnQueue(flags.queue, table, flags, terminal)
  const { totals } = judged
  try {
    if (isTyped(files.out)) await convert(files, totals.rows, plan.delimiter)
    const read = { file, sha256: await sha256 }
    await writeSummaries(summaries, { table: read, files, totals }, plan, engine, judged.lists)
    putInPlace(files, isTyped(files.out), totals.rejected > 0)
    await judged.finish()
  } finally {
    await judged.close()
  }
  summarize(totals, files, terminal)
  for (const one of summaries) terminal.stderr.write(`wrote ${one.file}\n`)
  return judged.exit ?? exitOfTotals(totals)
}

/** A table that is about to be judged. */
export interface Table {
  readonly file: string
  readonly sha256: Promise<string>
  readonly source: Source
  readonly plan: Plan
  readonly files: BatchFiles
  readonly engine: Engine
}

/** What came of the rows of a table, wherever they were judged. */
export interface JudgedRows {
  readonly totals: Totals
  /** The lists that parties were screened against, where they were. */
  readonly lists?: IndexMeta
  /** The exit code where it is not that of the outcomes. */
  readonly exit?: number
  /** Done when the results are in their place. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Whether the results are cells with a type, of which none is a formula. */
const isTyped = (out: string): boolean => /\.(xlsx|parquet)$/i.test(out)

/** Makes the workbook or the Parquet file that was asked for of the results in CSV. */
async function convert(
  { out, partial }: BatchFiles,
  rows: number,
  delimiter: string,
): Promise<void> {
  if (/\.xlsx$/i.test(out)) {
    const { csvToXlsx } = await import('../../src/batch/write/xlsx.ts')
    await csvToXlsx(partial.results, out, { rows, delimiter })
  } else {
    const { csvToParquet } = await import('../../src/batch/write/parquet.ts')
    await csvToParquet(partial.results, out, { rows, delimiter })
  }
}

function summarize(totals: Totals, { out, errors }: BatchFiles, { stderr }: Terminal): void {
  const parts = Object.entries(totals.tallies.outcome).sort(([a], [b]) => (a < b ? -1 : 1))
  stderr.write(
    `${totals.rows} rows: ${parts.map(([name, rows]) => `${rows} ${name}`).join(', ')}\n`,
  )
  stderr.write(`wrote ${out}\n`)
  if (totals.rejected > 0)
    stderr.write(`wrote ${errors}: rows that were not judged: ${totals.rejected}\n`)
}

function exitOfTotals({ rejected, tallies }: Totals): number {
  if (rejected > 0) return 4
  return exitOf(Object.keys(tallies.outcome) as Outcome[])
}
