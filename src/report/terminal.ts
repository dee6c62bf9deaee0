import type { Determination, Outcome } from '../determination.ts'
import { count, say, type Wording } from '../wording/wording.ts'
import { headline, type Headline } from './headline.ts'
import { BLANK, layOut, titled, type Line, type Look, type TerminalOptions } from './lines.ts'
import { explainLines } from './proof-lines.ts'
import { classificationText, itemNotes, productText } from './sections/item.ts'
import { conditionLines, exceptionLine } from './sections/law.ts'

const OUTCOME_LOOKS: Record<Outcome, Look> = {
  'not-subject': 'go',
  'no-license-required': 'go',
  'permitted-with-conditions': 'wait',
  'needs-review': 'wait',
  'needs-facts': 'wait',
  'license-required': 'stop',
  prohibited: 'stop',
}

/**
 * The answer for a terminal: outcome, why, what to do next, then items, exceptions and notices; with
 * `explain` the proofs. Text of others cannot move the cursor, color or reorder it. Ends in a newline.
 */
export function terminal(
  determination: Determination,
  wording: Wording,
  options: TerminalOptions & { readonly explain?: boolean } = {},
): string {
  const lines = [
    ...headLines(headline(determination, wording), wording),
    ...itemLines(determination, wording),
    ...exceptionLines(determination, wording),
    ...noticeLines(determination, wording),
    ...notModelledLine(determination, wording),
    ...(options.explain === true ? explainLines(determination, wording) : []),
  ]
  return layOut(lines, options)
}

const numbered = (text: string, i: number): Line => ({ lead: `  ${i + 1}. `, text })

function headLines(head: Headline, wording: Wording): Line[] {
  const look = OUTCOME_LOOKS[head.outcome]
  const facts = [head.lawDate, head.knowledgeDate, head.posture].join(' | ')
  const [assumedWarning, ...assumed] = head.assumed
  return [
    { lead: '', text: `${head.title.toUpperCase()} | ${head.caseName}`, look },
    { lead: '', text: head.meaning },
    ...head.policy.map((text, i) => ({ lead: i === 0 ? '' : '  - ', text })),
    ...[head.openRedFlags, head.textOnly]
      .filter((text) => text !== null)
      .map((text) => ({ lead: '! ', text })),
    ...(assumedWarning === undefined ? [] : [{ lead: '! ', text: assumedWarning }]),
    ...assumed.map((text) => ({ lead: '  - ', text })),
    ...titled(
      say(wording, 'report.why'),
      head.reasons.map((reason) => ({
        lead: '  ',
        text: reason.text === '' ? reason.citation : `${reason.citation}: ${reason.text}`,
      })),
    ),
    ...titled(say(wording, 'report.next'), [{ lead: '  ', text: head.next }, ...head.steps.map(numbered)]),
    ...titled(say(wording, 'report.deal'), [
      ...(head.route === null ? [] : [{ lead: '  ', text: head.route }]),
      { lead: '  ', text: facts, look: 'quiet' },
    ]),
  ]
}

function itemLines(determination: Determination, wording: Wording): Line[] {
  const lines = determination.items.flatMap((item): Line[] => {
    const outcome = say(wording, `outcomes.${item.outcome}.title`)
    const parts = [productText(item, wording), classificationText(item, wording), outcome]
    const notes = itemNotes(item, wording)
    return [numbered(parts.join(' | '), item.index), ...notes.map((text) => ({ lead: '     ', text }))]
  })
  return titled(say(wording, 'report.items-title'), lines)
}

/** The conditions that say why an exception stands as it does. */
const DECIDING = { yes: ['met'], no: ['failed'], unknown: ['open'] } as const

function exceptionLines(determination: Determination, wording: Wording): Line[] {
  const lines = determination.exceptions.flatMap((exception): Line[] => [
    { lead: '  ', text: `${exception.citation}: ${exception.title} | ${exceptionLine(exception, wording)}` },
    ...conditionLines(exception, wording, DECIDING[exception.verdict]).map((text) => ({ lead: '     ', text })),
  ])
  return titled(say(wording, 'report.exceptions'), lines)
}

function noticeLines(determination: Determination, wording: Wording): Line[] {
  const lines = determination.notices.map((notice): Line => {
    const status = say(wording, `statuses.${notice.status}`)
    const change = notice.changesOutcome ? ` ${say(wording, 'report.changes-outcome')}` : ''
    return { lead: '  ', text: `${notice.citation} (${status}): ${notice.title}.${change}` }
  })
  return titled(say(wording, 'report.notices'), lines)
}

function notModelledLine(determination: Determination, wording: Wording): Line[] {
  const { length } = determination.notModelled
  if (length === 0) return []
  return [BLANK, { lead: '', text: count(wording, 'report.not-modelled-summary', length), look: 'quiet' }]
}
