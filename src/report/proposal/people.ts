import type { MemberResult, ProposalResult, TargetResult } from '../../proposal/result.ts'
import { countryText, named } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, table, text, type Block, type Section } from '../blocks.ts'
import { rangeText } from './content.ts'
import { findingText, part } from './overview.ts'

/** Members and providers: seat, ownership with its sums, and what was found. */
export function membersSection({ members }: ProposalResult, wording: Wording): Section {
  const blocks = members.flatMap((member): Block[] => [
    heading(memberTitle(member, wording)),
    text(seatText(member, wording)),
    ...(member.role === 'provider' ? [] : [text(ownedText(member, wording))]),
    ...[...member.arithmetic, ...member.flags].map(quiet),
    ...member.findings.map((finding) => text(findingText(finding, wording))),
  ])
  const none = text(say(wording, 'program.members-section-none'))
  return part(wording, 'members-section', blocks.length === 0 ? [none] : blocks)
}

const memberTitle = ({ name, role }: MemberResult, wording: Wording): string =>
  say(wording, 'program.member-title', { name, role: named(wording, 'roles', role) })

function seatText({ country, headquarters, layers }: MemberResult, wording: Wording): string {
  return say(wording, 'program.member-seat', {
    country: countryText(wording, country),
    headquarters: countryText(wording, headquarters),
    layers:
      layers.length === 0
        ? say(wording, 'values.none')
        : layers.map((layer) => say(wording, `program.layers.${layer}`)).join('; '),
  })
}

function ownedText({ concernOwnership }: MemberResult, wording: Wording): string {
  if (concernOwnership === null) return say(wording, 'program.member-owned-unknown')
  return say(wording, 'program.member-owned', { percent: rangeText(concernOwnership, wording) })
}

/** Targets with their reasons and how they stand on lists of partners and of concern. */
export function targetsSection({ targets }: ProposalResult, wording: Wording): Section {
  const blocks = targets.flatMap((target): Block[] => [
    heading(target.label),
    text(
      target.reasons === null
        ? say(wording, 'program.target-no-reasons')
        : say(wording, 'program.target-reasons', { reasons: target.reasons }),
    ),
    ...target.countries.flatMap((country) => standingBlocks(country, wording)),
    ...target.findings.map((finding) => text(findingText(finding, wording))),
  ])
  const none = text(say(wording, 'program.targets-section-none'))
  const disclaimer = quiet(say(wording, 'program.score-disclaimer'))
  return part(wording, 'targets-section', blocks.length === 0 ? [none] : [disclaimer, ...blocks])
}

function standingBlocks(
  { country, score, of, partners, concerns, notes }: TargetResult['countries'][number],
  wording: Wording,
): Block[] {
  const titles = (lists: typeof partners): string =>
    lists.length === 0 ? say(wording, 'values.none') : lists.map(({ title }) => title).join('; ')
  const scored = say(wording, 'program.target-score', {
    country: countryText(wording, country),
    score,
    of,
    list: titles(partners),
  })
  return [
    text(scored),
    ...(concerns.length === 0
      ? []
      : [text(say(wording, 'program.target-concern', { list: titles(concerns) }))]),
    ...notes.map(quiet),
  ]
}

/** Who builds, owns and operates, the support asked for, and what is disclosed. */
export function operatingSection(
  { operatingModel, support, disclosures }: ProposalResult,
  wording: Wording,
): Section {
  const listed = (names: readonly string[]): string =>
    names.length === 0 ? say(wording, 'program.not-stated') : names.join(', ')
  const rows = [
    ...(['build', 'own', 'operate'] as const).map((key) => [
      say(wording, `program.${key}`),
      listed(operatingModel[key]),
    ]),
    [
      say(wording, 'program.support'),
      support?.length === 0 ? say(wording, 'program.support-none') : listed(support ?? []),
    ],
    ...disclosures.map(({ what, from }) => [say(wording, 'program.disclosed'), `${what}: ${from}`]),
  ]
  const columns = [
    ['entry', 0.3],
    ['value', 0.7],
  ] as const
  return part(wording, 'operating-section', table(wording, columns, rows))
}
