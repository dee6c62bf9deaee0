import type { Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import { VERSION } from '../version.ts'
import type { PastEngines } from './again.ts'
import type { Difference } from './differences.ts'
import { changesBetween, changesOfPack, type LawChange } from './law-changes.ts'
import { changedLists, sayListChanges, whyScreened, type ChangedLists } from './list-changes.ts'
import { areSame, type PastLists } from './lists.ts'

/** The causes that can be named of what differs between two determinations of a case. */
export interface Reasons {
  /** The pack's changes that touch what differs, the law date, the engine. */
  readonly ofLaw: (
    before: Determination,
    after: Determination,
    engine: Engine,
    found: readonly Difference[],
  ) => string[]
  /** The entries of lists that came, went or changed and that a party has the name of. */
  readonly ofLists: (before: Determination, after: Determination) => string[]
}

/** Each change of law and of lists is worked out once, however many cases it touches. */
export function reasons(engines: PastEngines, lists: PastLists): Reasons {
  const laws = new Map<string, readonly LawChange[]>()
  const changes = new Map<string, ChangedLists>()
  return {
    ofLaw: ({ basis: was }, { basis: is }, engine, found) => {
      const why: string[] = []
      if (was.engine !== is.engine || is.engine !== VERSION)
        why.push(`the engine is ${is.engine}, was ${was.engine}`)
      if (was.lawDate !== is.lawDate) {
        const all = once(laws, `${engine.sha256} ${was.lawDate} ${is.lawDate}`, () =>
          changesBetween(engine.pack, was.lawDate, is.lawDate),
        )
        why.push(`the law date is ${is.lawDate}, was ${was.lawDate}`, ...sayChanges(all, found))
      }
      if (was.pack.sha256 !== is.pack.sha256) {
        const all = once(laws, `${was.pack.sha256} ${is.pack.sha256}`, () =>
          changesOfPack(engines(was.pack.sha256, 'en').pack, engine.pack),
        )
        why.push(
          `the rule pack is ${is.pack.id} (${is.pack.sha256.slice(0, 12)}), was ${was.pack.id} (${was.pack.sha256.slice(0, 12)})`,
          ...sayChanges(all, found),
        )
      }
      return why
    },
    ofLists: (before, after) => {
      const [was, is] = [before.basis.lists, after.basis.lists]
      if (areSame(was, is)) return whyScreened(before, after, { lists: [], entries: [] })
      const [older, newer] = [lists(before), lists(after)]
      if (older === undefined || newer === undefined)
        return [
          `the parties were ${older === undefined ? 'not screened then' : 'screened then, and not now'}`,
        ]
      const key = [...was, ...is].map(({ id, date, sha256 }) => `${id} ${date} ${sha256}`).join()
      const changed = once(changes, key, () => changedLists(older.file, newer.file))
      const named = whyScreened(before, after, changed)
      return [...sayListChanges(changed.lists), ...named]
    },
  }
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

const MANY = 8

/** The changes of provisions that differ; where none is named, all changes, as possible causes. */
function sayChanges(all: readonly LawChange[], found: readonly Difference[]): string[] {
  const named = new Set(found.map(({ provision }) => provision))
  const touched = all.filter(({ id }) => named.has(id))
  const told = touched.length > 0 ? touched : all
  return [
    ...told.slice(0, MANY).map(({ id, change, how }) => [`${id} ${change}`, ...how].join(', ')),
    ...(told.length > MANY ? [`and ${told.length - MANY} more changes`] : []),
  ]
}
