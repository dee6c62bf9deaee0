import { say, type Wording } from '../../wording/wording.ts'
import type { Block } from '../blocks.ts'
import type { Report } from '../model.ts'
import { drawBlock } from './block.ts'
import { BODY, list, paragraph, QUIET, setHeading, STRONG } from './flow.ts'
import { tag, PAGE, setLine, type Paper } from './paper.ts'
import { drawSeal } from './seal.ts'
import { drawTable } from './table.ts'
import { drawVerdict } from './verdict.ts'

/** What the first page says beyond the report itself. */
export interface FirstPage {
  /** What the answer rests on. */
  readonly basis: readonly string[]
  /** Who signed, and the hashes, as text and as a symbol to scan; null where nothing was filed. */
  readonly seal: {
    readonly signatures: readonly Block[]
    readonly lines: readonly string[]
    readonly symbol: string
    /** What a reader who can't see the symbol is told. */
    readonly alt: string
  } | null
}

/** The first page: case, verdict, reasons, what to do, what was assumed, and what the answer rests on. */
export function drawSummary(
  paper: Paper,
  report: Report,
  { basis, seal }: FirstPage,
  wording: Wording,
): void {
  const { headline: head } = report
  const label = `${say(wording, 'report.product')} | ${report.title}`
  setLine(paper, tag(paper, 'P'), 'P', label, PAGE.side, { ...QUIET, face: 'bold' })
  setHeading(paper, 'H1', head.caseName, { face: 'bold', size: 16 })
  if (head.route !== null) paragraph(paper, head.route)
  paragraph(paper, [head.lawDate, head.knowledgeDate, head.posture].join(' | '), QUIET)
  paper.y += 4
  drawVerdict(paper, head)
  if (seal !== null) {
    drawSeal(paper, seal)
    for (const block of seal.signatures) drawBlock(paper, block, paper.doc.outline)
  }

  if (head.reasons.length > 0) {
    subheading(paper, say(wording, 'report.why'))
    drawTable(paper, {
      head: [say(wording, 'columns.provision'), say(wording, 'columns.effect')],
      shares: [0.3, 0.7],
      rows: head.reasons.map(({ citation, text }) => [citation, text]),
    })
  }
  subheading(paper, say(wording, 'report.next'))
  paragraph(paper, head.next)
  list(paper, head.steps, (i) => `${i + 1}.`)

  if (report.items.length > 0) subheading(paper, say(wording, 'report.items-title'))
  for (const block of report.items) drawBlock(paper, block, paper.doc.outline)

  const [warning, ...assumed] = head.assumed
  if (warning !== undefined) {
    subheading(paper, warning)
    list(paper, assumed, () => '\u2022')
  }
  subheading(paper, say(wording, 'report.basis-short'))
  for (const line of basis) paragraph(paper, line, QUIET)
  paper.y += 4
  paragraph(paper, report.disclaimer, { ...QUIET, face: 'bold' })
}

/** The title of a part of the first page. */
export function subheading(paper: Paper, text: string): void {
  paper.y += 5
  setHeading(paper, 'H2', text, { ...STRONG, size: BODY.size + 1.5 })
  paper.y += 2
}
