import type { Chunk, ChunkResult } from '../chunk.ts'
import type { Plan } from '../plan.ts'
import { rowsOf } from '../read/cells.ts'
import { resultWriter, suffixOf } from '../result-rows.ts'
import { RESULT_COLUMNS } from '../decision.ts'
import { countAlone, noTallies } from '../tally.ts'
import { whereIn } from '../where.ts'

/** What stands in the place of an outcome in rows that no worker could decide. */
export const DEAD_LETTER = 'dead-letter'

/** The result of a chunk that came to nothing: each of its rows, with the reason, and none of them decided. */
export function deadResult(plan: Plan, chunk: Chunk, reason: string): ChunkResult {
  const writer = resultWriter(plan)
  const said: Readonly<Record<string, string>> = {
    licet_outcome: DEAD_LETTER,
    licet_reasons: reason,
  }
  const suffix = suffixOf(
    writer,
    RESULT_COLUMNS.map((column) => said[column] ?? ''),
  )
  const rows = rowsOf(chunk, plan.delimiter)
  const where = whereIn(chunk)
  const tallies = noTallies()
  countAlone(tallies, DEAD_LETTER, rows.length)
  return {
    index: chunk.index,
    rows: rows.length,
    decided: 0,
    rejected: rows.map(({ text }, i) => ({
      ...where(i),
      issue: {
        code: DEAD_LETTER,
        message: reason,
        help: 'mend the cause, and run again with --resume',
      },
      record: text,
    })),
    results: new TextEncoder().encode(
      rows
        .map(({ text, cells }) => {
          const isWhole = cells.length === plan.headings.length
          return writer.row(text, isWhole, () => cells) + suffix
        })
        .join(''),
    ),
    tallies,
    urgent: [],
  }
}
