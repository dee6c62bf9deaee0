import { Fault } from '../../src/errors.ts'
import type { Hands } from '../../src/batch/hands.ts'
import { readCache, type CacheBasis } from '../../src/batch/party-cache.ts'
import { NOTHING, ofKey, type Verdict } from '../../src/batch/parties.ts'
import type { Drift } from '../../src/batch/list-drift.ts'
import type { OlderLists } from '../../src/batch/touched.ts'
import { storeFolder, versionNamed } from '../../src/lists/store.ts'
import type { Terminal } from '../terminal.ts'
import type { BatchFiles } from './files.ts'

/** The verdicts of the last run of a table, and what they rested on. */
export interface LastRun {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly basis: CacheBasis
  /** Its lists, where those of today are others and the change is to be looked at. */
  readonly olderLists?: OlderLists
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
  const { pack, lists } = found.basis
  const isOther = (['engine', 'clearances', 'lang', 'close'] as const).some(
    (one) => found.basis[one] !== basis[one],
  )
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
      olderLists: {
        index: versionNamed(storeFolder(process.env), found.basis.version).file,
        drift: found.basis.drift,
      },
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

/** Verdicts that hold, and how the lists have moved under them; undefined where they have not moved. */
export interface Held {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly drift?: Drift
}

/**
 * The verdicts of the last run that still hold: all by which nothing was found, nor anything close to a hit, but
 * those of parties that a change of the lists may touch. Hands are told of those by which nothing was found.
 */
export async function holding(
  last: LastRun | undefined,
  hands: Hands,
  terminal: Terminal,
): Promise<Held> {
  if (last === undefined) return { verdicts: new Map() }
  const held = await untouched(last, hands, terminal)
  const nothing = [...held.verdicts].flatMap(([key, one]) => (one === NOTHING ? key : []))
  await hands.hold(nothing.slice(0, MOST_TOLD))
  return held
}

/** Keys that each thread is told of; it asks about others one by one. */
const MOST_TOLD = 250_000

async function untouched(
  { verdicts, olderLists, basis }: LastRun,
  hands: Hands,
  { stderr }: Terminal,
): Promise<Held> {
  if (olderLists === undefined) return { verdicts, drift: basis.drift }
  const nothing = [...verdicts].filter(
    ([, { found, close, reached }]) => found === '' && close !== true && reached === 'none',
  )
  const groups: (readonly (readonly [string, Verdict])[])[] = []
  for (let i = 0; i < nothing.length; i += TOGETHER) groups.push(nothing.slice(i, i + TOGETHER))
  const [drift, touched] = await Promise.all([
    hands.drift(olderLists),
    Promise.all(
      groups.map((some) =>
        hands.touched(
          some.map(([key]) => ofKey(key)),
          olderLists,
        ),
      ),
    ),
  ])
  const held = new Map<string, Verdict>()
  for (const [i, group] of groups.entries())
    for (const [k, [key, verdict]] of group.entries()) if (!touched[i]![k]) held.set(key, verdict)
  stderr.write(
    `since ${basis.version}: ${verdicts.size - held.size} of ${verdicts.size} parties are screened again\n`,
  )
  return { verdicts: held, drift }
}
