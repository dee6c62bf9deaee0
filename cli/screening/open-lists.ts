import { join } from 'node:path'
import { Fault } from '../../src/errors.ts'
import { CLEARANCES, deciderOf, readClearances } from '../../src/lists/clearances.ts'
import type { AnswerOptions } from '../../src/screening/answer.ts'
import { agesOf, type ListAge } from '../../src/screening/list-age.ts'
import { listsOn, sayAccepted } from '../../src/screening/screen-party.ts'
import { sayStale } from '../../src/report/screened.ts'
import { currentFile, readIndex, sharedOf, storeFolder, versionOf } from '../../src/lists/store.ts'
import { hasOtherScript, plain } from '../../src/screening/fold.ts'
import type { IndexFile } from '../../src/screening/index-file.ts'
import { screenerOf, type Screener } from '../../src/screening/screen.ts'

/** The lists that a command screens against. */
export interface OpenLists {
  readonly file: IndexFile
  readonly screener: Screener
  readonly version: string
  /** The index as it was read, for other threads. */
  readonly shared: SharedArrayBuffer | undefined
  readonly ages: readonly ListAge[]
  /** What no hit is worth nothing for: past their limit, lists on which it matters not to stand. */
  readonly stale: readonly ListAge[]
  /** What people have decided about hits. */
  readonly decide: NonNullable<AnswerOptions['decide']>
}

export interface ListFlags {
  readonly lists?: string
  readonly requireFresh?: boolean
  readonly maxAge?: number
  readonly acceptStale?: boolean
}

/**
 * Opens the lists in use, or the version asked for, ready for names in any script where one needs it.
 * @throws Fault (exit 3) where there are none, or freshness is demanded and a list is stale.
 */
export async function openLists(
  { lists, requireFresh, maxAge }: ListFlags,
  today: string,
  names: readonly string[] | 'any script',
  shared?: SharedArrayBuffer,
): Promise<OpenLists> {
  const file = readIndex(currentFile(storeFolder(process.env), lists), shared)
  const ages = agesOf(file.meta, today, maxAge)
  const stale = ages.filter((list) => list.stale)
  if (requireFresh === true && stale.length > 0) {
    throw new Fault(
      3,
      stale.map(({ code, title, date, ageDays, staleAfter }) => ({
        code: 'stale-list',
        message: `${title} is of ${date}, ${ageDays} days old; it is stale after ${staleAfter}`,
        at: { file: code },
        help: 'run `licet lists update`',
      })),
    )
  }
  const needsRomanizers =
    names === 'any script' || names.some((name) => hasOtherScript(plain(name)))
  const romanizers = needsRomanizers
    ? await (await import('../../src/screening/romanizers.ts')).loadRomanizers()
    : undefined
  const decisions = readClearances(join(storeFolder(process.env), '..', CLEARANCES))
  let screener: Screener | undefined
  return {
    file,
    // Made when it is asked for: a run in threads has one in each, and needs none of its own.
    get screener() {
      return (screener ??= screenerOf(file, romanizers))
    },
    version: versionOf(file),
    shared: sharedOf(file),
    ages,
    stale: listsOn(file.meta, today, { mostDays: maxAge }).stale,
    decide: deciderOf(decisions, today),
  }
}

/** The lists as the basis of an answer. */
export const basisOf = ({ version, ages }: OpenLists): object => ({
  listsVersion: version,
  lists: ages.map(({ code, date, entries, sha256, ageDays, staleAfter, stale }) => ({
    code,
    date,
    entries,
    sha256,
    ageDays,
    staleAfter,
    stale,
  })),
})

/** Whether no hit is a question, since lists are stale and nobody has accepted that. */
export const isOpen = ({ stale }: OpenLists, { acceptStale }: ListFlags): boolean =>
  stale.length > 0 && acceptStale !== true

/** What is said beside a name without a hit where lists are stale. */
export function noteOfStale({ stale }: OpenLists, { acceptStale }: ListFlags): string | undefined {
  if (stale.length === 0) return undefined
  return acceptStale === true ? sayAccepted(stale) : sayStale(stale)
}
