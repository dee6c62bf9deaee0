import { Fault } from '../../src/errors.ts'
import type { Hands } from '../../src/batch/hands.ts'
import { readCache, type CacheBasis } from '../../src/batch/party-cache.ts'
import { ofKey, type Verdict } from '../../src/batch/parties.ts'
import { storeFolder, versionNamed } from '../../src/lists/store.ts'
import type { Terminal } from '../terminal.ts'
import type { BatchFiles } from './files.ts'

/** The verdicts of the last run of a table, and what they rested on. */
export interface LastRun {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly basis: CacheBasis
  /** Index file of its lists, where those of today are others and the change is to be looked at. */
  readonly olderLists?: string
}

/**
 * The last run of a table, where its verdicts may still hold.
 * @throws Fault (exit 4) where a run names a version since which it goes on, and the last was on another.
 */
export function lastRun(
  { parties, out }: BatchFiles,
  basis: CacheBasis | undefined,
  { changedSince }: { readonly changedSince?: string },
): LastRun | undefined {
  const found = basis === undefined ? undefined : readCache(parties)
  // A run that was killed has put its own basis in the place of the last one's.
  const isSame = found?.basis.lists === basis?.lists && found?.basis.pack === basis?.pack
  if (changedSince !== undefined && !isSame) checkSince(changedSince, found?.basis, out)
  if (found === undefined || basis === undefined) return undefined
  const { engine, clearances, lang, pack, lists } = found.basis
  const isOther = engine !== basis.engine || clearances !== basis.clearances || lang !== basis.lang
  if (isOther) return undefined
  if (pack === basis.pack && lists === basis.lists) return found
  if (changedSince === undefined) return undefined
  // The words of a question are of the pack; what says nothing holds under any.
  const verdicts =
    pack === basis.pack
      ? found.verdicts
      : new Map([...found.verdicts].filter(([, { hint }]) => hint === ''))
  return {
    basis: found.basis,
    verdicts,
    ...(lists !== basis.lists && {
      olderLists: versionNamed(storeFolder(process.env), found.basis.version).file,
    }),
  }
}

function checkSince(since: string, last: CacheBasis | undefined, out: string): void {
  const file = '--changed-since'
  if (last === undefined)
    throw new Fault(4, [
      {
        code: 'no-last-run',
        message: `${out} was not made by a run that screened its parties`,
        at: { file },
        help: 'run the batch once without --changed-since',
      },
    ])
  const names = [last.version, last.lists, last.packId, last.pack]
  if (names.some((name) => name.startsWith(since) && since !== '')) return
  throw new Fault(4, [
    {
      code: 'unknown-version',
      message: `the last run was not on \`${since}\``,
      at: { file },
      help: `it was on lists ${last.version} and rule pack ${last.packId}`,
    },
  ])
}

/** Parties looked at with one message. */
const TOGETHER = 2000

/** The verdicts of the last run that still hold: all but those of parties that a change of the lists may touch. */
export async function holding(
  last: LastRun | undefined,
  hands: Hands,
  { stderr }: Terminal,
): Promise<ReadonlyMap<string, Verdict>> {
  if (last === undefined) return new Map()
  const { verdicts, olderLists, basis } = last
  if (olderLists === undefined) return verdicts
  const all = [...verdicts]
  const groups: (readonly (readonly [string, Verdict])[])[] = []
  for (let i = 0; i < all.length; i += TOGETHER) groups.push(all.slice(i, i + TOGETHER))
  const touched = await Promise.all(
    groups.map((some) => hands.touched(some.map(([key]) => ofKey(key)))),
  )
  const held = new Map<string, Verdict>()
  for (const [i, group] of groups.entries())
    for (const [k, [key, verdict]] of group.entries())
      if (verdict.found === '' && verdict.close !== true && !touched[i]![k]) held.set(key, verdict)
  stderr.write(
    `since ${basis.version}: ${all.length - held.size} of ${all.length} parties are screened again\n`,
  )
  return held
}
