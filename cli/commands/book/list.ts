import { Option, type Command } from 'commander'
import { entriesIn } from '../../../src/book/book.ts'
import { rowsOf, type Row } from '../../../src/book/index-rows.ts'
import { caseOf } from '../../../src/book/records.ts'
import { search } from '../../../src/book/search.ts'
import { standings } from '../../../src/book/standings.ts'
import { layOut } from '../../../src/report/lines.ts'
import { filterOptions, queryOf, type Filters } from '../../book/filters.ts'
import { bookOf, bookOption, type BookFlags } from '../../book/open.ts'
import { widthOf, type AddCommand, type Terminal } from '../../terminal.ts'

interface Flags extends BookFlags, Filters {
  readonly all?: boolean
  readonly format: 'text' | 'json'
}

const filters = (command: Command): Command =>
  filterOptions(command.addOption(bookOption()))
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
  const opened = bookOf(flags)
  const rows = rowsOf(opened)
  const found = search(rows, { ...queryOf(flags), text, superseded: flags.all })
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
