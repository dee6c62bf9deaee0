import { Option } from 'commander'
import { fault } from '../../../src/book/faults.ts'
import { dateFault } from '../../../src/facts/fact-schema.ts'
import { replay, type Replayed, type With } from '../../../src/replay/replay.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { bookOf, bookOption, type BookFlags } from '../../book/open.ts'
import { sayDifference } from '../../book/said.ts'
import type { AddCommand, Terminal } from '../../terminal.ts'

interface Flags extends BookFlags {
  readonly since?: string
  readonly latest?: boolean
  readonly with: With['of']
  readonly format: 'text' | 'json'
}

/** `licet book replay`: exit 0 where every answer is the same, 1 where one differs or can't be given. */
export const addReplay: AddCommand = (book, terminal, done) => {
  book
    .command('replay')
    .description('judge filed cases again and report every difference and why')
    .argument('[record...]', 'records or cases; all where none is named')
    .addOption(bookOption())
    .option('--since <date>', 'filed on this day or later')
    .option('--latest', 'without versions that a later one took the place of')
    .addOption(
      new Option(
        '--with <law>',
        'then: pack, lists and law date of then; pack: those of now on the law date of then; today: all of now',
      )
        .choices(['then', 'pack', 'today'])
        .default('then'),
    )
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action((ids: string[], flags: Flags) => {
      const wrong = flags.since === undefined ? undefined : dateFault(flags.since)
      if (wrong !== undefined) throw fault('bad-date', wrong, '--since')
      const which = {
        ids: ids.length === 0 ? undefined : ids,
        since: flags.since,
        latestOnly: flags.latest,
      }
      const opened = bookOf(flags)
      const found: Replayed[] = []
      let [same, other] = [0, 0]
      for (const one of replay(opened, withOf(flags, terminal), which)) {
        if (isSame(one)) same += 1
        else other += 1
        if (flags.format === 'json') found.push(one)
        else if (!isSame(one)) terminal.stdout.write(`${sayReplayed(one)}\n`)
      }
      if (same + other === 0 && ids.length > 0)
        throw fault('unknown-record', `the book holds no record ${ids.join(', ')}`, 'book')
      terminal.stdout.write(
        flags.format === 'json'
          ? `${JSON.stringify(found, null, 2)}\n`
          : `${same} the same, byte for byte; ${other} not\n`,
      )
      done(other > 0 ? 1 : 0)
    })
}

function withOf(flags: Flags, terminal: Terminal): With {
  switch (flags.with) {
    case 'then':
      return { of: 'then' }
    case 'pack':
      return { of: 'pack', engine: loadEngine() }
    case 'today':
      return { of: 'today', engine: loadEngine(), lawDate: terminal.today() }
  }
}

const isSame = ({ sha256, again }: Replayed): boolean => sha256 === again

const SHOWN = 12

function sayReplayed({ record, outcome, differences, why }: Replayed): string {
  const change =
    outcome.again === null
      ? 'could not be judged again'
      : outcome.filed === outcome.again
        ? `${outcome.filed}, but not the same`
        : `${outcome.filed} -> ${outcome.again}`
  const more = differences.length - SHOWN
  return [
    `${record}: ${change}`,
    ...differences.slice(0, SHOWN).map((one) => `  ${sayDifference(one)}`),
    ...(more > 0 ? [`  and ${more} more; --format json has them all`] : []),
    ...why.map((line) => `  why: ${line}`),
  ].join('\n')
}
