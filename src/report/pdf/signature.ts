import { signedData } from '../signature/cms.ts'
import type { Identity } from '../signature/p12.ts'
import type { Doc } from './fonts.ts'

/** Bytes that are left for a signature with its certificates. */
const ROOM = 16_384
const HOLE = '**********'

/** Who signs a document, and when. */
export interface Signing {
  readonly identity: Identity
  readonly at: Date
  readonly reason: string
}

/** Leaves room for a signature: a field that shows nothing on the page, and a hole for the bytes. */
export function addSignatureField(doc: Doc, { at, reason }: Signing): void {
  const inner = doc as unknown as {
    ref: (data: object) => { end: () => void }
    page: { annotations: object[]; dictionary: object }
    _root: { data: Record<string, unknown> }
    _acroform: object
  }
  const signature = inner.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, HOLE, HOLE, HOLE],
    Contents: Buffer.alloc(ROOM),
    M: at,
    Reason: new String(reason),
  })
  const field = inner.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('signature'),
    V: signature,
    // Printed and locked.
    F: 132,
    Rect: [0, 0, 0, 0],
    P: inner.page.dictionary,
  })
  inner.page.annotations.push(field)
  // pdfkit ends the form itself, and wants a font for fields of text, of which there is none.
  inner._root.data['AcroForm'] = inner.ref({ Fields: [field], SigFlags: 3, DR: { Font: {} } })
  inner._acroform = { fonts: {}, defaultFont: 'none' }
  for (const one of [signature, field]) one.end()
}

/**
 * Signs a finished document: everything but the hole.
 * @throws RangeError where the certificates are larger than the room that was left.
 */
export function signedPdf(bytes: Buffer, { identity }: Signing): Buffer {
  const text = bytes.toString('latin1')
  const range = `/ByteRange [0 ${`/${HOLE} `.repeat(3).trim()}]`
  const rangeAt = text.indexOf(range)
  const start = text.indexOf(`<${'0'.repeat(ROOM * 2)}>`, rangeAt)
  const end = start + ROOM * 2 + 2
  const said = `/ByteRange [0 ${start} ${end} ${bytes.length - end}]`.padEnd(range.length)
  bytes.write(said, rangeAt, 'latin1')
  const content = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  const signature = signedData(content, identity)
  if (signature.length > ROOM) throw new RangeError('the certificates are too large')
  bytes.write(signature.toString('hex'), start + 1, 'latin1')
  return bytes
}
