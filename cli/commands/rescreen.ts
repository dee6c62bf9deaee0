import { screenFile, type FileFlags } from '../screening/screen-file.ts'
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
  command.action(async (file: string, { since, ...flags }: Flags) => {
    done(await screenFile(file, flags, terminal, since))
  })
}
