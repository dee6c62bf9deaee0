import { narrate } from '../../explain/narrate.ts'
import type { Question } from '../../determination.ts'
import type { ProgramFinding, ProposalOutcome, ProposalResult } from '../../proposal/result.ts'
import { factAt, named } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, table, text, type Block, type Section } from '../blocks.ts'
import { basisSection, notModelledSection } from '../sections/basis.ts'
import { screeningSection } from '../sections/screening.ts'
import type { Band } from '../pdf/verdict.ts'
import { contentSection } from './content.ts'
import { exportsSection, layersSection } from './layers.ts'
import { findingText, notesSection, part } from './overview.ts'
import { membersSection, operatingSection, targetsSection } from './people.ts'

export const BANDS: Readonly<Record<ProposalOutcome, Band>> = {
  eligible: 'go',
  'eligible-with-conditions': 'wait',
  'case-by-case': 'wait',
  incomplete: 'stop',
  ineligible: 'stop',
  undetermined: 'wait',
}

/** Every section of the readiness workbook. `record` is the SHA-256 of the result's canonical JSON. */
export function workbookSections(
  result: ProposalResult,
  record: string,
  wording: Wording,
): Section[] {
  return [
    layersSection(result, wording),
    contentSection(result, wording),
    membersSection(result, wording),
    targetsSection(result, wording),
    exportsSection(result, wording),
    operatingSection(result, wording),
    questionsSection('questions-section', result.questions, wording),
    questionsSection('export-questions-section', exportQuestions(result), wording),
    screeningSection(result.screening, wording),
    notesSection(result, wording),
    findingsSection(result.findings, wording),
    consideredSection(result, wording),
    noticesSection(result, wording),
    retitled(notModelledSection(result, wording), 'not-modelled-section', wording),
    retitled(basisSection(result, record, wording), 'basis-section', wording),
  ].filter((section) => section !== null)
}

const retitled = (section: Section, id: string, wording: Wording): Section =>
  part(wording, id, section.blocks)

/** The questions of all exports, each once. */
export function exportQuestions({ layers }: ProposalResult): Question[] {
  const all = layers.flatMap(({ exports }) => exports.flatMap(({ questions }) => questions))
  return [...new Map(all.map((one) => [one.fact, one])).values()]
}

function questionsSection(
  id: 'questions-section' | 'export-questions-section',
  questions: readonly Question[],
  wording: Wording,
): Section {
  const rows = questions.map(({ ask, fact, knownBy }) => [
    factAt(wording, ask, fact),
    named(wording, 'knownBy', knownBy),
  ])
  const columns = [
    ['question', 0.78],
    ['known-by', 0.22],
  ] as const
  const none = text(say(wording, `program.${id}-none`))
  return part(wording, id, rows.length === 0 ? [none] : table(wording, columns, rows))
}

function findingsSection(findings: readonly ProgramFinding[], wording: Wording): Section {
  const blocks = findings.flatMap((finding): Block[] => [
    {
      kind: 'proof',
      title: findingText(finding, wording),
      lines: narrate(finding.proof, wording),
    },
    ...(finding.note === null ? [] : [quiet(finding.note)]),
  ])
  return part(wording, 'findings-section', [quiet(say(wording, 'proof.legend')), ...blocks])
}

function consideredSection({ considered }: ProposalResult, wording: Wording): Section {
  const abouts = new Map<string, string[]>()
  const titles = new Map(
    considered.map(({ id, title, citation }) => [id, `${title} (${citation})`]),
  )
  for (const { id, about } of considered) {
    const labels = abouts.get(id) ?? []
    abouts.set(id, [...labels, about.label])
  }
  const lines = [...abouts].map(([id, labels]) =>
    quiet(
      say(wording, 'program.considered-line', { title: titles.get(id)!, list: labels.join(', ') }),
    ),
  )
  return part(wording, 'considered-section', lines)
}

function noticesSection({ notices }: ProposalResult, wording: Wording): Section | null {
  if (notices.length === 0) return null
  const blocks = notices.flatMap((notice): Block[] => {
    const status = say(wording, `statuses.${notice.status}`)
    const place = notice.citation === '' ? '' : `${notice.citation} (${status}): `
    return [text(`${place}${notice.title}`), ...(notice.text === '' ? [] : [quiet(notice.text)])]
  })
  return part(wording, 'notices-section', blocks)
}
