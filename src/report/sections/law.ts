import type {
  Considered,
  Determination,
  ExceptionResult,
  Finding,
  Notice,
} from '../../determination.ts'
import { narrate } from '../../explain/narrate.ts'
import { named } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { heading, quiet, section, table, text, type Block, type Section } from '../blocks.ts'
import { reachOf } from '../reasons.ts'

/** Each provision that applied or stays open, with its proof. */
export function findingsSection(determination: Determination, wording: Wording): Section {
  const blocks = determination.findings.flatMap((finding): Block[] => [
    heading(`${finding.citation}: ${finding.title}`),
    quiet(findingLine(finding, determination, wording)),
    proofBlock(finding, wording),
  ])
  return section(wording, 'findings', blocks)
}

/** `license requirement | in force | 90 FR 4544 | item 1, end user Inspur | lifted by NAC` */
export function findingLine(
  finding: Finding,
  determination: Determination,
  wording: Wording,
): string {
  const party = determination.parties.find(({ index }) => index === finding.party)
  const reach = reachOf([finding.item], wording)
  const parts = [
    say(wording, 'report.status-line', {
      kind: say(wording, `kinds.${finding.kind}`),
      status: say(wording, `statuses.${finding.status}`),
      source: finding.source,
      reach: party === undefined ? reach : `${reach}, ${partyText(party, wording)}`,
    }),
    say(wording, 'report.confidence', { level: finding.confidence }),
  ]
  if (finding.verdict === 'unknown') parts.push(say(wording, 'report.requirement-open'))
  if (finding.liftedBy.length > 0) parts.push(liftedText(finding, determination, wording))
  return parts.join(' | ')
}

function partyText(party: Determination['parties'][number], wording: Wording): string {
  return say(wording, 'report.party', {
    role: named(wording, 'roles', party.role),
    name: party.name,
  })
}

function liftedText(finding: Finding, determination: Determination, wording: Wording): string {
  const titles = finding.liftedBy.map(
    (id) => determination.exceptions.find((exception) => exception.id === id)?.title ?? id,
  )
  return say(wording, 'report.lifted-by', { exceptions: titles.join(', ') })
}

/** Each exception that could lift an open requirement: its conditions met, not met and open, and its proof. */
export function exceptionsSection(determination: Determination, wording: Wording): Section {
  const blocks = determination.exceptions
    .filter(isInReach)
    .flatMap((exception): Block[] => [
      heading(`${exception.citation}: ${exception.title}`),
      quiet(exceptionLine(exception, wording)),
      ...conditionLines(exception, wording).map(text),
      proofBlock(exception, wording),
    ])
  const unclaimed = [
    ...new Set(determination.exceptions.filter((one) => !isInReach(one)).map(({ title }) => title)),
  ]
  const rest =
    unclaimed.length === 0
      ? []
      : [quiet(say(wording, 'report.exceptions-unclaimed', { list: unclaimed.join('; ') }))]
  const title = exceptionsTitle(determination, wording)
  return { ...section(wording, 'exceptions', [...blocks, ...rest]), title }
}

/** A deal without items has no license exceptions of the EAR: what it can have are general licenses of OFAC. */
export const exceptionsTitle = ({ items }: Determination, wording: Wording): string =>
  say(wording, items.length === 0 ? 'report.general-licenses' : 'report.exceptions')

/** An exception that is used, could be used, or was claimed; the others only waited for a claim. */
export function isInReach({ verdict, proof }: ExceptionResult): boolean {
  if (verdict !== 'no') return true
  return ![proof, ...proof.because].some(
    ({ claim, verdict: met }) => met === 'no' && claim.kind === 'leaf' && CLAIMS.has(claim.fact),
  )
}

/** What a case claims, and does not claim where it is silent. */
const CLAIMS = new Set([
  'exceptions.claimed',
  'generalLicenses.claimed',
  'data.exemption',
  'investment.exception',
])

/** `item 1 | in force | 89 FR 23876 | its conditions are not met` */
export function exceptionLine(exception: ExceptionResult, wording: Wording): string {
  return say(wording, 'report.exception-line', {
    reach: reachOf([exception.item], wording),
    status: say(wording, `statuses.${exception.status}`),
    source: exception.source,
    verdict: say(wording, `report.verdict-${exception.verdict}`),
  })
}

const GROUPS = ['open', 'failed', 'met'] as const

/** The citations of the conditions by how they stand; no line for a group that is empty. */
export function conditionLines(
  exception: ExceptionResult,
  wording: Wording,
  groups: readonly (typeof GROUPS)[number][] = GROUPS,
): string[] {
  return groups
    .filter((group) => exception[group].length > 0)
    .map((group) => say(wording, `report.${group}`, { list: exception[group].join('; ') }))
}

function proofBlock(of: Finding | ExceptionResult, wording: Wording): Block {
  return {
    kind: 'proof',
    title: say(wording, 'report.proof'),
    lines: narrate(of.proof, wording),
  }
}

/** What was tested and did not apply, with the clause that failed. */
export function consideredSection(determination: Determination, wording: Wording): Section {
  const rows = alike(determination.considered).map((group) => {
    const [one] = group
    const marks = [
      named(wording, 'kinds', one.kind),
      ...(one.status === 'in-force' ? [] : [say(wording, `statuses.${one.status}`)]),
      reachOf(
        group.map(({ item }) => item),
        wording,
      ),
    ]
    return [one.citation, `${one.title} (${marks.join(', ')})`, one.failed]
  })
  const columns = [
    ['provision', 0.24],
    ['effect', 0.4],
    ['failed', 0.36],
  ] as const
  const intro = rows.length === 0 ? [] : [quiet(say(wording, 'report.considered-intro'))]
  return section(wording, 'considered', [...intro, ...table(wording, columns, rows)])
}

/** Those that failed at the same clause, together: one row for many items. */
function alike(considered: readonly Considered[]): [Considered, ...Considered[]][] {
  const groups = new Map<string, [Considered, ...Considered[]]>()
  for (const one of considered) {
    const key = `${one.id} ${one.failed}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}

/** The notices of law, and apart from them the terms of providers. */
export function partedNotices({ notices }: Determination): {
  readonly law: readonly Notice[]
  readonly policies: readonly Notice[]
} {
  return {
    law: notices.filter(({ status }) => status !== 'policy'),
    policies: notices.filter(({ status }) => status === 'policy'),
  }
}

/**
 * Law that is not applied in the answer, and whether applying it would change the outcome; below it the
 * terms of providers.
 */
export function noticesSection(determination: Determination, wording: Wording): Section {
  const { law, policies } = partedNotices(determination)
  const columns = [
    ['provision', 0.26],
    ['status', 0.16],
    ['effect', 0.58],
  ] as const
  const tableOf = (notices: readonly Notice[]): Block[] =>
    table(
      wording,
      columns,
      notices.map((notice) => noticeRow(notice, wording)),
    )
  const own = policies.length === 0 ? [] : [heading(say(wording, 'report.policies'))]
  return section(wording, 'notices', [...tableOf(law), ...own, ...tableOf(policies)])
}

const noticeRow = (notice: Notice, wording: Wording): string[] => [
  `${notice.citation} (${notice.source})`,
  say(wording, `statuses.${notice.status}`),
  [
    `${notice.title}.`,
    notice.text,
    ...(notice.changesOutcome ? [say(wording, 'report.changes-outcome')] : []),
  ].join(' '),
]
