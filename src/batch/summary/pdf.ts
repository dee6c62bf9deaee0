import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import { OUTCOMES } from '../../determination.ts'
import { postureText } from '../../report/headline.ts'
import { drawBlock } from '../../report/pdf/block.ts'
import { drawNotes } from '../../report/pdf/document.ts'
import { openPdf } from '../../report/pdf/file.ts'
import {
  entryHeading,
  list,
  paragraph,
  QUIET,
  sectionHeading,
  setHeading,
  STRONG,
} from '../../report/pdf/flow.ts'
import { ensure, newPage, PAGE, setLine, tag, type Paper } from '../../report/pdf/paper.ts'
import { drawTable } from '../../report/pdf/table.ts'
import { notModelledSection } from '../../report/sections/basis.ts'
import { numeral } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { drawMaps } from './maps.ts'
import type { BatchSummary } from './summary.ts'
import {
  countTables,
  outcomeLegend,
  outcomesIn,
  outcomeTitle,
  sumOf,
  type CountTable,
} from './tables.ts'
import { SHADES } from './shades.ts'
import { MOST_URGENT } from './urgent-rows.ts'
import {
  basisRows,
  cautionLines,
  countLines,
  firstOf,
  lawDateText,
  listLines,
  urgentTexts,
  versionLines,
} from './words.ts'

const ATTACHMENT = 'summary.json'
/** Names of a table on paper, beside those of all countries; the attachment and the workbook have all. */
const MOST_NAMES = 80
const [MOST_REASONS, MOST_QUESTIONS] = [4, 5]

/**
 * The summary of a batch as a tagged PDF/A-3a: the counts, the map, the tables, the rows that most need a
 * person. The JSON is attached. The same summary gives the same bytes.
 */
export async function summaryPdf(summary: BatchSummary, wording: Wording): Promise<Buffer> {
  const json = canonicalize(JSON.parse(JSON.stringify(summary)))!
  const sha256 = createHash('sha256').update(json, 'utf8').digest('hex')
  const { basis, table } = summary
  const { paper, close } = await openPdf(
    {
      title: say(wording, 'batch.document-title', { file: table.file }),
      name: table.file,
      sha256,
      date: basis.asOf ?? basis.today,
      engine: basis.engine,
      attachments: [
        {
          name: ATTACHMENT,
          content: json,
          description: say(wording, 'batch.attachment-description'),
        },
      ],
    },
    wording,
  )
  drawFirstPage(paper, summary, wording)
  newPage(paper)
  drawMaps(paper, summary, wording)
  for (const one of countTables(summary, wording)) drawCounts(paper, summary, one, wording)
  drawUrgent(paper, summary, wording)
  sectionHeading(paper, say(wording, 'batch.lists'))
  for (const text of listLines(summary, wording)) paragraph(paper, text, STRONG)
  drawTable(paper, {
    head: [say(wording, 'columns.basis'), say(wording, 'columns.value')],
    shares: [0.24, 0.76],
    rows: basisRows(summary, wording),
  })
  const { title, blocks } = notModelledSection(summary, wording)
  const bookmark = sectionHeading(paper, title)
  for (const block of blocks) drawBlock(paper, block, bookmark)
  drawNotes(paper, say(wording, 'batch.attachment-note', { file: ATTACHMENT }), wording)
  return close()
}

