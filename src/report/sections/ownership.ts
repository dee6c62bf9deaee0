import type { Determination, OperatorOwnership } from '../../determination.ts'
import { named, valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, section, text, type Block, type Section } from '../blocks.ts'
import { titled, type Line } from '../lines.ts'

/** Provisions that turn on who owns a party. */
const ON_OWNERS = ['ear.744.11.affiliates', 'ofac.sdn.owned']

/** Who owns each party whose owners the case names, as BIS and OFAC add it up; null where it names none. */
export function ownershipSection(determination: Determination, wording: Wording): Section | null {
  const { ownership } = determination
  if (ownership.length === 0) return null
  const blocks = ownership.flatMap(({ party, results }): Block[] => [
    heading(partyName(party, determination, wording)),
    ...results.flatMap((result) => resultBlocks(result, wording)),
  ])
  return section(wording, 'ownership', blocks)
}

function resultBlocks(result: OperatorOwnership, wording: Wording): Block[] {
  return [
    text(resultText(result, wording)),
    ...result.arithmetic.map(text),
    ...notesOf(result, wording).map(text),
    quiet(
      say(wording, 'report.ownership-multiplied', {
        percent: percentText(result.multiplied.percent, wording),
      }),
    ),
  ]
}

/**
 * The same for a terminal: with `explain` all of it, otherwise where ownership decides the answer, and
 * only of parties that owners reach or may reach.
 */
export function ownershipLines(
  determination: Determination,
  wording: Wording,
  explain: boolean,
): Line[] {
  const { ownership, because } = determination
  if (!explain && !ON_OWNERS.some((id) => because.includes(id))) return []
  const lines = ownership.flatMap(({ party, results }): Line[] => {
    const shown = explain ? results : results.filter(({ verdict }) => verdict !== 'no')
    if (shown.length === 0) return []
    return [
      { lead: '  ', text: partyName(party, determination, wording) },
      ...shown.flatMap((result): Line[] => [
        { lead: '    ', text: resultText(result, wording) },
        ...[...result.arithmetic, ...notesOf(result, wording)].map((line) => ({
          lead: '      ',
          text: line,
        })),
      ]),
    ]
  })
  return titled(say(wording, 'report.ownership'), lines)
}

function partyName(index: number, { parties }: Determination, wording: Wording): string {
  const party = parties.find((one) => one.index === index)
  if (party === undefined) return String(index)
  return say(wording, 'report.party', {
    role: named(wording, 'roles', party.role),
    name: party.name,
  }).trim()
}

/** `BIS (15 CFR 744.11(a)(1)): owners that count hold 60 percent; that is 50 percent or more` */
function resultText(
  { operator, citation, verdict, percent }: OperatorOwnership,
  wording: Wording,
): string {
  return say(wording, 'report.ownership-result', {
    operator: named(wording, 'operators', operator),
    citation,
    percent: percentText(percent, wording),
    verdict: say(wording, `report.ownership-${verdict}`),
  })
}

/** The owner whose restrictions reach furthest, the questions that stay open, and faults in the case. */
function notesOf(
  { mostRestrictiveOwner, flags, issues }: OperatorOwnership,
  wording: Wording,
): string[] {
  const owner =
    mostRestrictiveOwner === null
      ? []
      : [say(wording, 'report.ownership-most-restrictive', { name: mostRestrictiveOwner })]
  const open = flags.map((flag) =>
    say(wording, 'report.ownership-flag', { text: flag.text, citation: flag.citation }),
  )
  const faults = issues.map((issue) => say(wording, 'report.conflict', { text: issue }))
  return [...owner, ...open, ...faults]
}

function percentText(percent: OperatorOwnership['percent'], wording: Wording): string {
  return valueText(wording, percent.low === percent.high ? percent.low : percent)
}
