import { listChange, type ListChange } from '../../src/lists/affected.ts'
import { readIndex, storeFolder, versionNamed } from '../../src/lists/store.ts'
import type { Answer } from '../../src/screening/answer.ts'
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
    let change: ListChange | undefined
    const judge = (lists: OpenLists, subject: Answer['query']): Answer | undefined => {
      change ??= listChange(older, lists.screener, flags.threshold, romanizers)
      const found = change.affected(subject, lists)
      if (found === undefined) return undefined
      if (found.now.status !== 'no-hit' || found.before.hits.length === 0) return found.now
      const { before } = found
      const ids = before.hits.map(({ id }) => id).join(', ')
      return { ...before, notComparable: [`no longer listed so: ${ids}`] }
    }
    done(await screenFile(file, flags, terminal, judge))
  })
}
