import type { ProgramFinding, ProposalResult } from '../../proposal/result.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, text, type Block, type Section } from '../blocks.ts'

/** A section of the workbook; where it has no blocks it says so, if the catalogue has the words. */
export function part(wording: Wording, id: string, blocks: readonly Block[]): Section {
  return { id, title: say(wording, `program.${id}`), blocks }
}

/** What decides the outcome: each provision once, with what it is about. What is only open is asked. */
export function reasonsOf(result: ProposalResult, wording: Wording): string[] {
  const { outcome, because, findings } = result
  const isOpen = outcome === 'eligible-with-conditions'
  const deciding = findings.filter(
    ({ id, verdict }) => because.includes(id) && (verdict === 'yes' || isOpen),
  )
  return grouped(deciding, ({ id, verdict }) => `${id} ${verdict}`).map((group) =>
    findingsText(group, wording),
  )
}

/** What belongs together, in the order in which it first comes. */
function grouped<T>(all: readonly T[], key: (one: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}

function findingsText(
  group: readonly [ProgramFinding, ...ProgramFinding[]],
  wording: Wording,
): string {
  const labels = [...new Set(group.map(({ about }) => about.label))].join(', ')
  return findingText({ ...group[0], about: { ...group[0].about, label: labels } }, wording)
}

/** `member: Harbor Data: keeps it out: The member is in a country of concern (FR Doc 2026-06952)` */
export function findingText(finding: ProgramFinding, wording: Wording): string {
  const { about, title, citation, verdict, effect } = finding
  const values = {
    title: verdict === 'unknown' ? say(wording, 'program.unknown-verdict', { title }) : title,
    citation,
    effect: say(wording, `program.effects.${effect}`),
  }
  return about.kind === 'proposal'
    ? say(wording, 'program.finding', values)
    : say(wording, 'program.finding-of', { ...values, about: about.label })
}

/** What is missing, as a list to work off. */
export function missingTexts({ missing, proposal }: ProposalResult, wording: Wording): string[] {
  return missing.map(({ step, kind, what, text: said, fix, where, citation }) => {
    const values = {
      step: say(wording, `program.steps.${step}`),
      kind: say(wording, `program.kinds.${kind}`),
      where,
      citation,
    }
    if (kind === 'find-out') return say(wording, 'program.find-out-line', { ...values, text: said })
    const about =
      what === proposal ? said : say(wording, 'program.missing-about', { about: what, text: said })
    return say(wording, 'program.missing-line', { ...values, text: `${about}.`, fix })
  })
}

/** Conditions still to be met, each with all that it is about. */
export function conditionTexts({ conditions }: ProposalResult, wording: Wording): string[] {
  return grouped(conditions, ({ provision }) => provision).map((group) => {
    const [{ text: said, fix, citation }] = group
    const about = [...new Set(group.map((one) => one.about.label))].join(', ')
    return say(wording, 'program.condition-line', { about, text: said, fix, citation })
  })
}

/** What changes nothing and a reader should know. */
export function notesSection({ findings }: ProposalResult, wording: Wording): Section {
  const notes = findings.filter(({ effect }) => effect === 'notice' || effect === 'met')
  return part(
    wording,
    'notes-section',
    notes.flatMap((finding): Block[] => [
      text(findingText(finding, wording)),
      ...(finding.note === null ? [] : [quiet(finding.note)]),
    ]),
  )
}
