import { canonical } from '../book/digest.ts'
import { lawOn, type Active } from '../rules/on-day.ts'
import type { Pack } from '../rules/pack.ts'
import { membersOn } from '../rules/tables.ts'

/** A provision or table that is not on both sides what it is on one. */
export interface LawChange {
  readonly kind: 'provision' | 'table' | 'product' | 'provider' | 'entry'
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly change: 'added' | 'removed' | 'changed'
  /** What changed, such as `source: 88 FR 73458 -> 89 FR 23876`. */
  readonly how: readonly string[]
}

/** What the law of a pack says otherwise on one day than on another. */
export function changesBetween(pack: Pack, from: string, to: string): LawChange[] {
  const standing = (day: string): Map<string, Active> =>
    new Map(
      Object.values(lawOn(pack, day, false).by)
        .flat()
        .map((active) => [active.provision.id, active]),
    )
  const [before, after] = [standing(from), standing(to)]
  const provisions = unionOf(before, after).flatMap((id): LawChange[] => {
    const [was, is] = [before.get(id), after.get(id)]
    const { title, law: citation } = (is ?? was)!.provision
    const how = was === undefined || is === undefined ? [] : sayStanding(was, is)
    const change = changeOf(was, is, how)
    return change === undefined ? [] : [{ kind: 'provision', id, title, citation, change, how }]
  })
  return [...provisions, ...tablesBetween(pack, from, to)]
}

function sayStanding(was: Active, is: Active): string[] {
  return [
    ...arrow('source', was.text.source, is.text.source),
    ...arrow('status', was.status, is.status),
    ...arrow('enforced', was.enforced, is.enforced),
    ...(was.text !== is.text && was.text.source === is.text.source ? ['text'] : []),
  ]
}

function tablesBetween(pack: Pack, from: string, to: string): LawChange[] {
  return pack.tables.flatMap((table): LawChange[] => {
    const [was, is] = [membersOn(table, from), membersOn(table, to)]
    const how = [
      ...[...is].filter((one) => !was.has(one)).map((one) => `in: ${one}`),
      ...[...was].filter((one) => !is.has(one)).map((one) => `out: ${one}`),
    ]
    const { id, title, law: citation } = table
    return how.length === 0 ? [] : [{ kind: 'table', id, title, citation, change: 'changed', how }]
  })
}

/** What one pack says otherwise than another, whatever the day. */
export function changesOfPack(before: Pack, after: Pack): LawChange[] {
  const part = <T extends object>(
    kind: LawChange['kind'],
    of: (pack: Pack) => readonly T[],
    name: (each: T) => { id: string; title: string; citation: string },
  ): LawChange[] => {
    const by = (pack: Pack): Map<string, T> =>
      new Map(of(pack).map((each) => [name(each).id, each]))
    const [was, is] = [by(before), by(after)]
    return unionOf(was, is).flatMap((id): LawChange[] => {
      const [old, now] = [was.get(id), is.get(id)]
      const how = old === undefined || now === undefined ? [] : keysThatDiffer(old, now)
      const change = changeOf(old, now, how)
      return change === undefined ? [] : [{ kind, ...name((now ?? old)!), change, how }]
    })
  }
  return [
    ...part(
      'provision',
      ({ provisions }) => provisions,
      ({ id, title, law }) => ({ id, title, citation: law }),
    ),
    ...part(
      'table',
      ({ tables }) => tables,
      ({ id, title, law }) => ({ id, title, citation: law }),
    ),
    ...part(
      'product',
      ({ accelerators }) => accelerators,
      ({ name }) => ({ id: name, title: name, citation: '' }),
    ),
    ...part(
      'provider',
      // A pack of before there were any has none.
      (pack) => (pack.cloud as Pack['cloud'] | undefined) ?? [],
      ({ provider, name }) => ({ id: provider, title: name, citation: '' }),
    ),
    ...part(
      'entry',
      ({ ccl }) => ccl.entries,
      ({ eccn }) => ({ id: eccn, title: eccn, citation: '' }),
    ),
  ]
}

function changeOf<T>(
  was: T | undefined,
  is: T | undefined,
  how: readonly string[],
): LawChange['change'] | undefined {
  if (was === undefined) return 'added'
  if (is === undefined) return 'removed'
  return how.length === 0 ? undefined : 'changed'
}

const unionOf = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].sort()

function keysThatDiffer(was: object, is: object): string[] {
  const [a, b] = [was as Record<string, unknown>, is as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => canonical(a[key] ?? null) !== canonical(b[key] ?? null))
    .sort()
}

const arrow = (what: string, was: string, is: string): string[] =>
  was === is ? [] : [`${what}: ${was} -> ${is}`]
