import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../../src/batch/plan.ts'
import type { Source } from '../../src/batch/read/source.ts'
import { resultWriter } from '../../src/batch/result-rows.ts'

/** The files of a run: what it writes for people, and beside it what lets it go on or run again. */
export interface BatchFiles {
  readonly out: string
  /** Rows that were not judged; there only where there are any. */
  readonly errors: string
  readonly folder: string
  readonly partial: { readonly results: string; readonly errors: string; readonly state: string }
  readonly parties: string
  readonly decisions: string
}

export function filesFor(input: string, wanted: string | undefined): BatchFiles {
  const out = wanted ?? `${withoutEnding(input)}.results.csv`
  const folder = `${out}.batch`
  return {
    out,
    errors: `${withoutEnding(out)}.errors.csv`,
    folder,
    partial: {
      results: join(folder, 'results.partial'),
      errors: join(folder, 'errors.partial'),
      state: join(folder, 'state.json'),
    },
    parties: join(folder, 'parties.ndjson'),
    decisions: join(folder, 'decisions.ndjson'),
  }
}

/** `deals` for `deals.csv.gz`. */
export const withoutEnding = (file: string): string =>
  file.replace(/\.gz$/i, '').replace(/(?<=[^/\\])\.[a-z]+$/i, '')

/**
 * Puts the finished files in their places, the results last. Doing it twice, after a crash between, does no
 * harm. Results with types were made of the partial ones, and stand there already.
 */
export function putInPlace(
  { out, errors, partial }: BatchFiles,
  isMade: boolean,
  anyRejected: boolean,
): void {
  if (anyRejected) renameSync(partial.errors, errors)
  else {
    rmSync(partial.errors, { force: true })
    rmSync(errors, { force: true })
  }
  if (isMade) rmSync(partial.results, { force: true })
  else renameSync(partial.results, out)
  rmSync(partial.state, { force: true })
}

/** How the results begin: with the mark that spreadsheets want of other letters, where they want it. */
export function headingOf({ wantsMark }: Source, plan: Plan): string {
  const mark = wantsMark && plan.format === 'csv' && plan.guardsFormulas ? '\ufeff' : ''
  return mark + resultWriter(plan).heading
}
