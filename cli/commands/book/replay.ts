import { Option } from 'commander'
import { fault } from '../../../src/book/faults.ts'
import { dateFault } from '../../../src/facts/fact-schema.ts'
import { currentFile, storeFolder } from '../../../src/lists/store.ts'
import { furthest } from '../../../src/replay/differences.ts'
import { replay, type Replayed, type With } from '../../../src/replay/replay.ts'
import { layOut, type Line } from '../../../src/report/lines.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { bookOf, bookOption, type BookFlags } from '../../book/open.ts'
import { pastListsOf, searchableVersion } from '../../book/past-lists.ts'
import { sayCaused, telling } from '../../book/said.ts'
import { widthOf, type AddCommand, type Terminal } from '../../terminal.ts'

const WITH = ['then', 'pack', 'lists', 'today'] as const

interface Flags extends BookFlags {
  readonly since?: string
  readonly latest?: boolean
  readonly with: (typeof WITH)[number]
  readonly lists?: string
  readonly format: 'text' | 'json'
}

/**
 * `licet book replay`: exit 1 where an answer or its conditions differ, or one can't be given; with the law
 * and the lists of then, where one byte differs.
 */
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
        'then: pack, lists and law date of then; pack: the pack of now; lists: the lists of now; today: pack, lists and law date of now',
      )
        .choices(WITH)
        .default('then'),
    )
    .option('--lists <version>', 'version of the lists of now; the one in use where left out')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action(async (ids: string[], flags: Flags) => {
      const wrong = flags.since === undefined ? undefined : dateFault(flags.since)
      if (wrong !== undefined) throw fault('bad-date', wrong, '--since')
      const which = {
        ids: ids.length === 0 ? undefined : ids,
        since: flags.since,
        latestOnly: flags.latest,
      }
      const opened = bookOf(flags)
      const by = await withOf(flags, terminal)
      const found: Replayed[] = []
      const alikes: string[] = []
      const counts = { same: 0, alike: 0, other: 0 }
      for (const one of replay(opened, by, await pastListsOf(opened), which)) {
        const how = howMuch(one)
        counts[how] += 1
        if (flags.format === 'json') found.push(one)
        else if (how === 'other' || (how === 'alike' && by.of === 'then'))
          terminal.stdout.write(layOut(sayReplayed(one), { width: widthOf(terminal) }))
        else if (how === 'alike') alikes.push(one.record)
      }
      const { same, alike, other } = counts
      if (same + alike + other === 0 && ids.length > 0)
        throw fault('unknown-record', `the book holds no record ${ids.join(', ')}`, 'book')
      terminal.stdout.write(
        flags.format === 'json'
          ? `${JSON.stringify(found, null, 2)}\n`
          : layOut(sayCounts(counts, alikes), { width: widthOf(terminal) }),
      )
      done(other > 0 || (by.of === 'then' && alike > 0) ? 1 : 0)
    })
}

async function withOf(flags: Flags, terminal: Terminal): Promise<With> {
  if (flags.with === 'then') return { of: 'then' }
  if (flags.with === 'pack') return { of: 'pack', engine: loadEngine() }
  const today = terminal.today()
  const file = currentFile(storeFolder(process.env), flags.lists)
  const now = await searchableVersion(file, today)
  return flags.with === 'lists'
    ? { of: 'lists', now, today }
    : { of: 'today', engine: loadEngine(), now, today }
}

/** The same bytes; the same answer on the same conditions, explained otherwise; or another answer. */
function howMuch({ sha256, again, differences }: Replayed): 'same' | 'alike' | 'other' {
  if (sha256 === again) return 'same'
  return again !== null && furthest(differences) === 'explanation' ? 'alike' : 'other'
}

const sayCounts = (
  { same, alike, other }: Readonly<Record<string, number>>,
  alikes: readonly string[],
): Line[] =>
  [
    `${same} the same, byte for byte; ${alike! + other!} not`,
    ...(alikes.length === 0
      ? []
      : [`the same answer on the same conditions, explained otherwise: ${alikes.join(', ')}`]),
  ].map((text) => ({ lead: '', text }))

const SHOWN = 12

function sayReplayed(one: Replayed): Line[] {
  const { record, outcome, differences, why } = one
  const change =
    outcome.again === null
      ? 'could not be judged again'
      : outcome.filed !== outcome.again
        ? `${outcome.filed} -> ${outcome.again}`
        : howMuch(one) === 'alike'
          ? `${outcome.filed}, explained otherwise`
          : `${outcome.filed}, but not the same`
  const shown = telling(differences).slice(0, SHOWN)
  const more = differences.length - shown.length
  return [
    { lead: '', text: `${record}: ${change}` },
    ...shown.map((each) => ({ lead: '  ', text: sayCaused(each) })),
    ...(more > 0 ? [{ lead: '  ', text: `and ${more} more; --format json has them all` }] : []),
    ...why.map((text) => ({ lead: '  why: ', text })),
  ]
}
