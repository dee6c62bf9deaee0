import type { About, ProgramFinding, ProposalResult } from '../../proposal/result.ts'
import { PROGRAM_STEPS } from '../../proposal/result.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, text, type Block, type Section } from '../blocks.ts'

/** A section of the workbook; where it has no blocks it says so, if the catalogue has the words. */
export function part(wording: Wording, id: string, blocks: readonly Block[]): Section {
  return { id, title: say(wording, `program.${id}`), blocks }
}

/**
 * What decides the outcome: each provision once, with what it is about. What is only open is asked, and
 * conditions stand in a list of their own.
 */
export function reasonsOf(result: ProposalResult, wording: Wording): string[] {
  const { outcome, because, findings } = result
  if (outcome === 'eligible-with-conditions') return []
  const deciding = findings.filter(({ id, verdict }) => because.includes(id) && verdict === 'yes')
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
  const label = aboutText(
    group.map(({ about }) => about),
    wording,
  )
  return findingText({ ...group[0], about: { ...group[0].about, label } }, wording)
}

/** All that a provision is about; exports by layers that go to the same countries: `data, models to VN, IQ`. */
function aboutText(all: readonly About[], wording: Wording): string {
  if (all[0]?.kind !== 'shipment') return [...new Set(all.map(({ label }) => label))].join(', ')
  const layers = grouped(all, ({ layer }) => layer ?? '').map((group) => ({
    layer: group[0].layer ?? '',
    countries: [...new Set(group.map(({ country }) => country))].join(', '),
  }))
  return grouped(layers, ({ countries }) => countries)
    .map((group) =>
      say(wording, 'program.shipment', {
        layers: group.map(({ layer }) => layer).join(', '),
        countries: group[0].countries,
      }),
    )
    .join('; ')
}

/** A step of the check and how it stands: what is worst of its findings, and how many there are. */
export function readinessRows({ findings }: ProposalResult, wording: Wording): string[][] {
  return PROGRAM_STEPS.filter((step) => step !== 'determination').map((step) => {
    const own = findings.filter((one) => one.step === step)
    const states = own.map(({ effect, verdict }) =>
      verdict === 'unknown' && effect !== 'open' && effect !== 'condition' ? 'find-out' : effect,
    )
    const worst = STATES.find((state) => states.includes(state))
    const deciding = own.filter((_, i) => states[i] === worst)
    const texts = grouped(deciding, ({ id }) => id).map(([first]) => first.title)
    return [
      say(wording, `program.steps.${step}`),
      say(wording, `program.states.${worst ?? 'in-order'}`),
      worst === undefined ? '' : texts.join('; '),
    ]
  })
}

const STATES = [
  'ineligible',
  'incomplete',
  'unsettled',
  'find-out',
  'case-by-case',
  'open',
  'condition',
] as const

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
    if (group[0].about.kind === 'proposal')
      return say(wording, 'program.condition-whole', { text: said, fix, citation })
    const about = aboutText(
      group.map((one) => one.about),
      wording,
    )
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
