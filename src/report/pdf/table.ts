import type { Table } from '../blocks.ts'
import {
  artifact,
  lineHeight,
  mark,
  MEASURE,
  newPage,
  PAGE,
  tag,
  type Paper,
  type Tag,
} from './paper.ts'
import type { Style } from './type.ts'

const CELL: Style = { face: 'regular', size: 8.5 }
const HEAD: Style = { face: 'bold', size: 8 }
const PAD = { x: 4, y: 2.5 } as const

interface Column {
  readonly x: number
  readonly width: number
  readonly isNumber: boolean
}

/**
 * A table over the full measure. Cells wrap; a row that fits on a page is never cut, a longer one goes on
 * where it stopped; the head is repeated on each page.
 */
export function drawTable(paper: Paper, { head, shares, rows, numbers }: Table): void {
  const columns = columnsOf(shares, numbers)
  const owner = tag(paper, 'Table')
  const headCells = cellsOf(paper, head, columns, HEAD)
  const firstRow =
    rows[0] === undefined ? 0 : rowHeight(cellsOf(paper, rows[0], columns, CELL), CELL)
  const headHeight = rowHeight(headCells, HEAD)
  if (paper.y + headHeight + Math.min(firstRow, 120) > PAGE.bottom) newPage(paper)
  drawHead(paper, headCells, columns, tag(paper, 'TR', owner))

  for (const row of rows) {
    const cells = cellsOf(paper, row, columns, CELL)
    const tags = rowTags(paper, owner, cells.length)
    const longest = Math.max(...cells.map(({ length }) => length))
    const fitsOnePage = PAGE.top + headHeight + rowHeight(cells, CELL) <= PAGE.bottom
    for (let from = 0; from < longest;) {
      const room = Math.floor((PAGE.bottom - paper.y - 2 * PAD.y) / lineHeight(CELL))
      if (room < 1 || (fitsOnePage && room < longest)) {
        newPage(paper)
        drawHead(paper, headCells, columns)
        continue
      }
      const slice = cells.map((lines) => lines.slice(from, from + room))
      drawRow(paper, slice, columns, CELL, tags)
      from += room
    }
    rule(paper)
  }
  paper.y += 6
}

function columnsOf(shares: readonly number[], numbers?: ReadonlySet<number>): Column[] {
  let x: number = PAGE.side
  return shares.map((share, i) => {
    const column = { x, width: share * MEASURE, isNumber: numbers?.has(i) === true }
    x += column.width
    return column
  })
}

function cellsOf(
  paper: Paper,
  texts: readonly string[],
  columns: readonly Column[],
  style: Style,
): string[][] {
  return columns.map(({ width }, i) => paper.type.lines(texts[i] ?? '', style, width - 2 * PAD.x))
}

function rowHeight(cells: readonly (readonly string[])[], style: Style): number {
  return Math.max(...cells.map(({ length }) => length)) * lineHeight(style) + 2 * PAD.y
}

function rowTags(paper: Paper, owner: Tag, cells: number): Tag[] {
  const row = tag(paper, 'TR', owner)
  return Array.from({ length: cells }, () => tag(paper, 'TD', row))
}

/** The head with its tags; without `row` a repetition, which readers of the tags have heard before. */
function drawHead(
  paper: Paper,
  cells: readonly string[][],
  columns: readonly Column[],
  row?: Tag,
): void {
  artifact(paper, () => {
    paper.doc.rect(PAGE.side, paper.y, MEASURE, rowHeight(cells, HEAD)).fill('#e6e6e6')
  })
  const tags = row === undefined ? undefined : cells.map(() => headTag(paper, row))
  drawRow(paper, cells, columns, HEAD, tags)
  rule(paper)
}

function headTag(paper: Paper, row: Tag): Tag {
  const options = { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions
  const cell = paper.doc.struct('TH', options)
  row.add(cell)
  return cell
}

function drawRow(
  paper: Paper,
  cells: readonly (readonly string[])[],
  columns: readonly Column[],
  style: Style,
  tags: readonly Tag[] | undefined,
): void {
  const height = lineHeight(style)
  cells.forEach((lines, at) => {
    const { x, width, isNumber } = columns[at]!
    const draw = (): void =>
      lines.forEach((line, i) => {
        const indent = isNumber ? width - PAD.x - paper.type.measure(line, style) : PAD.x
        paper.type.draw(line, x + indent, paper.y + PAD.y + (i + 0.76) * height, style)
      })
    const owner = tags?.[at]
    if (owner === undefined) artifact(paper, draw)
    else mark(paper, owner, style === HEAD ? 'TH' : 'TD', draw)
  })
  paper.y += rowHeight(cells, style)
}

function rule(paper: Paper): void {
  artifact(paper, () => {
    paper.doc.lineWidth(0.4).strokeColor('#8c8c8c')
    paper.doc
      .moveTo(PAGE.side, paper.y)
      .lineTo(PAGE.side + MEASURE, paper.y)
      .stroke()
  })
}
