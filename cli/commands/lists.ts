import { Option } from 'commander'
import type { AddCommand } from '../terminal.ts'
import type { DiffFlags } from './lists/diff.ts'
import type { ImportFlags } from './lists/import.ts'
import type { StatusFlags } from './lists/status.ts'
import type { UpdateFlags } from './lists/update.ts'

const format = (): Option =>
  new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text')

/** `licet lists status | update | rollback | diff | import`: which lists are in use, and changing them. */
export const addLists: AddCommand = (program, terminal, done) => {
  const lists = program
    .command('lists')
    .description('the screening lists in use: their age, newer ones, and what changed')

  lists
    .command('status')
    .description('every list with its day, its entries and its age, and the versions that are here')
    .option('--faults', 'every flaw of the files that was handled')
    .option('--require-fresh', 'exit 3 where a list is stale')
    .addOption(format())
    .action(async (flags: StatusFlags) => {
      const { status } = await import('./lists/status.ts')
      done(status(flags, terminal))
    })

  lists
    .command('update')
    .description('take newer lists from their publisher, or from a file')
    .option(
      '--from <source>',
      'an HTTPS address or a file; the Consolidated Screening List otherwise',
    )
    .option('--sha256 <digest>', 'digest that the file must have')
    .option('--date <date>', 'day of the contents, where the file does not say it')
    .option('--accept-shrink', 'take lists that have lost a large part')
    .addOption(format())
    .action(async (flags: UpdateFlags) => {
      const { update } = await import('./lists/update.ts')
      done(await update(flags, terminal))
    })

  lists
    .command('rollback')
    .description('go back to an earlier version, the one before this one where none is named')
    .argument('[version]', 'version to go back to')
    .action(async (version: string | undefined) => {
      const { rollback } = await import('./lists/rollback.ts')
      done(rollback(version, terminal))
    })

  lists
    .command('diff')
    .description('entries that were added, removed or changed from one version to another')
    .argument('<old>', 'version, as `licet lists status` names it')
    .argument('[new]', 'version; the one in use where left out')
    .addOption(format())
    .action(async (older: string, newer: string | undefined, flags: DiffFlags) => {
      const { diff } = await import('./lists/diff.ts')
      done(diff(older, newer, flags, terminal))
    })

  lists
    .command('import')
    .description('add a list of your own, or take a new version of it')
    .argument('<file>', 'CSV with the column name, and aliases, country, address, remarks, id')
    .requiredOption('--as <list>', 'what the list is called: capital letters, digits and hyphens')
    .option('--title <title>', 'what it is, in words')
    .option('--date <date>', 'day of the contents; today where left out')
    .option('--accept-shrink', 'take a list that has lost a large part')
    .action(async (file: string, flags: ImportFlags) => {
      const { importList } = await import('./lists/import.ts')
      done(importList(file, flags, terminal))
    })
}
