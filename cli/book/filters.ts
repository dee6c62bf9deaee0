import { Option, type Command } from 'commander'
import { DECISIONS } from '../../src/book/bodies.ts'
import { KINDS } from '../../src/book/entry.ts'
import { fault } from '../../src/book/faults.ts'
import type { Query } from '../../src/book/search.ts'
import { OUTCOMES } from '../../src/determination.ts'
import { dateFault } from '../../src/facts/fact-schema.ts'

/** By what records are chosen: shared by every command that lists or takes out several. */
export interface Filters extends Omit<Query, 'text' | 'superseded' | 'reference'> {
  readonly ref?: string
}

export const filterOptions = (command: Command): Command =>
  command
    .option('--party <name>', 'part of the name of a party')
    .option('--item <text>', 'part of a product, or a paragraph')
    .option('--country <code>', 'country of departure, destination, transit or a party')
    .addOption(new Option('--outcome <outcome>', 'outcome').choices(OUTCOMES))
    .addOption(new Option('--decision <decision>', 'decisions of this kind').choices(DECISIONS))
    .option('--person <name>', 'who filed it')
    .option('--list <text>', 'part of the name or the date of a list that it rests on')
    .option('--ref <system=id>', 'number of the deal in another system')
    .option('--since <date>', 'filed on this day or later')
    .option('--until <date>', 'filed on this day or earlier')
    .addOption(new Option('--kind <kind>', 'entries of this kind').choices(KINDS))

/** What the flags ask for. @throws Fault (exit 4) where a day is none. */
export function queryOf({ ref, ...flags }: Filters): Query {
  for (const day of [flags.since, flags.until]) {
    const wrong = day === undefined ? undefined : dateFault(day)
    if (wrong !== undefined) throw fault('bad-date', wrong, '--since, --until')
  }
  const { party, item, country, outcome, decision, person, list, since, until, kind } = flags
  return {
    party,
    item,
    country,
    outcome,
    decision,
    person,
    list,
    since,
    until,
    kind,
    reference: ref,
  }
}

/** Whether the flags choose at all. */
export const isChoosing = (flags: Filters): boolean =>
  Object.values(queryOf(flags)).some((value) => value !== undefined)
