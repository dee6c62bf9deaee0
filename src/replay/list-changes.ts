import type { Determination, PartyHit, PartyScreening } from '../determination.ts'
import { changesBetween, type Change } from '../lists/diff.ts'
import type { IndexFile } from '../screening/index-file.ts'

/** A list that is not what it was. */
export interface ListChange {
  readonly list: string
  readonly title: string
  /** Days of its contents; null where there was no such list, or is none. */
  readonly from: string | null
  readonly to: string | null
  readonly added: number
  readonly removed: number
  readonly changed: number
}

/** What one set of lists has otherwise than another. */
export interface ChangedLists {
  readonly lists: readonly ListChange[]
  readonly entries: readonly Change[]
}

/** What changed from some lists to others, list by list and entry by entry. */
export function changedLists(older: IndexFile, newer: IndexFile): ChangedLists {
  const entries = changesBetween(older, newer)
  const codes = new Set([...older.meta.lists, ...newer.meta.lists].map(({ code }) => code))
  const lists = [...codes].flatMap((code): ListChange[] => {
    const [was, is] = [older, newer].map(({ meta }) => meta.lists.find((one) => one.code === code))
    if (was?.sha256 === is?.sha256 && was?.date === is?.date) return []
    const count = (kind: Change['kind']): number =>
      entries.filter((one) => one.list === code && one.kind === kind).length
    return [
      {
        list: code,
        title: (is ?? was)!.title,
        from: was?.date ?? null,
        to: is?.date ?? null,
        added: count('added'),
        removed: count('removed'),
        changed: count('changed'),
      },
    ]
  })
  return { lists, entries }
}

/** `EL Entity List, 2026-09-24 -> 2026-11-20: 3 added, 1 removed, 2 changed`; those with the same entries by number. */
export function sayListChanges(all: readonly ListChange[]): string[] {
  const isOther = ({ added, removed, changed }: ListChange): boolean =>
    added + removed + changed > 0
  const lines = all.filter(isOther).map(({ list, title, from, to, added, removed, changed }) => {
    const days = `${from ?? 'not there'} -> ${to ?? 'not there'}`
    return `${list} ${title}, ${days}: ${added} added, ${removed} removed, ${changed} changed`
  })
  const same = all.length - lines.length
  return same === 0 ? lines : [...lines, `${same} lists of another day, with the same entries`]
}

/** Why screening found otherwise than before: entries that came, went or changed, and decisions of people. */
export function whyScreened(
  before: Determination,
  after: Determination,
  { entries }: ChangedLists,
): string[] {
  const byId = new Map(entries.map((change) => [change.id, change]))
  const was = new Map(before.screening.map((one) => [one.at, one]))
  const lines = after.screening.flatMap((now) => {
    const then = was.get(now.at)
    const hits = [...new Map(hitsOf(then, now).map((hit) => [hit.id, hit])).values()]
    return hits.flatMap(({ id, name, listTitle }): string[] => {
      const change = byId.get(id)
      const own = change === undefined ? [] : [`${id} ${name}: ${sayEntry(change, listTitle)}`]
      return [...own, ...whyDecided(id, name, then, now, change)]
    })
  })
  return [...new Set(lines)]
}

const hitsOf = (...both: readonly (PartyScreening | undefined)[]): PartyHit[] =>
  both.flatMap((one) => [...(one?.hits ?? []), ...(one?.cleared ?? [])])

const sayEntry = ({ kind, keys }: Change, title: string): string =>
  kind === 'changed'
    ? `changed in the ${title} (${keys.join(', ')})`
    : `${kind} ${kind === 'added' ? 'to' : 'from'} the ${title}`

function whyDecided(
  id: string,
  name: string,
  then: PartyScreening | undefined,
  now: PartyScreening,
  change: Change | undefined,
): string[] {
  const [was, is] = [then, now].map((one) => one?.cleared.find((hit) => hit.id === id))
  if (was === undefined && is !== undefined)
    return [`${id} ${name}: decided to be another party, by ${is.by.join(' and ')}`]
  if (was !== undefined && is === undefined && change?.kind !== 'removed')
    return [`${id} ${name}: the decision of ${was.by.join(' and ')} no longer holds`]
  return []
}
