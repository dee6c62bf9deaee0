import { addDays } from 'date-fns/addDays'
import { Option } from 'commander'
import { dueBy, type Due } from '../../src/book/due.ts'
import { fault } from '../../src/book/faults.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { layOut } from '../../src/report/lines.ts'
import { bookOf, bookOption, type BookFlags } from '../book/open.ts'
import { widthOf, type AddCommand } from '../terminal.ts'

interface Flags extends BookFlags {
  readonly within: string
  readonly format: 'text' | 'json'
}

/** `licet due`: what has a day: duties, conditions, notices, expiries and retention, the earliest first. */
export const addDue: AddCommand = (program, terminal, done) => {
  program
    .command('due')
    .description('duties, conditions, notices and licenses of the book by their days')
    .addOption(bookOption())
    .option('--within <days>', 'days ahead', '90')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action((flags: Flags) => {
      if (!/^\d{1,5}$/.test(flags.within))
        throw fault('bad-days', `\`${flags.within}\` is no number of days`, '--within')
      const today = terminal.today()
      const until = addDays(`${today}T12:00:00Z`, Number(flags.within)).toISOString().slice(0, 10)
      const all = dueBy(bookOf(flags), loadEngine().pack, today, until)
      if (flags.format === 'json') terminal.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
      else {
        const lines = all.map((one) => ({ lead: `${one.day} `, text: sayDue(one, today) }))
        const counted = { lead: '', text: `${all.length} due by ${until}` }
        terminal.stdout.write(layOut([...lines, counted], { width: widthOf(terminal) }))
      }
      done(0)
    })
}

const sayDue = ({ day, kind, of, text }: Due, today: string): string =>
  [...(day < today ? ['overdue'] : []), kind, of, text].join(' | ')
