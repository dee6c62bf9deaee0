import type PDFDocument from 'pdfkit'
import type { Determination } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { report, type Report } from '../model.ts'
import { recordOf, type DeterminationRecord } from '../record.ts'
import { visible } from '../../visible.ts'
import { drawBlock } from './block.ts'
import { paragraph, QUIET, sectionHeading } from './flow.ts'
import { drawFooters } from './footer.ts'
import { newPage, PAGE, type Paper } from './paper.ts'
import { drawSummary } from './summary.ts'
import { typeOf } from './type.ts'

const ATTACHMENT = 'determination.json'

/**
 * The report as a tagged PDF/A-3a with bookmarks and the determination's canonical JSON attached. Dates and
 * identifiers come from the determination alone: the same determination gives the same bytes.
 */
export async function pdf(determination: Determination, wording: Wording): Promise<Buffer> {
  const { default: PDF } = await import('pdfkit')
  const record = recordOf(determination)
  const made = report(determination, record.sha256, wording)
  const doc = open(PDF, determination, record, made, wording)
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))

  const root = doc.struct('Document')
  doc.addStructure(root)
  const paper: Paper = { doc, type: typeOf(doc, PDF), root, y: PAGE.top }
  drawSummary(paper, made, basisLines(determination, record, wording), wording)
  drawSections(paper, made)
  drawNotes(paper, wording)
  root.end()
  drawFooters(paper, record, determination, wording)
  doc.end()
  await done
  return Buffer.concat(chunks)
}

function open(
  PDF: typeof PDFDocument,
  determination: Determination,
  record: DeterminationRecord,
  made: Report,
  wording: Wording,
): InstanceType<typeof PDFDocument> {
  const date = new Date(`${determination.basis.lawDate}T00:00:00Z`)
  const title = visible(say(wording, 'report.document-title', { case: determination.case }))
  const doc = new PDF({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: made.lang,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: xmlSafe(title),
      Keywords: `SHA-256 ${record.sha256}`,
      Creator: `${say(wording, 'report.product')} ${xmlSafe(visible(determination.basis.engine))}`,
      CreationDate: date,
    },
  })
  const attachment = {
    name: ATTACHMENT,
    type: 'application/json',
    description: say(wording, 'report.attachment-description'),
    relationship: 'Source',
    creationDate: date,
    modifiedDate: date,
  }
  doc.file(Buffer.from(record.json, 'utf8'), attachment)
  return doc
}

/** pdfkit writes metadata into XML as it is, and both copies must agree: look-alikes stand for markup. */
function xmlSafe(text: string): string {
  return text.replace(
    /[<>&]/g,
    (char) => ({ '<': '\uff1c', '>': '\uff1e', '&': '\uff06' })[char] ?? char,
  )
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
