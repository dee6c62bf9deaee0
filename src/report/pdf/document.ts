import type PDFDocument from 'pdfkit'
import type { Determination } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { visible } from '../../visible.ts'
import { report, type Report } from '../model.ts'
import { recordOf, type DeterminationRecord } from '../record.ts'
import { drawBlock } from './block.ts'
import { paragraph, QUIET, sectionHeading } from './flow.ts'
import { drawFooters } from './footer.ts'
import { newPage, PAGE, type Paper } from './paper.ts'
import { addSignatureField, signedPdf, type Signing } from './signature.ts'
import { drawSummary, type FirstPage } from './summary.ts'
import { typeOf } from './type.ts'

/** A file that a document carries. */
export interface Attachment {
  readonly name: string
  readonly content: string
  readonly description: string
}

/** What a document is made of. Dates and identifiers come from here alone, so that bytes repeat. */
export interface Sheet {
  readonly made: Report
  readonly title: string
  /** What the foot of each page names: the case or record, and the SHA-256 of the record. */
  readonly name: string
  readonly sha256: string
  /** The day that stands as the day of creation. */
  readonly date: string
  readonly engine: string
  readonly first: FirstPage
  readonly attachments: readonly Attachment[]
  /** The last words, on what is attached. */
  readonly note: string
  /** Who signs the document; nobody where left out. */
  readonly signing?: Signing | undefined
}

const ATTACHMENT = 'determination.json'

/**
 * The report as a tagged PDF/A-3a with bookmarks and the determination's canonical JSON attached. The same
 * determination gives the same bytes.
 */
export async function pdf(determination: Determination, wording: Wording): Promise<Buffer> {
  const record = recordOf(determination)
  return drawn(
    {
      made: report(determination, record.sha256, wording),
      title: say(wording, 'report.document-title', { case: determination.case }),
      name: determination.case,
      sha256: record.sha256,
      date: determination.basis.lawDate,
      engine: determination.basis.engine,
      first: { basis: basisLines(determination, record, wording), seal: null },
      attachments: [
        {
          name: ATTACHMENT,
          content: record.json,
          description: say(wording, 'report.attachment-description'),
        },
      ],
      note: say(wording, 'report.attachment-note', { file: ATTACHMENT }),
    },
    wording,
  )
}

/** Draws a sheet as a tagged PDF/A-3a with bookmarks and its attachments. */
export async function drawn(sheet: Sheet, wording: Wording): Promise<Buffer> {
  const { default: PDF } = await import('pdfkit')
  const doc = open(PDF, sheet, wording)
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))

  const root = doc.struct('Document')
  doc.addStructure(root)
  const paper: Paper = { doc, type: typeOf(doc, PDF), root, y: PAGE.top }
  drawSummary(paper, sheet.made, sheet.first, wording)
  drawSections(paper, sheet.made)
  drawNotes(paper, sheet.note, wording)
  root.end()
  drawFooters(paper, sheet, wording)
  if (sheet.signing !== undefined) addSignatureField(doc, sheet.signing)
  doc.end()
  await done
  const bytes = Buffer.concat(chunks)
  return sheet.signing === undefined ? bytes : signedPdf(bytes, sheet.signing)
}

function open(
  PDF: typeof PDFDocument,
  { title, sha256, date: day, engine, made, attachments }: Sheet,
  wording: Wording,
): InstanceType<typeof PDFDocument> {
  const date = new Date(`${day}T00:00:00Z`)
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
      Title: xmlSafe(visible(title)),
      Keywords: `SHA-256 ${sha256}`,
      Creator: `${say(wording, 'report.product')} ${xmlSafe(visible(engine))}`,
      CreationDate: date,
    },
  })
  for (const { name, content, description } of attachments) {
    const attachment = {
      name,
      type: 'application/json',
      description,
      relationship: 'Source',
      creationDate: date,
      modifiedDate: date,
    }
    doc.file(Buffer.from(content, 'utf8'), attachment)
  }
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
  return [
    ...packLines(determination, wording),
    say(wording, 'report.record', { hash: record.sha256 }),
  ]
}

/** The rule pack and the case that an answer rests on, by their digests. */
export function packLines({ basis }: Determination, wording: Wording): string[] {
  const { pack, caseSha256 } = basis
  return [
    `${say(wording, 'report.pack')} ${pack.id}, SHA-256 ${pack.sha256}`,
    `${say(wording, 'report.case-hash')} ${caseSha256}`,
  ]
}

function drawSections(paper: Paper, made: Report): void {
  newPage(paper)
  for (const section of made.sections) {
    const bookmark = sectionHeading(paper, section.title)
    for (const block of section.blocks) drawBlock(paper, block, bookmark)
  }
}

function drawNotes(paper: Paper, note: string, wording: Wording): void {
  paragraph(paper, note, QUIET)
  const { missing } = paper.type
  if (missing.size === 0) return
  paragraph(paper, say(wording, 'report.glyphs-note', { list: [...missing].join(', ') }), QUIET)
}
