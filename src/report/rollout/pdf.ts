import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import type { Cell, Rollout } from '../../rollout/rollout.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import type { Table } from '../blocks.ts'
import { openPdf } from '../pdf/file.ts'
import { list, paragraph, QUIET, sectionHeading, setHeading, STRONG } from '../pdf/flow.ts'
import { newPage, PAGE, setLine, tag, type Paper } from '../pdf/paper.ts'
import { drawTable } from '../pdf/table.ts'
import { findingText, spotText } from './findings.ts'
import { grouped, matricesOf, parts, type Matrix } from './matrix.ts'
import { basisLines, differencesOf, headTitle, legendLines, sinceLines } from './says.ts'
import {
  cellText,
  columnParts,
  columnText,
  noteLines,
  outcomeText,
  placesText,
  placeText,
  reasonText,
  tallyLines,
} from './words.ts'

/** Columns of a matrix that a page has room for. */
const COLUMNS = 6
/** Share of the page that the places of a matrix take, beside few columns and beside many. */
const PLACES = { few: 0.4, many: 0.28 }
const ATTACHMENT = 'rollout.json'

/**
 * The rollout as a tagged PDF/A-3a: how the gate stands, what stands in the way, the matrices, every
 * place on its own row, the notes. The JSON is attached. The same rollout gives the same bytes.
 */
export async function rolloutPdf(rollout: Rollout, wording: Wording): Promise<Buffer> {
  const json = canonicalize(JSON.parse(JSON.stringify(rollout)))!
  const sha256 = createHash('sha256').update(json, 'utf8').digest('hex')
  const { paper, close } = await openPdf(
    {
      title: say(wording, 'rollout.document-title', { rollout: rollout.rollout }),
      name: rollout.rollout,
      sha256,
      date: rollout.basis.lawDate,
      engine: rollout.basis.engine,
      attachments: [
        {
          name: ATTACHMENT,
          content: json,
          description: say(wording, 'rollout.attachment-description'),
        },
      ],
    },
    wording,
  )
  const marksOn = rollout.cells.some(({ on }) => !on)
  const matrices = matricesOf(rollout)
  drawFirstPage(paper, rollout, wording)
  for (const matrix of matrices) drawMatrix(paper, rollout, matrix, wording, marksOn)
  drawNotes(paper, rollout, wording)
  newPage(paper)
  matrices.forEach((matrix, i) =>
    drawCountries(paper, rollout, matrix, matrices[i - 1], wording, marksOn),
  )
  paragraph(paper, say(wording, 'report.attachment-note', { file: ATTACHMENT }), QUIET)
  return close()
}

function drawFirstPage(paper: Paper, rollout: Rollout, wording: Wording): void {
  const label = `${say(wording, 'report.product')} | ${say(wording, 'rollout.document')}`
  setLine(paper, tag(paper, 'P'), 'P', label, PAGE.side, { ...QUIET, face: 'bold' })
  setHeading(paper, 'H1', headTitle(rollout, wording), { face: 'bold', size: 15 })
  paper.y += 4
  for (const text of tallyLines(rollout, wording)) paragraph(paper, text, STRONG)
  drawTable(paper, summaryTable(rollout, wording))

  if (rollout.findings.length > 0) {
    sectionHeading(paper, say(wording, 'rollout.findings'))
    list(
      paper,
      rollout.findings.map((one) => `${findingText(rollout, one, wording)} ${spotText(one)}`),
      () => '\u2022',
    )
  }
  if (rollout.questions.length > 0) {
    sectionHeading(paper, say(wording, 'rollout.questions'))
    drawTable(paper, {
      head: ['', 'place', 'cells'].map((key) => (key === '' ? '' : say(wording, `rollout.${key}`))),
      shares: [0.56, 0.34, 0.1],
      rows: rollout.questions.map(({ at, ask, cells }) => [ask, at, String(cells)]),
    })
  }
  for (const { title, lines } of differencesOf(rollout, wording)) {
    sectionHeading(paper, title)
    list(paper, lines, () => '\u2022')
  }
  const since = sinceLines(rollout, wording)
  if (since.length > 0) {
    sectionHeading(paper, say(wording, 'rollout.since'))
    list(paper, since, () => '\u2022')
  }
  sectionHeading(paper, say(wording, 'report.basis-short'))
  for (const line of basisLines(rollout, wording)) paragraph(paper, line, QUIET)
  paragraph(paper, say(wording, 'report.disclaimer'), { ...QUIET, face: 'bold' })
}

