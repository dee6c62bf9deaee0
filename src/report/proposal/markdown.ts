import type { ProposalResult } from '../../proposal/result.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { postureText } from '../headline.ts'
import { blockParts, list, safe } from '../markdown.ts'
import { contentTexts } from './content.ts'
import { conditionTexts, missingTexts, reasonsOf } from './overview.ts'
import { recordOfResult } from './record.ts'
import { workbookSections } from './workbook.ts'

/** The readiness workbook as GitHub Flavored Markdown. Text of others is escaped: it cannot add markup. */
export function proposalMarkdown(result: ProposalResult, wording: Wording): string {
  const { outcome, title, proposal, basis } = result
  const name = [proposal, title].filter((one) => one !== null).join(' | ')
  const facts = [
    say(wording, 'report.law-date', { date: basis.lawDate }),
    say(wording, 'report.known-on', { date: basis.knowledgeDate }),
    postureText(result, wording),
  ].join(' | ')
  const listed = (key: string, texts: readonly string[], mark?: string): string[] =>
    texts.length === 0 ? [] : [`## ${safe(say(wording, key))}`, ...list(texts, mark)]
  const parts = [
    `# ${safe(say(wording, 'program.document'))}: ${safe(name)}`,
    `**${safe(say(wording, `program.outcomes.${outcome}.title`).toUpperCase())}**`,
    safe(say(wording, `program.outcomes.${outcome}.meaning`)),
    safe(facts),
    ...listed('program.why', reasonsOf(result, wording)),
    ...listed('program.missing', missingTexts(result, wording), '1.'),
    ...listed('program.conditions', conditionTexts(result, wording)),
    ...listed('program.content-section', contentTexts(result.usContent, wording)),
    ...workbookSections(result, recordOfResult(result).sha256, wording).flatMap((section) => [
      `## ${safe(section.title)}`,
      ...section.blocks.flatMap(blockParts),
    ]),
    '---',
    safe(say(wording, 'report.disclaimer')),
  ]
  return `${parts.join('\n\n')}\n`
}
