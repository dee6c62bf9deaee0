import type { AdjudicationBody } from '../../book/bodies.ts'
import type { BookRecord } from '../../book/records.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { section, table, type Section } from '../blocks.ts'
import { personText } from './record-section.ts'

/** The documents that were filed with a record. */
export function evidenceSection({ evidence }: BookRecord, wording: Wording): Section {
  const rows = evidence.map(({ entry, body }) => [
    String(entry.seq),
    body === undefined
      ? say(wording, 'book.redacted')
      : [body.file?.name, body.note].filter((part) => part !== undefined && part !== '').join(': '),
    body?.supports.join(', ') ?? '',
    body?.file?.sha256 ?? '',
    personText(entry.by, wording),
  ])
  const columns = [
    ['entry', 0.08],
    ['document', 0.28],
    ['supports', 0.18],
    ['hash', 0.26],
    ['who', 0.2],
  ] as const
  return section(wording, 'evidence', table(wording, columns, rows), 'book')
}

/** Each hit on a list that somebody judged, with his reasons. */
export function adjudicationsSection({ adjudications }: BookRecord, wording: Wording): Section {
  const rows = adjudications.map(({ entry, body, voidedBy }) => [
    body?.party ?? say(wording, 'book.redacted'),
    body === undefined ? '' : say(wording, 'book.hit-of', { hit: body.hit, list: body.list }),
    [
      ...(body === undefined ? [] : [say(wording, `book.verdicts.${body.verdict}`)]),
      ...(voidedBy === null ? [] : [say(wording, 'book.decision-voided', { entry: voidedBy })]),
    ].join('; '),
    body === undefined ? '' : whyText(body, wording),
    `${personText(entry.by, wording)}, ${entry.at}`,
  ])
  const columns = [
    ['party', 0.2],
    ['hit', 0.2],
    ['verdict', 0.14],
    ['why', 0.26],
    ['who', 0.2],
  ] as const
  return section(wording, 'adjudications', table(wording, columns, rows), 'book')
}

const whyText = ({ reason, reference, until }: AdjudicationBody, wording: Wording): string =>
  [
    reason,
    ...(reference === null ? [] : [say(wording, 'book.shown-by', { reference })]),
    ...(until === null ? [] : [say(wording, 'book.holds-until', { until })]),
  ].join('; ')
