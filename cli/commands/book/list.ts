import { Option, type Command } from 'commander'
import { entriesIn } from '../../../src/book/book.ts'
import { KINDS } from '../../../src/book/entry.ts'
import { fault } from '../../../src/book/faults.ts'
import { rowsOf, type Row } from '../../../src/book/index-rows.ts'
import { DECISIONS } from '../../../src/book/bodies.ts'
import { caseOf } from '../../../src/book/records.ts'
import { search, type Query } from '../../../src/book/search.ts'
import { standings } from '../../../src/book/standings.ts'
import { OUTCOMES } from '../../../src/determination.ts'
import { dateFault } from '../../../src/facts/fact-schema.ts'
import { layOut } from '../../../src/report/lines.ts'
import { bookOf, bookOption, type BookFlags } from '../../book/open.ts'
import { widthOf, type AddCommand, type Terminal } from '../../terminal.ts'

interface Flags extends BookFlags, Omit<Query, 'text' | 'superseded'> {
  readonly all?: boolean
  readonly ref?: string
  readonly format: 'text' | 'json'
}

const filters = (command: Command): Command =>
  command
    .addOption(bookOption())
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
    .option('--all', 'earlier versions of a case too')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )

/** `licet book list`: what was filed, by party, item, country, outcome, person, date, list version. */
export const addList: AddCommand = (book, terminal, done) => {
  filters(book.command('list'))
    .description('list records by party, item, country, outcome, person, date or list')
    .action((flags: Flags) => {
      list(flags, undefined, terminal)
      done(0)
    })
}

/** `licet book search TEXT`: the same over everything that can be searched. */
export const addSearch: AddCommand = (book, terminal, done) => {
  filters(book.command('search').argument('<text>', 'what to look for'))
    .description('find records by any of their words')
    .action((text: string, flags: Flags) => {
      list(flags, text, terminal)
      done(0)
    })
}

function list(flags: Flags, text: string | undefined, terminal: Terminal): void {
  const { stdout } = terminal
  for (const day of [flags.since, flags.until]) {
    const wrong = day === undefined ? undefined : dateFault(day)
    if (wrong !== undefined) throw fault('bad-date', wrong, '--since, --until')
  }
  const opened = bookOf(flags)
  const rows = rowsOf(opened)
  const found = search(rows, {
    ...flags,
    text,
    reference: flags.ref,
    superseded: flags.all,
    kind: flags.kind,
  })
  if (flags.format === 'json') return void stdout.write(`${JSON.stringify(found, null, 2)}\n`)
  const standing = standings(opened, entriesIn(opened))
  const lines = found.map((row) => ({ lead: `${row.seq} | `, text: sayRow(row, standing) }))
  const counted = { lead: '', text: `${found.length} of ${rows.length} entries` }
  stdout.write(layOut([...lines, counted], { width: widthOf(terminal) }))
}

function sayRow(row: Row, standing: ReadonlyMap<string, string>): string {
  const { at, kind, record, by, deal, decision } = row
  const what =
    deal === undefined
      ? [decision ?? kind, record ?? '']
      : [
          caseOf(record!) === '' ? '' : record!,
          deal.outcome,
          standing.get(record!) ?? '',
          deal.parties.join(', '),
        ]
  return [at.slice(0, 16).replace('T', ' '), ...what, by].filter((part) => part !== '').join(' | ')
}
