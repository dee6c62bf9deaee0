import type { BookRecord, Told } from '../../book/records.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, section, table, type Section } from '../blocks.ts'
import { personText } from './record-section.ts'

/** Every entry about a case, its other versions included, in the order of filing. */
export function historySection(record: BookRecord, wording: Wording): Section {
  const rows = eventsOf(record, wording)
    .sort((a, b) => a.told.entry.seq - b.told.entry.seq)
    .map(({ told: { entry, body }, text }) => [
      String(entry.seq),
      entry.at,
      personText(entry.by, wording),
      [
        say(wording, `book.entries.${entry.kind}`),
        body === undefined ? say(wording, 'book.redacted') : text,
      ].join(': '),
    ])
  const columns = [
    ['entry', 0.08],
    ['at', 0.2],
    ['who', 0.24],
    ['what', 0.48],
  ] as const
  return section(
    wording,
    'history',
    [quiet(say(wording, 'book.history-intro')), ...table(wording, columns, rows)],
    'book',
  )
}

interface Event {
  readonly told: Told<unknown>
  readonly text: string
}

function eventsOf(record: BookRecord, wording: Wording): Event[] {
  const of = <T>(all: readonly Told<T>[], text: (body: T) => string): Event[] =>
    all.map((told) => ({ told, text: told.body === undefined ? '' : text(told.body) }))
  return [
    ...of(record.versions, ({ identity, determination }) =>
      [
        `${identity.case}/${identity.version}`,
        say(wording, `outcomes.${determination.outcome}.title`),
        ...(identity.reason === null ? [] : [identity.reason]),
      ].join(', '),
    ),
    ...of(record.evidence, ({ note, file }) =>
      [file?.name ?? '', note].filter((part) => part !== '').join(': '),
    ),
    ...of(record.adjudications, ({ party, verdict }) =>
      say(wording, 'book.told-adjudication', {
        party,
        verdict: say(wording, `book.verdicts.${verdict}`),
      }),
    ),
    ...of(record.decisions, ({ decision, reason }) =>
      say(wording, 'book.told-decision', {
        decision: say(wording, `book.decisions.${decision}`),
        reason,
      }),
    ),
    ...of(record.corrections, ({ entry, reason, voids }) =>
      say(wording, voids ? 'book.told-correction-voids' : 'book.told-correction', {
        entry,
        reason,
      }),
    ),
    ...of(record.redactions, ({ digests, reason, authority }) =>
      say(wording, 'book.told-redaction', { count: digests.length, reason, authority }),
    ),
    ...of(record.uses, ({ what, format }) =>
      [what, ...(format === null ? [] : [format])].join(', '),
    ),
  ]
}
