import { guessMapping } from '../../src/batch/mapping/guess.ts'
import { plannedColumns } from '../../src/batch/mapping/planned.ts'
import type { ChunkResult } from '../../src/batch/chunk.ts'
import { rowDecider } from '../../src/batch/decide-rows.ts'
import type { Means } from '../../src/batch/decider.ts'
import { verdictOf } from '../../src/batch/parties.ts'
import type { SchemaNode } from '../../src/batch/path-kinds.ts'
import type { Plan } from '../../src/batch/plan.ts'
import { chunker } from '../../src/batch/read/chunks.ts'
import { caseJsonSchema } from '../../src/rules/json-schema.ts'
import { csvCell } from '../../src/tables/csv.ts'
import { engine } from '../engine.ts'

export const schema = caseJsonSchema(engine.schema) as SchemaNode

/** A plan for a table with these headings, each of which is a path or is carried along. */
export function planFor(headings: readonly string[], more: Partial<Plan> = {}): Plan {
  const { mapping } = guessMapping(headings, schema)
  const planned = plannedColumns(mapping, headings, schema, 'deals.csv')
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues))
  return {
    file: 'deals.csv',
    headings,
    delimiter: ',',
    ...planned.value,
    format: 'ndjson',
    guardsFormulas: true,
    today: '2026-11-20',
    posture: 'enforced',
    includeProposed: false,
    lang: 'en',
    profiles: [],
    screen: true,
    acceptStale: false,
    ...more,
  }
}

/** A row of the results in NDJSON: the cells of the input, and what was decided. */
export type ResultRow = Record<string, string> & { readonly licet: Record<string, string> }

/** Decides CSV text, without its heading, as one chunk. */
export function decided(text: string, plan: Plan, means: Means): ChunkResult {
  const cutter = chunker(
    { delimiter: plan.delimiter, lineEnd: '\n', width: plan.headings.length },
    { row: 2, line: 2 },
    { rows: Number.POSITIVE_INFINITY, letters: Number.POSITIVE_INFINITY },
  )
  const [chunk] = [...cutter.push(text), ...cutter.end()]
  const decider = rowDecider(plan, means, true)
  const read = decider.read(chunk!)
  const verdicts = new Map(
    [...read.unknown].map(([{ key }, party]) => [
      key,
      verdictOf(party, means.lists!.screener, engine.wording),
    ]),
  )
  return decider.decide(decider.place(read, (key) => verdicts.get(key)))
}

export const resultRows = ({ results }: Pick<ChunkResult, 'results'>): ResultRow[] =>
  new TextDecoder()
    .decode(results)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultRow)

/** A CSV text of rows of cells, without a heading. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('')
