import type { ProposalResult } from '../../proposal/result.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import { sectionLines } from '../block-lines.ts'
import { postureText } from '../headline.ts'
import { BLANK, layOut, titled, type Line, type TerminalOptions } from '../lines.ts'
import { screeningLines } from '../sections/screening.ts'
import { contentTexts } from './content.ts'
import { exportLines } from './layers.ts'
import { conditionTexts, missingTexts, reasonsOf } from './overview.ts'
import { recordOfResult } from './record.ts'
import { BANDS, workbookSections } from './workbook.ts'

const MOST = 12

/**
 * The answer for a terminal: outcome, why, what is missing in order, the conditions, the 51 percent, the
 * exports; with `explain` every section of the workbook. Ends in a newline.
 */
export function proposalTerminal(
  result: ProposalResult,
  wording: Wording,
  options: TerminalOptions & { readonly explain?: boolean } = {},
): string {
  const { outcome, title, proposal, basis } = result
  const name = [proposal, title].filter((one) => one !== null).join(' | ')
  const explain = options.explain === true
  const most = explain ? Infinity : MOST
  const facts = [
    say(wording, 'report.law-date', { date: basis.lawDate }),
    say(wording, 'report.known-on', { date: basis.knowledgeDate }),
    postureText(result, wording),
  ].join(' | ')
  const lines: Line[] = [
    {
      lead: '',
      text: `${say(wording, `program.outcomes.${outcome}.title`).toUpperCase()} | ${name}`,
      look: BANDS[outcome],
    },
    { lead: '', text: say(wording, `program.outcomes.${outcome}.meaning`) },
    ...listed('program.why', reasonsOf(result, wording), most, wording),
    ...numbered('program.missing', missingTexts(result, wording), most, wording),
    ...listed('program.conditions', conditionTexts(result, wording), most, wording),
    ...listed('program.content-section', contentTexts(result.usContent, wording), most, wording),
    ...listed('program.exports-section', exportLines(result, wording), most, wording),
    ...(explain
      ? workbookSections(result, recordOfResult(result).sha256, wording).flatMap(sectionLines)
      : screeningLines(result.screening, wording, false)),
    BLANK,
    { lead: '', text: facts, look: 'quiet' },
    ...(explain || result.notModelled.length === 0
      ? []
      : [
          {
            lead: '',
            text: count(wording, 'report.not-modelled-summary', result.notModelled.length),
            look: 'quiet' as const,
          },
        ]),
  ]
  return layOut(lines, options)
}

const listed = (key: string, texts: readonly string[], most: number, wording: Wording): Line[] =>
  cut(key, texts, most, wording, () => '  ')

const numbered = (key: string, texts: readonly string[], most: number, wording: Wording): Line[] =>
  cut(key, texts, most, wording, (i) => `  ${i + 1}. `)

function cut(
  key: string,
  texts: readonly string[],
  most: number,
  wording: Wording,
  lead: (i: number) => string,
): Line[] {
  const more = texts.length - Math.min(most, texts.length)
  return titled(say(wording, key), [
    ...texts.slice(0, most).map((text, i): Line => ({ lead: lead(i), text })),
    ...(more > 0
      ? [{ lead: '  ', text: count(wording, 'program.more', more), look: 'quiet' as const }]
      : []),
  ])
}
