import type { Determination } from '../../determination.ts'
import { factLabel } from '../../explain/narrate.ts'
import { factAt, named, valueText } from '../../wording/values.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { section, table, type Section } from '../blocks.ts'
import { reachOf } from '../reasons.ts'

/** The missing facts, in the order that settles most. */
export function questionsSection(determination: Determination, wording: Wording): Section {
  const rows = determination.questions.map((question) => [
    factAt(wording, question.ask, question.fact),
    String(question.settles),
    named(wording, 'knownBy', question.knownBy),
  ])
  const columns = [
    ['question', 0.66],
    ['settles', 0.12],
    ['known-by', 0.22],
  ] as const
  return section(wording, 'questions', table(wording, columns, rows))
}

/** Notices to give, certificates to get, records to keep, with their last days. */
export function obligationsSection(determination: Determination, wording: Wording): Section {
  const rows = determination.obligations.map((duty) => [
    duty.text,
    `${duty.citation} (${reachOf([duty.item], wording)})`,
    duty.dueBy ?? '',
  ])
  const columns = [
    ['obligation', 0.54],
    ['provision', 0.32],
    ['due', 0.14],
  ] as const
  return section(wording, 'obligations', table(wording, columns, rows))
}

/** Facts that a profile supplied where the case was silent. */
export function assumedSection(determination: Determination, wording: Wording): Section {
  const rows = determination.assumed.map((entry) => [
    factAt(wording, factLabel(wording, entry.fact), entry.fact),
    valueText(wording, entry.value),
    entry.basis,
    `${entry.profile}, ${entry.signedBy}`,
    entry.expires,
  ])
  const columns = [
    ['fact', 0.28],
    ['value', 0.1],
    ['basis', 0.29],
    ['profile', 0.2],
    ['expires', 0.13],
  ] as const
  return section(wording, 'assumed', table(wording, columns, rows))
}

/** The register of red flags: open or resolved, and how. */
export function redFlagsSection(determination: Determination, wording: Wording): Section {
  const rows = determination.redFlags.map((flag) => [
    `${flag.title} (${flag.citation}; ${reachOf([flag.item], wording)})`,
    say(wording, flag.open ? 'report.open-state' : 'report.resolved-state'),
    flag.resolution ?? '',
  ])
  const columns = [
    ['provision', 0.5],
    ['status', 0.14],
    ['resolution', 0.36],
  ] as const
  return section(wording, 'red-flags', table(wording, columns, rows))
}
