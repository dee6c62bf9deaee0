import { changesBetween } from '../../src/lists/diff.ts'
import { readIndex, storeFolder, versionNamed } from '../../src/lists/store.ts'
import { answer, type Answer } from '../../src/screening/answer.ts'
import { screenerOf } from '../../src/screening/screen.ts'
import { screenFile, type FileFlags } from '../screening/screen-file.ts'
import type { OpenLists } from '../screening/open-lists.ts'
import type { AddCommand } from '../terminal.ts'
import { columnOptions, screeningOptions } from './screen.ts'

interface Flags extends FileFlags {
  readonly since: string
}

/** `licet rescreen --since VERSION FILE`: the counterparties that a change of the lists can affect. */
export const addRescreen: AddCommand = (program, terminal, done) => {
  const command = program
    .command('rescreen')
    .description('screen a file again, against what changed in the lists since a version')
    .argument('<file>', 'a CSV or XLSX file of counterparties')
    .requiredOption('--since <version>', 'version of the lists that the file was screened against')
  for (const option of columnOptions()) command.addOption(option)
  for (const option of screeningOptions()) command.addOption(option)
  command.action(async (file: string, flags: Flags) => {
    const older = readIndex(versionNamed(storeFolder(process.env), flags.since).file)
    const romanizers = await (await import('../../src/screening/romanizers.ts')).loadRomanizers()
    const before = screenerOf(older, romanizers)
    let changed: { now: ReadonlySet<number>; gone: ReadonlySet<number> } | undefined
    const judge = (lists: OpenLists, subject: Answer['query']): Answer | undefined => {
      changed ??= changedEntries(lists, older)
      const now = answer(lists.screener, subject, flags.threshold, {
        only: changed.now,
        decide: lists.decide,
      })
      if (now.status !== 'no-hit') return now
      const then = answer(before, subject, flags.threshold, { only: changed.gone })
      return then.hits.length === 0
        ? undefined
        : {
            ...then,
            notComparable: [`no longer listed so: ${then.hits.map(({ id }) => id).join(', ')}`],
          }
    }
    done(await screenFile(file, flags, terminal, judge))
  })
}

/** Entries that are new or other in the lists in use, and those that are gone or were other before. */
function changedEntries(
  { screener }: OpenLists,
  older: Parameters<typeof changesBetween>[0],
): { now: ReadonlySet<number>; gone: ReadonlySet<number> } {
  const changes = changesBetween(older, screener.file)
  const back = changesBetween(screener.file, older)
  return {
    now: new Set(changes.filter(({ kind }) => kind !== 'removed').map(({ entry }) => entry)),
    gone: new Set(back.filter(({ kind }) => kind !== 'removed').map(({ entry }) => entry)),
  }
}
