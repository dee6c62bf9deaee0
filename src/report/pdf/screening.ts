import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { say, type Wording } from '../../wording/wording.ts'
import type { Line } from '../lines.ts'
import { openPdf } from './file.ts'
import { entryHeading, paragraph, QUIET, sectionHeading, setHeading } from './flow.ts'

const ATTACHMENT = 'screening.json'

/**
 * The answer of a screening as a tagged PDF/A-3a, its record attached. `lines` are those that a terminal
 * shows; dated by the newest list of the answer, so that the same answer gives the same bytes.
 */
export async function screeningPdf(
  lines: readonly Line[],
  record: object,
  name: string,
  { date, engine }: { readonly date: string; readonly engine: string },
  wording: Wording,
): Promise<Buffer> {
  const json = canonicalize(JSON.parse(JSON.stringify(record)))!
  const sha256 = createHash('sha256').update(json, 'utf8').digest('hex')
  const title = `${say(wording, 'report.product')}: screening of ${name}`
  const attachment = {
    name: ATTACHMENT,
    content: json,
    description: say(wording, 'report.attachment-description'),
  }
  const { paper, close } = await openPdf(
    { title, name, sha256, date, engine, attachments: [attachment] },
    wording,
  )
  setHeading(paper, 'H1', title, { face: 'bold', size: 16 })
  const [first, ...rest] = lines
  const section = sectionHeading(paper, first?.text ?? '')
  for (const { text, look } of rest) {
    if (text === '') continue
    if (look === 'heading') entryHeading(paper, text, section)
    else paragraph(paper, text, look === 'quiet' ? QUIET : undefined)
  }
  paragraph(paper, say(wording, 'report.disclaimer'), QUIET)
  return close()
}
