import type { ProposalResult } from '../../proposal/result.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { postureText } from '../headline.ts'
import { contentTexts } from '../proposal/content.ts'
import { conditionTexts, missingTexts, readinessRows, reasonsOf } from '../proposal/overview.ts'
import { recordOfResult } from '../proposal/record.ts'
import { BANDS, workbookSections } from '../proposal/workbook.ts'
import { drawBlock } from './block.ts'
import { drawNotes, packLines } from './document.ts'
import { openPdf } from './file.ts'
import { list, paragraph, QUIET, sectionHeading, setHeading } from './flow.ts'
import { subheading } from './summary.ts'
import { PAGE, setLine, tag, type Paper } from './paper.ts'
import { drawTable } from './table.ts'
import { drawFramed } from './verdict.ts'

const ATTACHMENT = 'proposal.json'

/**
 * The readiness workbook of a proposal as a tagged PDF/A-3a with bookmarks and the result's canonical JSON
 * attached. The same result gives the same bytes.
 */
export async function workbookPdf(result: ProposalResult, wording: Wording): Promise<Buffer> {
  const { json, sha256 } = recordOfResult(result)
  const attachment = {
    name: ATTACHMENT,
    content: json,
    description: say(wording, 'program.attachment-description'),
  }
  const { paper, close } = await openPdf(
    {
      title: say(wording, 'program.document-title', { proposal: result.proposal }),
      name: result.proposal,
      sha256,
      date: result.basis.lawDate,
      engine: result.basis.engine,
      attachments: [attachment],
    },
    wording,
  )
  drawFirstPage(paper, result, sha256, wording)
  for (const section of workbookSections(result, sha256, wording)) {
    const bookmark = sectionHeading(paper, section.title)
    for (const block of section.blocks) drawBlock(paper, block, bookmark)
  }
  drawNotes(paper, say(wording, 'program.attachment-note', { file: ATTACHMENT }), wording)
  return close()
}

function drawFirstPage(
  paper: Paper,
  result: ProposalResult,
  record: string,
  wording: Wording,
): void {
  const { outcome, title, proposal, basis } = result
  const label = `${say(wording, 'report.product')} | ${say(wording, 'program.document')}`
  setLine(paper, tag(paper, 'P'), 'P', label, PAGE.side, { ...QUIET, face: 'bold' })
  const name = [proposal, title].filter((one) => one !== null).join(' | ')
  setHeading(paper, 'H1', name, { face: 'bold', size: 16 })
  const facts = [
    say(wording, 'report.law-date', { date: basis.lawDate }),
    say(wording, 'report.known-on', { date: basis.knowledgeDate }),
    postureText(result, wording),
  ]
  paragraph(paper, facts.join(' | '), QUIET)
  paper.y += 4
  const framed = {
    title: say(wording, `program.outcomes.${outcome}.title`),
    meaning: say(wording, `program.outcomes.${outcome}.meaning`),
    policy: [],
    openRedFlags: null,
    textOnly: null,
  }
  drawFramed(paper, framed, BANDS[outcome])
  const bulleted = (key: string, texts: readonly string[]): void => {
    if (texts.length === 0) return
    subheading(paper, say(wording, key))
    list(paper, texts, () => '\u2022')
  }
  bulleted('program.why', reasonsOf(result, wording))
  subheading(paper, say(wording, 'program.readiness'))
  drawTable(paper, {
    head: ['step', 'status', 'why'].map((column) => say(wording, `columns.${column}`)),
    shares: [0.2, 0.2, 0.6],
    rows: readinessRows(result, wording),
  })
  const missing = missingTexts(result, wording)
  subheading(paper, say(wording, 'program.missing'))
  if (missing.length === 0) paragraph(paper, say(wording, 'program.missing-none'))
  else list(paper, missing, (i) => `${i + 1}.`)
  bulleted('program.conditions', conditionTexts(result, wording))
  bulleted('program.content-section', contentTexts(result.usContent, wording))
  subheading(paper, say(wording, 'report.basis-short'))
  for (const line of packLines(result, wording)) paragraph(paper, line, QUIET)
  paragraph(paper, say(wording, 'report.record', { hash: record }), QUIET)
  paper.y += 4
  paragraph(paper, say(wording, 'report.disclaimer'), { ...QUIET, face: 'bold' })
}
