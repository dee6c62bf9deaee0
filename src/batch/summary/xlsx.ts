import { OUTCOMES } from '../../determination.ts'
import { workbook, type SheetRows } from '../../report/xlsx/workbook.ts'
import { visible } from '../../visible.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { SHADES } from './shades.ts'
import type { BatchSummary, Counted } from './summary.ts'
import {
  countTables,
  MAPS,
  outcomeLegend,
  outcomesIn,
  outcomeTitle,
  type CountTable,
} from './tables.ts'
import { MOST_URGENT } from './urgent-rows.ts'
import {
  basisRows,
  cautionLines,
  countLines,
  lawDateText,
  listLines,
  urgentTexts,
} from './words.ts'

type Row = SheetRows['rows'][number]
type Cell = Row['cells'][number]

const row = (...cells: readonly Cell[]): Row => ({ cells: cells.map(shown) })
const head = (...cells: readonly Cell[]): Row => ({ cells: cells.map(shown), isHead: true })
const shown = (cell: Cell): Cell => (typeof cell === 'number' ? cell : visible(cell))

/** The summary of a batch as a workbook. The same summary gives the same bytes. */
export const summaryXlsx = (summary: BatchSummary, wording: Wording): Buffer =>
  workbook([
    firstSheet(summary, wording),
    ...countTables(summary, wording).map((table) => countSheet(summary, table, wording)),
    urgentSheet(summary, wording),
    basisSheet(summary, wording),
    notModelledSheet(summary, wording),
  ])

function firstSheet(summary: BatchSummary, wording: Wording): SheetRows {
  return {
    name: say(wording, 'batch.document'),
    widths: [30, 50, 14],
    rows: [
      head(say(wording, 'batch.document'), summary.table.file),
      ...countLines(summary, wording).map((text) => row('', text)),
      row(say(wording, 'report.law-date-label'), lawDateText(summary, wording)),
      ...[...cautionLines(summary, wording), ...listLines(summary, wording)].map((text) =>
        row('', text),
      ),
      row('', say(wording, 'report.disclaimer')),
      head(
        say(wording, 'columns.outcome'),
        say(wording, 'columns.effect'),
        say(wording, 'batch.rows'),
      ),
      ...OUTCOMES.toReversed().map((outcome) =>
        row(
          outcomeTitle(outcome, wording),
          say(wording, `outcomes.${outcome}.meaning`),
          summary.outcomes[outcome] ?? 0,
        ),
      ),
    ],
  }
}

/** Counts of each name; of countries also what the two maps show of them. */
function countSheet(
  summary: BatchSummary,
  { key, names, rows, others }: CountTable,
  wording: Wording,
): SheetRows {
  const outcomes = outcomesIn(summary)
  const maps = key === 'by-country' ? MAPS : []
  const cells = (name: string, counted: Counted): Row =>
    row(
      name,
      counted.rows,
      ...outcomes.map((outcome) => counted.outcomes[outcome] ?? 0),
      ...maps.map(({ outcomeOf }) => {
        const outcome = outcomeOf(counted)
        return outcome === undefined ? '' : SHADES[outcome].letter
      }),
    )
  return {
    name: say(wording, `batch.${key}`),
    widths: [60, ...[1, ...outcomes, ...maps].map(() => 16)],
    rows: [
      row(say(wording, `batch.${key}-note`)),
      head(
        names,
        say(wording, 'batch.rows'),
        ...outcomes.map((outcome) => outcomeLegend(outcome, wording)),
        ...maps.map((map) => say(wording, `batch.${map.key}`)),
      ),
      ...rows.map(({ name, counted }) => cells(name, counted)),
      ...(others === null ? [] : [cells(say(wording, 'batch.others'), others)]),
    ],
  }
}

function urgentSheet({ urgent }: BatchSummary, wording: Wording): SheetRows {
  const lines = (texts: readonly string[]): string => texts.map(visible).join('\n')
  return {
    name: say(wording, 'batch.urgent'),
    widths: [10, 40, 24, 60, 80],
    rows: [
      row('', say(wording, 'batch.urgent-order', { n: MOST_URGENT })),
      head(
        say(wording, 'batch.row'),
        say(wording, 'batch.case'),
        say(wording, 'columns.outcome'),
        say(wording, 'columns.why'),
        say(wording, 'batch.questions'),
      ),
      ...urgent.map((one): Row => {
        const { row: at, about, outcome, reasons, questions } = urgentTexts(one, wording)
        const texts = [about, outcome, reasons, questions].map(lines)
        return { cells: [one.sheet === undefined ? one.row : visible(at), ...texts] }
      }),
      ...(urgent.length === 0 ? [row('', say(wording, 'batch.urgent-none'))] : []),
    ],
  }
}

const basisSheet = (summary: BatchSummary, wording: Wording): SheetRows => ({
  name: say(wording, 'batch.lists'),
  widths: [30, 110],
  rows: [
    head(say(wording, 'columns.basis'), say(wording, 'columns.value')),
    ...basisRows(summary, wording).map((cells) => row(...cells)),
    row('', say(wording, 'batch.map-source')),
  ],
})

const notModelledSheet = ({ notModelled }: BatchSummary, wording: Wording): SheetRows => ({
  name: say(wording, 'report.not-modelled'),
  widths: [40, 18, 100],
  rows: [
    row('', '', say(wording, 'report.not-modelled-intro')),
    head(
      say(wording, 'columns.provision'),
      say(wording, 'columns.status'),
      say(wording, 'columns.why'),
    ),
    ...notModelled.map(({ citation, state, why }) =>
      row(citation, say(wording, `coverage.${state}`), why),
    ),
  ],
})
