import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadEngine } from '../../src/rules/load.ts'
import { CLEARANCES } from '../../src/lists/clearances.ts'
import { currentFile, storeFolder } from '../../src/lists/store.ts'
import type { Outcome } from '../../src/determination.ts'
import type { Means } from '../../src/batch/decider.ts'
import { ownHands, stepsOf } from '../../src/batch/hands.ts'
import { openOutput, runDigest, todayOf, type Totals } from '../../src/batch/output.ts'
import type { Plan } from '../../src/batch/plan.ts'
import type { Encoding } from '../../src/batch/read/encoding.ts'
import { openSource } from '../../src/batch/read/open.ts'
import { resultWriter } from '../../src/batch/result-rows.ts'
import { runChunks } from '../../src/batch/run.ts'
import { threadHands } from '../../src/batch/threads.ts'
import { verdictStore } from '../../src/batch/verdict-store.ts'
import { VERSION } from '../../src/version.ts'
import { exitOf, type CheckFlags, type PartyFlags } from '../commands/check.ts'
import { readProfiles } from '../inputs.ts'
import { openLists } from '../screening/open-lists.ts'
import type { Terminal } from '../terminal.ts'
import { columnsFor, type MappingFlags } from './planning.ts'

export interface BatchFlags extends CheckFlags, PartyFlags, MappingFlags {
  readonly out?: string
  readonly resume?: boolean
  readonly onError: 'report' | 'stop'
  readonly workers: number
  readonly encoding?: Encoding
  readonly delimiter?: string
}

/**
 * Judges every row of a table and writes the results, and what was wrong with rows that could not be judged.
 * Returns the exit code: that of the strictest outcome, or 4 where a row was rejected.
 */
export async function batch(file: string, flags: BatchFlags, terminal: Terminal): Promise<number> {
  const engine = loadEngine(undefined, flags.lang)
  const source = await openSource(file, flags)
  for (const remark of source.remarks) terminal.stderr.write(`${remark}\n`)
  const { columns, constants } = await columnsFor(file, source, flags, engine, terminal)
  const out = flags.out ?? `${file.replace(/\.gz$/i, '').replace(/\.[a-z]+$/i, '')}.results.csv`
  const state = join(`${out}.batch`, 'state.json')
  const today = (flags.resume === true ? todayOf(state) : undefined) ?? terminal.today()
  const plan: Plan = {
    file,
    headings: source.headings,
    delimiter: source.delimiter,
    columns,
    constants,
    format: /\.(ndjson|jsonl)$/i.test(out) ? 'ndjson' : 'csv',
    ...(flags.asOf !== undefined && { asOf: flags.asOf }),
    today,
    posture: flags.posture,
    includeProposed: flags.includeProposed === true,
    lang: flags.lang,
    profiles: readProfiles(flags.assume, engine),
    screen: flags.screen,
  }
  const lists = flags.screen ? await openLists(flags, today, 'any script') : undefined
  const clearances = clearancesDigest()
  const digest = runDigest([
    await fileDigest(file),
    plan,
    VERSION,
    engine.sha256,
    lists?.version ?? null,
    clearances,
  ])
  const foldNames = clearances === ''
  const means: Means = { engine, ...(lists !== undefined && { lists }) }
  const place = {
    packSha256: engine.sha256,
    ...(lists !== undefined && {
      lists: {
        index: currentFile(storeFolder(process.env), flags.lists),
        sha256: lists.screener.file.meta.sha256,
        clearances: join(storeFolder(process.env), '..'),
      },
    }),
  }
  const hands =
    flags.workers === 1
      ? ownHands(stepsOf(plan, means, foldNames))
      : threadHands(flags.workers, { plan, place, foldNames })
  const files = {
    results: join(`${out}.batch`, 'results'),
    errors: join(`${out}.batch`, 'errors.csv'),
    state,
  }
  const mark = source.wantsMark && plan.format === 'csv' ? '\ufeff' : ''
  const output = openOutput(
    files,
    { digest, today, resume: flags.resume === true },
    mark + resultWriter(plan).heading,
  )
  if (output.chunksDone > 0) terminal.stderr.write(`taking up after ${output.totals.rows} rows\n`)
  const verdicts = verdictStore(hands, new Map())
  try {
    await runChunks(source.chunks(), hands, verdicts, output, 2 * flags.workers + 2)
  } catch (error) {
    output.pause()
    throw error
  } finally {
    await hands.close()
  }
  output.finish()
  renameSync(files.results, out)
  const errors = `${out.replace(/\.[a-z]+$/i, '')}.errors.csv`
  if (output.totals.rejected > 0) renameSync(files.errors, errors)
  else {
    rmSync(files.errors)
    rmSync(errors, { force: true })
  }
  summarize(output.totals, out, errors, terminal)
  return exitOfTotals(output.totals)
}

function summarize(totals: Totals, out: string, errors: string, { stderr }: Terminal): void {
  const parts = Object.entries(totals.tallies.outcome).sort(([a], [b]) => (a < b ? -1 : 1))
  stderr.write(
    `${totals.rows} rows: ${parts.map(([name, rows]) => `${rows} ${name}`).join(', ')}\n`,
  )
  stderr.write(`wrote ${out}\n`)
  if (totals.rejected > 0)
    stderr.write(`wrote ${errors}: ${totals.rejected} rows were not judged\n`)
}

function exitOfTotals({ rejected, tallies }: Totals): number {
  if (rejected > 0) return 4
  return exitOf(Object.keys(tallies.outcome) as Outcome[])
}

async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file, { highWaterMark: 1_048_576 }))
    hash.update(bytes as Buffer)
  return hash.digest('hex')
}

/** The digest of what people have decided about hits; empty where they have decided nothing. */
function clearancesDigest(): string {
  const file = join(storeFolder(process.env), '..', CLEARANCES)
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
}
