import type { Determination, NotModelled } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, section, table, type Section } from '../blocks.ts'
import { postureText } from '../headline.ts'

/** What the rule pack does not model, so that silence is never read as clearance. */
export function notModelledSection(
  determination: { readonly notModelled: readonly NotModelled[] },
  wording: Wording,
): Section {
  const rows = determination.notModelled.map((one) => [
    one.citation,
    say(wording, `coverage.${one.state}`),
    one.why,
  ])
  const columns = [
    ['provision', 0.26],
    ['status', 0.16],
    ['why', 0.58],
  ] as const
  const intro = rows.length === 0 ? [] : [quiet(say(wording, 'report.not-modelled-intro'))]
  return section(wording, 'not-modelled', [...intro, ...table(wording, columns, rows)])
}

/** Versions and digests of everything that the answer rests on. */
export function basisSection(
  determination: Pick<Determination, 'basis'>,
  record: string,
  wording: Wording,
): Section {
  return section(
    wording,
    'basis',
    table(
      wording,
      [
        ['basis', 0.26],
        ['value', 0.74],
      ],
      basisRows(determination, record, wording),
    ),
  )
}

function basisRows(
  determination: Pick<Determination, 'basis'>,
  record: string,
  wording: Wording,
): string[][] {
  const { basis } = determination
  const label = (key: string): string => say(wording, `report.${key}`)
  return [
    [label('engine'), `${label('product')} ${basis.engine}`],
    [label('pack'), `${basis.pack.id}, SHA-256 ${basis.pack.sha256}`],
    ...basis.lists.map(({ id, date, sha256 }) => [
      label('list'),
      `${say(wording, 'report.dated', { id, date })}, SHA-256 ${sha256}`,
    ]),
    ...basis.profiles.map(({ id, sha256 }) => [label('profile'), `${id}, SHA-256 ${sha256}`]),
    [label('law-date-label'), basis.lawDate],
    [label('knowledge-date-label'), basis.knowledgeDate],
    [label('posture'), postureText(determination, wording)],
    [label('case-hash'), basis.caseSha256],
    [label('record-hash'), record],
  ]
}
