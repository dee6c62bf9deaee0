import type { Rollout, RolloutQuestion } from '../../rollout/rollout.ts'
import { factLabel } from '../../explain/narrate.ts'
import { named, valueText } from '../../wording/values.ts'
import { count, say, type Wording } from '../../wording/wording.ts'
import { heldByPolicy } from '../../rollout/findings.ts'
import { changeLines, columnParts, outcomeText } from './words.ts'

/** `NEEDS FACTS | R-2026-11 | Frontier model`: the strictest outcome of what is to be switched on. */
export function headTitle({ outcome, rollout, title }: Rollout, wording: Wording): string {
  const head = outcome === null ? say(wording, 'rollout.document') : outcomeText(wording, outcome)
  return [head.toUpperCase(), rollout, ...(title === null ? [] : [title])].join(' | ')
}

export function questionLine({ at, ask, cells }: RolloutQuestion, wording: Wording): string {
  return say(wording, 'rollout.question', {
    at,
    ask,
    cells: count(wording, 'rollout.question-cells', cells),
  })
}

/** What differs from each law date to the next. */
export function differencesOf(
  rollout: Rollout,
  wording: Wording,
): { title: string; lines: string[] }[] {
  const { asOf, differences } = rollout
  return asOf.slice(1).map((to, i) => {
    const from = asOf[i]!
    const mine = differences.filter(
      ({ before, after }) => (after?.asOf ?? to) === to && (before?.asOf ?? from) === from,
    )
    const lines = changeLines(rollout, mine, wording, false)
    return mine.length === 0
      ? { title: say(wording, 'rollout.no-differences', { from, to }), lines: [] }
      : { title: say(wording, 'rollout.differences', { from, to }), lines }
  })
}

/** How the run differs from an earlier one; empty where it was compared with none. */
export function sinceLines(rollout: Rollout, wording: Wording): string[] {
  const { since } = rollout
  if (since === null) return []
  const other = since.differs.map((what) => say(wording, `rollout.differs.${what}`)).join(', ')
  return [
    ...(since.changes.length === 0
      ? [say(wording, 'rollout.since-none')]
      : changeLines(rollout, since.changes, wording, rollout.asOf.length > 1)),
    ...(other === '' ? [] : [say(wording, 'rollout.since-other', { list: other })]),
  ]
}

/** What the marks beside the outcomes mean, as far as they are used. */
export function legendLines({ cells, answers }: Rollout, wording: Wording): string[] {
  return [
    say(wording, 'rollout.legend'),
    ...(cells.some(({ on }) => !on) ? [say(wording, 'rollout.legend-on')] : []),
    ...(answers.some(({ textOnly }) => textOnly !== null)
      ? [say(wording, 'rollout.legend-text')]
      : []),
    ...(answers.some(heldByPolicy) ? [say(wording, 'rollout.legend-policy')] : []),
  ]
}

/** How to see one cell whole: the first that stands in the way. */
export function drillLines(rollout: Rollout, wording: Wording): string[] {
  return rollout.findings.slice(0, 1).map((finding) => {
    const cell = [finding.places[0]!, ...columnParts(rollout, finding)].join(':')
    return say(wording, 'rollout.drill', { file: finding.file, cell })
  })
}

/** What was assumed, and what the answer rests on. */
export function basisLines({ assumed, basis, notModelled }: Rollout, wording: Wording): string[] {
  const assumptions = assumed.map((entry) =>
    say(wording, 'report.assumed-line', {
      fact: factLabel(wording, entry.fact),
      value: valueText(wording, entry.value),
      basis: entry.basis,
      profile: entry.profile,
      signedBy: entry.signedBy,
      expires: entry.expires,
    }),
  )
  const { pack, lawDates, knowledgeDate, posture, includeProposed, manifestSha256, lists } = basis
  return [
    ...(assumptions.length === 0
      ? []
      : [count(wording, 'report.assumed-warning', assumptions.length)]),
    ...assumptions,
    [
      say(wording, 'rollout.law-dates', { days: lawDates.join(', ') }),
      say(wording, 'report.known-on', { date: knowledgeDate }),
      named(wording, 'postures', posture),
      ...(includeProposed ? [say(wording, 'report.include-proposed')] : []),
    ].join(' | '),
    `${say(wording, 'report.pack')} ${pack.id}, SHA-256 ${pack.sha256}`,
    `${say(wording, 'rollout.manifest-hash')} ${manifestSha256}`,
    ...(lists.length === 0
      ? []
      : [
          say(wording, 'rollout.lists', {
            lists: lists.map(({ id, date }) => `${id} ${date}`).join(', '),
          }),
        ]),
    count(wording, 'rollout.not-modelled', notModelled.length),
  ]
}
