import type { DecisionBody, SecondPersonFor } from '../../book/bodies.ts'
import type { BookRecord, Told } from '../../book/records.ts'
import { valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, section, table, type Block, type Section } from '../blocks.ts'
import { personText } from './record-section.ts'

/** Every decision with its person, its reason and what it drew; both persons where two are needed. */
export function decisionsSection(record: BookRecord, wording: Wording): Section {
  const standing = quiet(say(wording, `book.standings.${record.standing}`))
  const shown = decisionTable(record, wording)
  return section(wording, 'decisions-title', shown.length === 0 ? [] : [standing, ...shown], 'book')
}

function decisionTable({ decisions }: BookRecord, wording: Wording): Block[] {
  const rows = decisions.map((told) => [
    String(told.entry.seq),
    decisionText(told, wording),
    deciderText(told, wording),
    told.entry.at,
    told.body === undefined ? say(wording, 'book.redacted') : whyText(told.body, wording),
  ])
  const columns = [
    ['entry', 0.08],
    ['decision', 0.19],
    ['who', 0.22],
    ['at', 0.17],
    ['why', 0.34],
  ] as const
  return table(wording, columns, rows)
}

/** The decisions that count, for the first page: who, what and when. */
export function signatureBlocks(record: BookRecord, wording: Wording): Block[] {
  const { decisions, determination } = record
  const standing = [
    say(wording, 'book.standing'),
    say(wording, `book.standings.${record.standing}`),
    '',
  ]
  const prepared = [
    say(wording, 'book.preparer'),
    personText(determination.entry.by, wording),
    determination.entry.at,
  ]
  const rows = decisions
    .filter(({ voidedBy }) => voidedBy === null)
    .map((told) => [decisionText(told, wording), deciderText(told, wording), told.entry.at])
  const columns = [
    ['decision', 0.36],
    ['who', 0.38],
    ['at', 0.26],
  ] as const
  return table(wording, columns, [standing, prepared, ...rows])
}

/** `Bob Lee, director (bob@desk-2) for Ada Kim, by delegation of 2026-01-05` */
function deciderText({ entry, body }: Told<DecisionBody>, wording: Wording): string {
  const { authority = null, onBehalfOf = null } = body ?? {}
  return [
    personText(entry.by, wording),
    ...(onBehalfOf === null ? [] : [say(wording, 'book.on-behalf-of', { name: onBehalfOf })]),
    ...(authority === null ? [] : [authority]),
  ].join(', ')
}

function decisionText({ body, voidedBy }: Told<DecisionBody>, wording: Wording): string {
  const parts = [
    body === undefined
      ? say(wording, 'book.redacted')
      : say(wording, `book.decisions.${body.decision}`),
    ...(body === undefined || body.secondPersonFor.length === 0 ? [] : [partText(body, wording)]),
    ...(voidedBy === null ? [] : [say(wording, 'book.decision-voided', { entry: voidedBy })]),
  ]
  return parts.join('; ')
}

const partText = ({ completes }: DecisionBody, wording: Wording): string =>
  completes === null
    ? say(wording, 'book.decision-first')
    : say(wording, 'book.decision-second', { entry: completes })

function whyText({ reason, secondPersonFor, drawn }: DecisionBody, wording: Wording): string {
  const lines = (drawn?.lines ?? []).map(({ item, quantity, quantityLeft }) =>
    say(wording, 'book.drawn-line', {
      item: item + 1,
      quantity: valueText(wording, quantity),
      left:
        quantityLeft === null
          ? say(wording, 'book.left-unlimited')
          : valueText(wording, quantityLeft),
    }),
  )
  return [
    reason,
    ...(secondPersonFor.length === 0
      ? []
      : [
          say(wording, 'book.second-person-for', {
            list: secondPersonFor.map((one) => secondText(one, wording)).join('; '),
          }),
        ]),
    ...(drawn === null
      ? []
      : [say(wording, 'book.drawn', { number: drawn.authorization, list: lines.join('; ') })]),
  ].join(' | ')
}

const secondText = (why: SecondPersonFor, wording: Wording): string =>
  'outcome' in why
    ? say(wording, 'book.second-outcome', {
        outcome: say(wording, `outcomes.${why.outcome}.title`),
      })
    : say(wording, 'book.second-list', { list: why.clearedList, party: why.party })
