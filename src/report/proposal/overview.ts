import type { ProgramFinding, ProposalResult } from '../../proposal/result.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, text, type Block, type Section } from '../blocks.ts'

/** A section of the workbook; where it has no blocks it says so, if the catalogue has the words. */
export function part(wording: Wording, id: string, blocks: readonly Block[]): Section {
  return { id, title: say(wording, `program.${id}`), blocks }
}

/** What decides the outcome, each finding once with what it is about. */
export function reasonsOf(result: ProposalResult, wording: Wording): string[] {
  const deciding = result.findings.filter(
    ({ id, verdict, effect }) =>
      result.because.includes(id) &&
      (verdict === 'yes' || result.outcome === 'undetermined' || effect === 'condition'),
  )
  return [...new Set(deciding.map((finding) => findingText(finding, wording)))]
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
export function missingTexts({ missing }: ProposalResult, wording: Wording): string[] {
  return missing.map(({ step, kind, what, text: said, fix, where, citation }) =>
    say(wording, 'program.missing-line', {
      step: say(wording, `program.steps.${step}`),
      kind: say(wording, `program.kinds.${kind}`),
      what,
      text: /[.?!]$/.test(said) ? said : `${said}.`,
      fix,
      where,
      citation,
    }),
  )
}

/** Conditions still to be met. */
export function conditionTexts({ conditions }: ProposalResult, wording: Wording): string[] {
  return conditions.map(({ about, text: said, fix, citation }) =>
    say(wording, 'program.condition-line', { about: about.label, text: said, fix, citation }),
  )
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
