import type { Determination } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { report, type Report } from '../model.ts'
import { recordOf, type DeterminationRecord } from '../record.ts'
import { drawBlock } from './block.ts'
import { paragraph, QUIET, sectionHeading } from './flow.ts'
import { openPdf } from './file.ts'
import { newPage, type Paper } from './paper.ts'
import { drawSummary } from './summary.ts'

const ATTACHMENT = 'determination.json'

/**
 * The report as a tagged PDF/A-3a with bookmarks and the determination's canonical JSON attached. Dates and
 * identifiers come from the determination alone: the same determination gives the same bytes.
 */
export async function pdf(determination: Determination, wording: Wording): Promise<Buffer> {
  const record = recordOf(determination)
  const made = report(determination, record.sha256, wording)
  const opened = await openPdf(
    {
      title: say(wording, 'report.document-title', { case: determination.case }),
      date: determination.basis.lawDate,
      engine: determination.basis.engine,
      attachment: { name: ATTACHMENT, json: record.json, sha256: record.sha256 },
    },
    wording,
  )
  const { paper } = opened
  drawSummary(paper, made, basisLines(determination, record, wording), wording)
  drawSections(paper, made)
  drawNotes(paper, wording)
  return opened.close({ name: determination.case, sha256: record.sha256 })
}

function basisLines(
  determination: Determination,
  record: DeterminationRecord,
  wording: Wording,
): string[] {
  const { pack, caseSha256 } = determination.basis
  return [
    `${say(wording, 'report.pack')} ${pack.id}, SHA-256 ${pack.sha256}`,
    `${say(wording, 'report.case-hash')} ${caseSha256}`,
    say(wording, 'report.record', { hash: record.sha256 }),
  ]
}

function drawSections(paper: Paper, made: Report): void {
  newPage(paper)
  for (const section of made.sections) {
    const bookmark = sectionHeading(paper, section.title)
    for (const block of section.blocks) drawBlock(paper, block, bookmark)
  }
}

function drawNotes(paper: Paper, wording: Wording): void {
  paragraph(paper, say(wording, 'report.attachment-note', { file: ATTACHMENT }), QUIET)
  const { missing } = paper.type
  if (missing.size === 0) return
  paragraph(paper, say(wording, 'report.glyphs-note', { list: [...missing].join(', ') }), QUIET)
}
