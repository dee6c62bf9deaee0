import type { Determination, Outcome } from '../determination.ts'
import { count, say, type Wording } from '../wording/wording.ts'
import { headline, type Headline } from './headline.ts'
import { BLANK, layOut, titled, type Line, type Look, type TerminalOptions } from './lines.ts'
import { explainLines } from './proof-lines.ts'
import { classificationText, itemNotes, itemWarnings, productText } from './sections/item.ts'
import {
  conditionLines,
  exceptionLine,
  isInReach,
  exceptionsTitle,
  partedNotices,
} from './sections/law.ts'
import { ownershipLines } from './sections/ownership.ts'
import { screeningLines } from './sections/screening.ts'

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
 * The answer for a terminal, short enough to be read in ten seconds: outcome, why, what to do next,
 * the items, the exceptions in reach; with `explain` everything else and the proofs. Text of others
 * can't move the cursor, color or reorder it. Ends in a newline.
 */
export function terminal(
  determination: Determination,
  wording: Wording,
  options: TerminalOptions & { readonly explain?: boolean } = {},
): string {
  const explain = options.explain === true
  const lines = [
    ...headLines(headline(determination, wording), wording, explain ? Infinity : STEPS_SHOWN),
    ...itemLines(determination, wording, explain),
    ...screeningLines(determination.screening, wording, explain),
    ...ownershipLines(determination, wording, explain),
    ...exceptionLines(determination, wording, explain),
    ...noticeLines(determination, wording, explain),
    ...notModelledLines(determination, wording, explain),
    ...(explain ? explainLines(determination, wording) : []),
  ]
  return layOut(lines, options)
}

const STEPS_SHOWN = 5

const numbered = (text: string, i: number): Line => ({ lead: `  ${i + 1}. `, text })

function headLines(head: Headline, wording: Wording, shown: number): Line[] {
  const look = OUTCOME_LOOKS[head.outcome]
  const facts = [head.lawDate, head.knowledgeDate, head.posture].join(' | ')
  const [assumedWarning, ...assumed] = head.assumed
  const more = head.steps.length - Math.min(shown, head.steps.length)
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
    ...titled(say(wording, 'report.next'), [
      { lead: '  ', text: head.next },
      ...head.steps.slice(0, shown).map(numbered),
      ...(more > 0
        ? [{ lead: '  ', text: count(wording, 'report.more-steps', more), look: 'quiet' as const }]
        : []),
    ]),
    ...titled(say(wording, 'report.deal'), [
      ...(head.route === null ? [] : [{ lead: '  ', text: head.route }]),
      { lead: '  ', text: facts, look: 'quiet' },
    ]),
  ]
}

function itemLines(determination: Determination, wording: Wording, explain: boolean): Line[] {
  const lines = determination.items.flatMap((item): Line[] => {
    const outcome = say(wording, `outcomes.${item.outcome}.title`)
    const parts = [productText(item, wording), classificationText(item, wording), outcome]
    const notes = explain ? itemNotes(item, wording) : itemWarnings(item, wording)
    return [
      numbered(parts.join(' | '), item.index),
      ...notes.map((text) => ({ lead: '     ', text })),
    ]
  })
  return titled(
    say(wording, 'report.items-title'),
    lines.length > 0 ? lines : [{ lead: '  ', text: say(wording, 'report.no-items') }],
  )
}

/** The conditions that say why an exception stands as it does. */
const DECIDING = { yes: ['met'], no: ['failed'], unknown: ['open'] } as const

function exceptionLines(determination: Determination, wording: Wording, explain: boolean): Line[] {
  const shown = explain ? determination.exceptions : determination.exceptions.filter(isInReach)
  const lines = shown.flatMap((exception): Line[] => [
    { lead: '  ', text: `${exception.title} | ${exceptionLine(exception, wording)}` },
    ...(exception.verdict === 'yes' && !explain
      ? []
      : conditionLines(exception, wording, DECIDING[exception.verdict])
    ).map((text) => ({ lead: '     ', text })),
  ])
  return titled(exceptionsTitle(determination, wording), lines)
}

function noticeLines(determination: Determination, wording: Wording, explain: boolean): Line[] {
  const { policies, law } = partedNotices(determination)
  const shown = law.filter(({ changesOutcome }) => explain || changesOutcome)
  const hidden = law.length - shown.length
  const lines = shown.map((notice): Line => {
    const status = say(wording, `statuses.${notice.status}`)
    const change = notice.changesOutcome ? ` ${say(wording, 'report.changes-outcome')}` : ''
    const place = notice.citation === '' ? '' : `${notice.citation} (${status}): `
    return { lead: '  ', text: `${place}${notice.title}.${change}` }
  })
  const rest: Line[] =
    hidden === 0
      ? []
      : [{ lead: '  ', text: count(wording, 'report.notices-summary', hidden), look: 'quiet' }]
  return [
    ...titled(say(wording, 'report.notices'), [...lines, ...rest]),
    ...titled(
      say(wording, 'report.policies'),
      policies.map(({ title, citation }) => ({ lead: '  ', text: `${title} (${citation})` })),
    ),
  ]
}

function notModelledLines(
  determination: Determination,
  wording: Wording,
  explain: boolean,
): Line[] {
  const { notModelled } = determination
  if (notModelled.length === 0) return []
  const summary: Line = {
    lead: '',
    text: count(wording, 'report.not-modelled-summary', notModelled.length),
    look: 'quiet',
  }
  const list = notModelled.map(({ citation, why }): Line => ({
    lead: '  ',
    text: `${citation}: ${why}`,
  }))
  return [BLANK, summary, ...(explain ? list : [])]
}
