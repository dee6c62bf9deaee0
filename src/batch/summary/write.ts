import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Wording } from '../../wording/wording.ts'
import type { BatchSummary } from './summary.ts'

export const SUMMARY_FORMATS = ['pdf', 'xlsx'] as const
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number]

/** What the ending of a file asks for; undefined where no summary has it. */
export const summaryFormatOf = (file: string): SummaryFormat | undefined =>
  SUMMARY_FORMATS.find((format) => file.toLowerCase().endsWith(`.${format}`))

/** Writes a summary, whole or not at all. */
export async function writeSummary(
  file: string,
  format: SummaryFormat,
  summary: BatchSummary,
  wording: Wording,
): Promise<void> {
  const bytes =
    format === 'pdf'
      ? await (await import('./pdf.ts')).summaryPdf(summary, wording)
      : (await import('./xlsx.ts')).summaryXlsx(summary, wording)
  const beside = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(beside, bytes)
  renameSync(beside, file)
}
