import {
  artifact,
  ensure,
  lineHeight,
  mark,
  MEASURE,
  PAGE,
  setLine,
  tag,
  type Paper,
  type Tag,
} from './paper.ts'
import type { Style } from './type.ts'

export const BODY: Style = { face: 'regular', size: 9.5 }
export const STRONG: Style = { face: 'bold', size: 9.5 }
export const QUIET: Style = { face: 'regular', size: 8.5, ink: 0.32 }
const SECTION: Style = { face: 'bold', size: 13 }
const ENTRY: Style = { face: 'bold', size: 10 }

/** A paragraph over the full measure. */
export function paragraph(paper: Paper, text: string, style: Style = BODY): void {
  const owner = tag(paper, 'P')
  for (const line of paper.type.lines(text, style, MEASURE))
    setLine(paper, owner, 'P', line, PAGE.side, style)
  paper.y += 3
}

/** The title of a section, with a rule below it and a bookmark, never alone at the foot of a page. */
export function sectionHeading(paper: Paper, text: string): PDFKit.PDFOutline {
  paper.y += 14
  // Room for the first row of a table, so that no heading ends a page.
  ensure(paper, 96)
  const bookmark = bookmarkHere(paper, paper.doc.outline, text)
  setHeading(paper, 'H2', text, SECTION)
  artifact(paper, () => {
    paper.doc.lineWidth(0.8).strokeColor('#000000')
    paper.doc
      .moveTo(PAGE.side, paper.y + 1)
      .lineTo(PAGE.side + MEASURE, paper.y + 1)
      .stroke()
  })
  paper.y += 7
  return bookmark
}

/** The title of an entry in a section, with a bookmark below the section's. */
export function entryHeading(paper: Paper, text: string, section: PDFKit.PDFOutline): void {
  paper.y += 6
  ensure(paper, 48)
  bookmarkHere(paper, section, text)
  setHeading(paper, 'H3', text, ENTRY)
  paper.y += 1
}

export function setHeading(
  paper: Paper,
  level: 'H1' | 'H2' | 'H3',
  text: string,
  style: Style,
): void {
  const owner = tag(paper, level)
  for (const line of paper.type.lines(text, style, MEASURE))
    setLine(paper, owner, level, line, PAGE.side, style)
}

function bookmarkHere(paper: Paper, parent: PDFKit.PDFOutline, text: string): PDFKit.PDFOutline {
  const title = paper.type.lines(text, BODY, Number.MAX_SAFE_INTEGER).join(' ')
  // pdfkit counts the left edge of a bookmark from the right.
  const at = { fit: false, top: paper.y - 8, left: PAGE.width, zoom: 0, expanded: true }
  return parent.addItem(title, at)
}

/** A numbered or bulleted list with hanging indents. */
export function list(paper: Paper, items: readonly string[], label: (i: number) => string): void {
  if (items.length === 0) return
  const owner = tag(paper, 'L')
  items.forEach((item, i) =>
    listItem(paper, owner, label(i), item, { x: PAGE.side + 4, gap: 18, style: BODY }),
  )
  paper.y += 3
}

export interface ItemLook {
  readonly x: number
  /** Points from the label to the text. */
  readonly gap: number
  readonly style: Style
}

/** One item of a list: its label, and its text wrapped beside it. */
export function listItem(
  paper: Paper,
  owner: Tag,
  label: string,
  text: string,
  look: ItemLook,
): void {
  const { x, gap, style } = look
  const left = x + gap
  const lines = paper.type.lines(text, style, PAGE.side + MEASURE - left)
  const entry = tag(paper, 'LI', owner)
  ensure(paper, lineHeight(style) * Math.min(lines.length, 2))
  const mine = tag(paper, 'Lbl', entry)
  const baseline = paper.y + lineHeight(style) * 0.76
  mark(paper, mine, 'Lbl', () => paper.type.draw(label, x, baseline, { ...style, face: 'bold' }))
  const body = tag(paper, 'LBody', entry)
  for (const line of lines) setLine(paper, body, 'LBody', line, left, style)
}
