import { say, type Wording } from '../../wording/wording.ts'
import { MEASURE, PAGE, type Paper } from './paper.ts'
import type { Style } from './type.ts'

const FOOT: Style = { face: 'regular', size: 7, ink: 0.25 }
const BASELINE = 752

/** The foot of every page: the case or record, the record's hash, and page x of y. */
export function drawFooters(
  paper: Paper,
  sheet: { readonly name: string; readonly sha256: string },
  wording: Wording,
): void {
  const { doc, type } = paper
  const { start: first, count } = doc.bufferedPageRange()
  const hash = say(wording, 'report.record', { hash: sheet.sha256 })
  const hashAt = PAGE.side + (MEASURE - type.measure(hash, FOOT)) / 2
  const [start = '', ...cut] = type.lines(sheet.name, FOOT, hashAt - PAGE.side - 16)
  const name = cut.length === 0 ? start : `${start.trimEnd()}\u2026`
  for (let page = first; page < first + count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.lineWidth(0.4).strokeColor('#8c8c8c')
    doc
      .moveTo(PAGE.side, BASELINE - 12)
      .lineTo(PAGE.side + MEASURE, BASELINE - 12)
      .stroke()
    const number = say(wording, 'report.page', { page: page + 1, pages: count })
    type.draw(name, PAGE.side, BASELINE, FOOT)
    type.draw(hash, hashAt, BASELINE, FOOT)
    type.draw(number, PAGE.side + MEASURE - type.measure(number, FOOT), BASELINE, FOOT)
    doc.endMarkedContent()
  }
}
