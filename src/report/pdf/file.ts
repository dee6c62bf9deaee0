import { say, type Wording } from '../../wording/wording.ts'
import { visible } from '../../visible.ts'
import { drawFooters } from './footer.ts'
import { PAGE, type Paper } from './paper.ts'
import { addSignatureField, signedPdf, type Signing } from './signature.ts'
import { typeOf } from './type.ts'

/** A file that a PDF carries. */
export interface Attachment {
  readonly name: string
  readonly content: string
  readonly description: string
}

/** What a PDF says of itself. Dates and identifiers come from here alone, so that bytes repeat. */
export interface PdfInfo {
  readonly title: string
  /** What the foot of each page names: the case, the record or the party. */
  readonly name: string
  /** SHA-256 of the record that the paper shows. */
  readonly sha256: string
  /** The day that stands as the day of creation, ISO. */
  readonly date: string
  readonly engine: string
  readonly attachments: readonly Attachment[]
  /** Who signs the document; nobody where left out. */
  readonly signing?: Signing | undefined
}

/** A PDF to draw on; `close` draws the footers and gives its bytes. */
export interface OpenPdf {
  readonly paper: Paper
  readonly close: () => Promise<Buffer>
}

/** Opens a tagged PDF/A-3a with bookmarks and its attachments. */
export async function openPdf(info: PdfInfo, wording: Wording): Promise<OpenPdf> {
  const { default: PDF } = await import('pdfkit')
  const { title, sha256, date: day, engine, attachments, signing } = info
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
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const paper: Paper = { doc, type: typeOf(doc, PDF), root, y: PAGE.top }
  return {
    paper,
    close: async () => {
      root.end()
      drawFooters(paper, info, wording)
      if (signing !== undefined) addSignatureField(doc, signing)
      doc.end()
      await done
      const bytes = Buffer.concat(chunks)
      return signing === undefined ? bytes : signedPdf(bytes, signing)
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