/** How many places have which outcome, by column and law date. */
function summaryTable(rollout: Rollout, wording: Wording): Table {
  const columns = matricesOf(rollout)[0]?.columns ?? []
  const rows = columns.flatMap((ids) =>
    rollout.asOf.map((day) => {
      const mine = rollout.cells.filter(
        (cell) =>
          cell.asOf === day &&
          cell.feature === ids.feature &&
          cell.model === ids.model &&
          cell.customers === ids.customers,
      )
      const tally = new Map<string, number>()
      for (const { outcome } of mine) tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
      const said = [...tally].map(
        ([outcome, n]) => `${say(wording, `outcomes.${outcome}.title`)}: ${n}`,
      )
      const kind = rollout.features.find(({ id }) => id === ids.feature)!.kind
      const name = `${columnText(rollout, ids)} (${say(wording, `rollout.kinds.${kind}`)})`
      return [name, day, said.join('; ')]
    }),
  )
  const head = [say(wording, 'rollout.columns'), '', say(wording, 'rollout.summary')]
  return { head, shares: [0.3, 0.14, 0.56], rows }
}

function drawMatrix(
  paper: Paper,
  rollout: Rollout,
  matrix: Matrix,
  wording: Wording,
  marksOn: boolean,
): void {
  const cut = parts(matrix, COLUMNS)
  for (const { from, part } of cut) {
    sectionHeading(paper, titleOf(matrix, part, from, cut.length, 'matrix', wording))
    const rows = grouped(part).map(({ places, cells }) => [
      `${placesText(wording, places, rollout.places)} (${count(wording, 'rollout.places', places.length)})`,
      ...cells.map((cell) => cellLines(cell, rollout, wording, marksOn)),
    ])
    drawTable(paper, { ...headOf(rollout, part, wording), rows })
  }
  for (const text of legendLines(rollout, wording)) paragraph(paper, text, QUIET)
}

/** Every place on its own row; on a later date those alone that differ from the date before. */
function drawCountries(
  paper: Paper,
  rollout: Rollout,
  matrix: Matrix,
  earlier: Matrix | undefined,
  wording: Wording,
  marksOn: boolean,
): void {
  const cut = parts(matrix, COLUMNS)
  const before = earlier === undefined ? undefined : parts(earlier, COLUMNS)
  for (const [i, { from, part }] of cut.entries()) {
    const then = before?.[i]?.part.rows
    const rows = part.rows.filter(({ cells }, row) => {
      const was = then?.[row]?.cells
      return was === undefined || cells.some((cell, column) => cell?.answer !== was[column]?.answer)
    })
    if (rows.length === 0) continue
    const key = then === undefined ? 'by-country' : 'by-country-differs'
    sectionHeading(paper, titleOf(matrix, part, from, cut.length, key, wording))
    drawTable(paper, {
      ...headOf(rollout, part, wording),
      rows: rows.map(({ places, cells }) => [
        placeText(wording, places[0]!),
        ...cells.map((cell) => cellLines(cell, rollout, wording, marksOn)),
      ]),
    })
  }
}

/** The outcome of a cell and its deciding reason. */
const cellLines = (
  cell: Cell | undefined,
  rollout: Rollout,
  wording: Wording,
  marksOn: boolean,
): string =>
  [cellText(cell, rollout, wording, marksOn), reasonText(cell, rollout, wording)]
    .filter((text) => text !== '')
    .join(': ')

function titleOf(
  { asOf: day }: Matrix,
  part: Matrix,
  from: number,
  pieces: number,
  key: 'matrix' | 'by-country' | 'by-country-differs',
  wording: Wording,
): string {
  const values = { day, from: from + 1, to: from + part.columns.length }
  return say(wording, `rollout.${pieces === 1 ? key : `${key}-part`}`, values)
}

function headOf(
  rollout: Rollout,
  { columns }: Matrix,
  wording: Wording,
): Pick<Table, 'head' | 'shares'> {
  const places = columns.length > 4 ? PLACES.many : PLACES.few
  const share = (1 - places) / columns.length
  return {
    head: [
      say(wording, 'rollout.place'),
      ...columns.map((ids) => columnParts(rollout, ids).join(' / ')),
    ],
    shares: [places, ...columns.map(() => share)],
  }
}

function drawNotes(paper: Paper, { answers }: Rollout, wording: Wording): void {
  sectionHeading(paper, say(wording, 'rollout.notes'))
  drawTable(paper, {
    head: ['', say(wording, 'rollout.answer'), say(wording, 'rollout.why')],
    shares: [0.06, 0.2, 0.74],
    rows: answers.map((answer, i) => [
      `[${i + 1}]`,
      outcomeText(wording, answer.outcome),
      noteLines(answer, wording).join(' | '),
    ]),
  })
}