function drawFirstPage(paper: Paper, summary: BatchSummary, wording: Wording): void {
  const label = `${say(wording, 'report.product')} | ${say(wording, 'batch.document')}`
  setLine(paper, tag(paper, 'P'), 'P', label, PAGE.side, { ...QUIET, face: 'bold' })
  setHeading(paper, 'H1', summary.table.file, { face: 'bold', size: 16 })
  const facts = [
    `${say(wording, 'report.law-date-label')}: ${lawDateText(summary, wording)}`,
    say(wording, 'report.known-on', { date: summary.basis.knowledgeDate }),
    postureText(summary, wording),
  ]
  paragraph(paper, facts.join(' | '), QUIET)
  paper.y += 4
  const [counts = '', ...files] = countLines(summary, wording)
  paragraph(paper, counts, { face: 'bold', size: 12 })
  for (const text of files) paragraph(paper, text)
  for (const text of [...cautionLines(summary, wording), ...listLines(summary, wording)])
    paragraph(paper, text, STRONG)
  sectionHeading(paper, say(wording, 'batch.outcomes'))
  drawTable(paper, {
    head: [
      say(wording, 'batch.letter'),
      say(wording, 'columns.outcome'),
      say(wording, 'columns.effect'),
      say(wording, 'batch.rows'),
      say(wording, 'batch.share'),
    ],
    shares: [0.09, 0.21, 0.44, 0.13, 0.13],
    numbers: new Set([3, 4]),
    rows: OUTCOMES.toReversed().map((outcome) => {
      const rows = summary.outcomes[outcome] ?? 0
      return [
        SHADES[outcome].letter,
        outcomeTitle(outcome, wording),
        say(wording, `outcomes.${outcome}.meaning`),
        numeral(rows),
        say(wording, 'batch.percent', { n: percentOf(rows, summary.decided) }),
      ]
    }),
  })
  sectionHeading(paper, say(wording, 'report.basis-short'))
  for (const text of versionLines(summary, wording)) paragraph(paper, text, QUIET)
  paragraph(paper, say(wording, 'report.disclaimer'), { ...QUIET, face: 'bold' })
}

/** A share with one digit; never 0.0 of what there is. */
export function percentOf(some: number, all: number): string {
  if (some === 0) return '0'
  const percent = (100 * some) / all
  return percent < 0.05 ? '< 0.1' : percent.toFixed(1)
}

function drawCounts(
  paper: Paper,
  summary: BatchSummary,
  { key, names, rows, others }: CountTable,
  wording: Wording,
): void {
  if (rows.length === 0) return
  sectionHeading(paper, say(wording, `batch.${key}`))
  const outcomes = outcomesIn(summary)
  const legend = outcomes.map((outcome) => outcomeLegend(outcome, wording)).join('  ')
  paragraph(paper, `${say(wording, `batch.${key}-note`)} ${legend}`, QUIET)
  const most = key === 'by-country' ? rows.length : MOST_NAMES
  const left = rows.slice(most).map(({ counted }) => counted)
  const more = [...left, ...(others === null ? [] : [others])]
  const cells = (
    name: string,
    { rows: all, outcomes: own }: CountTable['rows'][number]['counted'],
  ) => [
    name,
    numeral(all),
    ...outcomes.map((outcome) => (own[outcome] === undefined ? '' : numeral(own[outcome]))),
  ]
  const share = 0.09
  drawTable(paper, {
    head: [names, say(wording, 'batch.rows'), ...outcomes.map((one) => SHADES[one].letter)],
    shares: [1 - share * (outcomes.length + 1), ...[...outcomes, 'rows'].map(() => share)],
    numbers: new Set(Array.from({ length: outcomes.length + 1 }, (_, i) => i + 1)),
    rows: [
      ...rows.slice(0, most).map(({ name, counted }) => cells(name, counted)),
      ...(more.length === 0
        ? []
        : [
            cells(
              others === null
                ? say(wording, 'batch.others-of', { n: numeral(left.length) })
                : say(wording, 'batch.others'),
              sumOf(more),
            ),
          ]),
    ],
  })
}

function drawUrgent(paper: Paper, { urgent }: BatchSummary, wording: Wording): void {
  const bookmark = sectionHeading(paper, say(wording, 'batch.urgent'))
  paragraph(paper, say(wording, 'batch.urgent-order', { n: MOST_URGENT }), QUIET)
  if (urgent.length === 0) paragraph(paper, say(wording, 'batch.urgent-none'))
  for (const [i, one] of urgent.entries()) {
    const { row, about, outcome, reasons, questions } = urgentTexts(one, wording)
    ensure(paper, 60)
    const title = `${i + 1}. ${say(wording, 'batch.row')} ${row}: ${outcome.join(', ')}`
    entryHeading(paper, title, bookmark)
    paragraph(paper, about.join(' | '))
    list(paper, firstOf(reasons, MOST_REASONS, wording), () => '\u2022')
    list(paper, firstOf(questions, MOST_QUESTIONS, wording), () => '?')
  }
}
