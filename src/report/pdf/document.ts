import type { Determination } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { report, type Report } from '../model.ts'
import { recordOf, type DeterminationRecord } from '../record.ts'
import { drawBlock } from './block.ts'
import { openPdf, type PdfInfo } from './file.ts'
import { paragraph, QUIET, sectionHeading } from './flow.ts'
import { newPage, type Paper } from './paper.ts'
import { drawSummary, type FirstPage } from './summary.ts'

/** What a document is made of, beyond what it says of itself. */
export interface Sheet extends PdfInfo {
  readonly made: Report
  readonly first: FirstPage
  /** The last words, on what is attached. */
  readonly note: string
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
  const { paper, close } = await openPdf(sheet, wording)
  drawSummary(paper, sheet.made, sheet.first, wording)
  drawSections(paper, sheet.made)
  drawNotes(paper, sheet.note, wording)
  return close()
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

/** The rule pack, the case and the lists that an answer rests on. */
export function packLines({ basis }: Pick<Determination, 'basis'>, wording: Wording): string[] {
  const { pack, caseSha256, lists } = basis
  return [
    `${say(wording, 'report.pack')} ${pack.id}, SHA-256 ${pack.sha256}`,
    `${say(wording, 'report.case-hash')} ${caseSha256}`,
    ...(lists.length === 0
      ? []
      : [say(wording, 'report.lists-of', { lists: listsByDay(lists).join('; ') })]),
  ]
}

/** `2026-07-31: EL, MEU, SDN`, the latest day first; their hashes stand with the basis. */
export function listsByDay(
  lists: readonly Pick<Determination['basis']['lists'][number], 'id' | 'date'>[],
): string[] {
  const days = [...new Set(lists.map(({ date }) => date))].sort().toReversed()
  return days.map((day) => {
    const codes = lists.filter(({ date }) => date === day).map(({ id }) => id)
    return `${day}: ${codes.join(', ')}`
  })
}

function drawSections(paper: Paper, made: Report): void {
  // The first page stands by itself; where it ran over, the rest follows on the page that it began.
  if (paper.doc.bufferedPageRange().count === 1) newPage(paper)
  for (const section of made.sections) {
    const bookmark = sectionHeading(paper, section.title)
    for (const block of section.blocks) drawBlock(paper, block, bookmark)
  }
}

/** The last words of a paper: what is attached, and which characters no font has. */
export function drawNotes(paper: Paper, note: string, wording: Wording): void {
  paragraph(paper, note, QUIET)
  const { missing } = paper.type
  if (missing.size === 0) return
  paragraph(paper, say(wording, 'report.glyphs-note', { list: [...missing].join(', ') }), QUIET)
}
