import { Option, type Command } from 'commander'
import type { AddCommand } from '../terminal.ts'
import type { CoverageFlags } from './rules/coverage.ts'
import type { LintFlags } from './rules/lint.ts'
import type { ListFlags } from './rules/list.ts'
import type { ShowFlags } from './rules/show.ts'

/** `licet rules list | show | coverage | lint`: the law as the rule pack has it, and its mistakes. */
export const addRules: AddCommand = (program, terminal, done) => {
  const rules = program
    .command('rules')
    .description(
      'list, show and lint the provisions of the rule pack, and say how far it has the law',
    )

  judged(
    rules.command('list').description('provisions, with their citation and their status on a day'),
  )
    .option('--status <status>', 'only those of this status, such as in-force or proposed')
    .option('--kind <kind>', 'only those of this kind, such as requirement or exception')
    .action(async (flags: ListFlags) => {
      const { list } = await import('./rules/list.ts')
      done(list(flags, terminal))
    })

  judged(
    rules
      .command('show')
      .description('one provision: its texts, conditions, enforcement and sources'),
  )
    .argument('<id>', 'id such as ear.740.8.nac; the start of an id lists all that begin so')
    .action(async (id: string, flags: ShowFlags) => {
      const { show } = await import('./rules/show.ts')
      done(show(id, flags, terminal))
    })

  written(
    rules.command('coverage').description('how far the rule pack has the law, by part and section'),
  ).action(async (flags: CoverageFlags) => {
    const { coverage } = await import('./rules/coverage.ts')
    done(coverage(flags, terminal))
  })

  rules
    .command('lint')
    .description('find mistakes in a folder of rules')
    .argument('[folder]', 'folder of rules', 'rules')
    .option(
      '--as-of <date>',
      'day from which staleness is counted; the knowledge date of the pack where left out',
    )
    .option('--cases <folder>', 'legal cases, to find thresholds that none of them tests')
    .addOption(
      new Option('--format <format>', 'form of the findings')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .action(async (folder: string, flags: LintFlags) => {
      const { lintRules } = await import('./rules/lint.ts')
      done(lintRules(folder, flags, terminal))
    })
}

const judged = (command: Command): Command =>
  written(command.option('--as-of <date>', 'law date; today where left out'))

const written = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ko']).default('en'),
    )
