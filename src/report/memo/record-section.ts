import type { Build } from '../../book/bodies.ts'
import type { BookRecord } from '../../book/records.ts'
import { determinationOf } from '../../book/records.ts'
import type { Filer } from '../../book/entry.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { section, table, type Section } from '../blocks.ts'

/** Identity, times, people and retention of a record. */
export function recordSection(record: BookRecord, wording: Wording): Section {
  const { identity, times, preparer, source, engine } = determinationOf(record)
  const { entry } = record.determination
  const label = (key: string): string => say(wording, `book.${key}`)
  const row = (key: string, value: string | null): string[][] =>
    value === null ? [] : [[label(key), value]]
  const rows = [
    ...row(
      'record-id',
      say(wording, 'book.record-version', { record: record.id, version: identity.version }),
    ),
    ...row('unit', identity.unit ?? null),
    ...row('privilege', privilegeText(record, wording)),
    ...row('standing', say(wording, `book.standings.${record.standing}`)),
    ...row('supersedes', identity.supersedes),
    ...row('superseded-by', record.supersededBy),
    ...row('reason', identity.reason),
    ...row(
      'references',
      identity.references.map(({ system, id }) => `${system} ${id}`).join('; ') || null,
    ),
    ...row('created', times.created),
    ...row('zone', say(wording, 'book.zone-of', { zone: times.zone, clock: times.clock })),
    ...row('preparer', personText(entry.by, wording)),
    ...row('authority', preparer.authority),
    ...row('retained-ear', times.retainedUntil.ear),
    ...row('retained-ofac', times.retainedUntil.ofac),
    ...row(
      'source',
      source === null
        ? null
        : say(wording, 'book.source-of', { name: source.name, hash: source.sha256 }),
    ),
    ...row(
      'engine',
      say(wording, 'book.engine-of', {
        version: engine.version,
        program: engine.program ?? label('program-unknown'),
        runtime: engine.runtime,
      }),
    ),
    ...row('build', engine.build === undefined ? null : buildText(engine.build, wording)),
    ...row('entry-hash', say(wording, 'book.entry-of', { seq: entry.seq, hash: entry.hash })),
  ]
  return section(
    wording,
    'record',
    table(
      wording,
      [
        ['basis', 0.3],
        ['value', 0.7],
      ],
      rows,
    ),
    'book',
  )
}

/** Why a record is privileged; null where nobody marked it. */
export function privilegeText(record: BookRecord, wording: Wording): string | null {
  const { privilege = null } = determinationOf(record).identity
  return privilege === null ? null : say(wording, `book.privileges.${privilege}`)
}

function buildText({ commit, isModified, tests }: Build, wording: Wording): string {
  const unknown = say(wording, 'book.program-unknown')
  const source = say(wording, isModified === true ? 'book.commit-modified' : 'book.commit-of', {
    commit: commit ?? unknown,
  })
  return say(wording, 'book.build-of', { source, tests: tests ?? unknown })
}

/** `Ada Kim, preparer (ada@desk-1)`: the name given, and the account and computer that it was given on. */
export function personText({ name, role, account, host }: Filer, wording: Wording): string {
  const who = role === null ? name : say(wording, 'book.role-of', { name, role })
  return `${who} (${account}@${host})`
}
