import { postureText } from '../../report/headline.ts'
import { listsByDay } from '../../report/pdf/document.ts'
import { numeral } from '../../wording/values.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import type { BatchSummary, Counted } from './summary.ts'
import { countryName } from './tables.ts'
import type { UrgentRow } from './urgent-rows.ts'

/** `1,000,000 rows in = 999,990 decided + 10 rejected.`, and where they are. */
export function countLines(summary: BatchSummary, wording: Wording): string[] {
  const { rows, decided, rejected, errors, results } = summary
  const counts = {
    rows: numeral(rows),
    decided: numeral(decided),
    rejected: numeral(rejected),
  }
  return [
    say(wording, 'batch.reconciled', counts),
    ...(errors === null ? [] : [say(wording, 'batch.rejected', { file: errors })]),
    say(wording, 'batch.results', { file: results }),
  ]
}

/** By the law of which day. */
export const lawDateText = ({ basis }: BatchSummary, wording: Wording): string =>
  basis.asOf ?? say(wording, 'batch.own-dates', { date: basis.today })

/** What a reader must not miss of the lists. */
export function listLines({ basis }: BatchSummary, wording: Wording): string[] {
  const { lists, acceptStale, today, asOf } = basis
  if (lists === null) return [say(wording, 'batch.not-screened')]
  const stale = lists.filter((one) => one.stale)
  if (stale.length === 0) return []
  const said = listsByDay(stale.map(({ code, date }) => ({ id: code, date })))
  const key = acceptStale ? 'batch.stale-accepted' : 'batch.stale-lists'
  return [say(wording, key, { day: asOf ?? today, list: said.join('; ') })]
}

/** What a reader must not take for more than it is: assumed facts, and where enforcement is not the text. */
export function cautionLines(
  { assumed, textOnly, basis }: BatchSummary,
  wording: Wording,
): string[] {
  const rowsOf = ({ rows }: Counted): string => numeral(rows)
  const facts = assumed.map((one) =>
    say(wording, 'batch.assumed-fact', { fact: one.name, rows: rowsOf(one) }),
  )
  const texts = textOnly.map((one) => {
    const outcome = say(wording, `outcomes.${one.name}.title`)
    return say(wording, 'batch.text-only-rows', { outcome, rows: rowsOf(one) })
  })
  return [
    ...(facts.length === 0 ? [] : [say(wording, 'batch.assumed', { list: facts.join('; ') })]),
    ...(texts.length === 0
      ? []
      : [
          say(wording, 'batch.text-only', {
            list: texts.join('; '),
            posture: say(wording, `postures.${basis.posture}`),
          }),
        ]),
  ]
}

/** The engine, the rule pack and the lists in short, for the first page. */
export function versionLines({ basis }: BatchSummary, wording: Wording): string[] {
  const label = (key: string): string => say(wording, `report.${key}`)
  const lists = listsByDay((basis.lists ?? []).map(({ code, date }) => ({ id: code, date })))
  return [
    `${label('engine')}: ${label('product')} ${basis.engine}`,
    `${label('pack')}: ${basis.pack.id}, SHA-256 ${basis.pack.sha256}`,
    ...(lists.length === 0 ? [] : [say(wording, 'report.lists-of', { lists: lists.join('; ') })]),
  ]
}

/** Versions and digests of everything that the answers rest on. */
export function basisRows(summary: BatchSummary, wording: Wording): [string, string][] {
  const { basis, table } = summary
  const label = (key: string): string => say(wording, `report.${key}`)
  const day = basis.asOf ?? basis.today
  return [
    [label('engine'), `${label('product')} ${basis.engine}`],
    [label('pack'), `${basis.pack.id}, SHA-256 ${basis.pack.sha256}`],
    ...(basis.lists ?? []).map(
      ({ title, date, sha256, ageDays, staleAfter, stale }): [string, string] => {
        const age = say(wording, 'batch.list-age', { n: ageDays, day, limit: staleAfter })
        const dated = say(wording, 'report.dated', { id: title, date })
        const said = stale ? say(wording, 'batch.list-stale', { age }) : age
        return [label('list'), `${dated}; ${said}; SHA-256 ${sha256}`]
      },
    ),
    ...(basis.lists === null
      ? [[label('list'), say(wording, 'batch.not-screened')] satisfies [string, string]]
      : []),
    ...basis.profiles.map(({ id, sha256 }): [string, string] => [
      label('profile'),
      `${id}, SHA-256 ${sha256}`,
    ]),
    [label('law-date-label'), lawDateText(summary, wording)],
    [label('knowledge-date-label'), basis.knowledgeDate],
    [label('posture'), postureText(summary, wording)],
    [say(wording, 'batch.table'), `${table.file}, SHA-256 ${table.sha256}`],
  ]
}

/** A row that needs a person, cell by cell: where it is, what it is about, what came of it, why, what is open. */
export interface UrgentTexts {
  readonly row: string
  readonly about: readonly string[]
  readonly outcome: readonly string[]
  readonly reasons: readonly string[]
  readonly questions: readonly string[]
}

export function urgentTexts(one: UrgentRow, wording: Wording): UrgentTexts {
  const { row, sheet, id, parties, items, country, outcome, reviewPolicy, screening } = one
  const given = (text: string): string[] => (text === '' ? [] : [text])
  return {
    row: sheet === undefined ? String(row) : say(wording, 'batch.row-in', { row, sheet }),
    about: [id, ...parties, items.join(', '), countryName(country, wording)].flatMap(given),
    outcome: [
      say(wording, `outcomes.${outcome}.title`),
      ...(reviewPolicy === '' ? [] : [say(wording, `policies.${reviewPolicy}`)]),
    ],
    reasons: [
      ...one.reasons.map(({ citation, text }) => (text === '' ? citation : `${citation}: ${text}`)),
      ...(screening === '' ? [] : [say(wording, 'batch.found', { found: screening })]),
    ],
    questions: one.questions,
  }
}

/** The first of some texts, and how many there are more. */
export const firstOf = (texts: readonly string[], most: number, wording: Wording): string[] =>
  texts.length <= most
    ? [...texts]
    : [...texts.slice(0, most), count(wording, 'batch.more', texts.length - most)]
