import { say, type Wording } from '../../wording/wording.ts'
import { visible } from '../../visible.ts'
import { drawFooters } from './footer.ts'
import { PAGE, type Paper } from './paper.ts'
import { typeOf } from './type.ts'

/** What a PDF says of itself. Nothing of it comes from a clock. */
export interface PdfInfo {
  readonly title: string
  /** ISO date. */
  readonly date: string
  readonly engine: string
  /** The record that the paper shows, attached as JSON. */
  readonly attachment: { readonly name: string; readonly json: string; readonly sha256: string }
}

/** A PDF to draw on; `close` draws the footers and gives its bytes. */
export interface OpenPdf {
  readonly paper: Paper
  readonly close: (foot: { readonly name: string; readonly sha256: string }) => Promise<Buffer>
}

/** Opens a tagged PDF/A-3a with its record attached. */
export async function openPdf(
  { title, date: day, engine, attachment }: PdfInfo,
  wording: Wording,
): Promise<OpenPdf> {
  const { default: PDF } = await import('pdfkit')
  const date = new Date(`${day}T00:00:00Z`)
  const doc = new PDF({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: wording.lang,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: xmlSafe(visible(title)),
      Keywords: `SHA-256 ${attachment.sha256}`,
      Creator: `${say(wording, 'report.product')} ${xmlSafe(visible(engine))}`,
      CreationDate: date,
    },
  })
  doc.file(Buffer.from(attachment.json, 'utf8'), {
    name: attachment.name,
    type: 'application/json',
    description: say(wording, 'report.attachment-description'),
    relationship: 'Source',
    creationDate: date,
    modifiedDate: date,
  } as Parameters<typeof doc.file>[1])
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const paper: Paper = { doc, type: typeOf(doc, PDF), root, y: PAGE.top }
  return {
    paper,
    close: async (foot) => {
      root.end()
      drawFooters(paper, foot, wording)
      doc.end()
      await done
      return Buffer.concat(chunks)
    },
  }
}

/** pdfkit writes metadata into XML as it is, and both copies must agree: look-alikes stand for markup. */
function xmlSafe(text: string): string {
  return text.replace(
    /[<>&]/g,
    (char) => ({ '<': '\uff1c', '>': '\uff1e', '&': '\uff06' })[char] ?? char,
  )
}
