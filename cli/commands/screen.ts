import { Option } from 'commander'
import { Fault } from '../../src/errors.ts'
import { layOut } from '../../src/report/lines.ts'
import { answer, isBand, type Answer, type Threshold } from '../../src/screening/answer.ts'
import { BANDS } from '../../src/screening/score.ts'
import { suggest } from '../../src/suggest.ts'
import { VERSION } from '../../src/version.ts'
import { answerLines, listLines } from '../../src/report/screened.ts'
import {
  basisOf,
  isOpen,
  noteOfStale,
  openLists,
  type ListFlags,
  type OpenLists,
} from '../screening/open-lists.ts'
import { daysOf } from '../screening/days.ts'
import { wantsColor, widthOf, type AddCommand, type Terminal } from '../terminal.ts'

interface Flags extends ListFlags {
  readonly country?: string
  readonly address?: string
  readonly threshold: Threshold
  readonly format: 'text' | 'json' | 'csv' | 'pdf'
  readonly out?: string
  readonly explain?: boolean
  readonly file?: string
  readonly nameColumn?: string
  readonly countryColumn?: string
  readonly addressColumn?: string
}

/** The options that decide what is screened against, and from where it alerts. */
export const screeningOptions = (): Option[] => [
  new Option('--threshold <band>', 'exact, strong, review, near, or a score from 0 to 100')
    .argParser(thresholdOf)
    .default('review'),
  new Option('--lists <version>', 'version of the lists; the current one where left out'),
  new Option('--require-fresh', 'stop with exit 3 where a list is stale'),
  new Option('--max-age <days>', 'days after which any list is stale').argParser(daysOf),
  new Option('--accept-stale', 'let no hit on stale lists count as none: exit 0'),
]

/** The options that say where in a file of counterparties things stand, and where the answer goes. */
export const columnOptions = (): Option[] => [
  new Option('--name-column <column>', 'column of the names: its heading, or a letter'),
  new Option('--country-column <column>', 'column of the countries'),
  new Option('--address-column <column>', 'column of the addresses'),
  new Option('--out <file>', 'write the answer here; .csv, .jsonl or .xlsx for a file of names'),
  new Option(
    '--workers <count>',
    'threads for a file; one for each processor, at most 4',
  ).argParser(workersOf),
]

/** `licet screen NAME`: the listed parties that a name may be, best first, each with what follows. */
export const addScreen: AddCommand = (program, terminal, done) => {
  const command = program
    .command('screen')
    .description('screen a name, or a file of names, against the U.S. lists')
    .argument('[name]', 'name of a party, in any script')
    .option('--country <code>', 'its country, ISO 3166-1 alpha-2')
    .option('--address <text>', 'its address')
    .option('--file <file>', 'a CSV or XLSX file of counterparties')
  for (const option of [...columnOptions(), ...screeningOptions()]) command.addOption(option)
  command
    .addOption(
      new Option('--format <format>', 'text, json, csv, pdf')
        .choices(['text', 'json', 'csv', 'pdf'])
        .default('text'),
    )
    .option('--explain', 'show what every score is made of')
    .action(async (name: string | undefined, flags: Flags) => {
      if (flags.file !== undefined) {
        const { screenFile } = await import('../screening/screen-file.ts')
        return done(await screenFile(flags.file, flags, terminal))
      }
      if (name === undefined || name.trim() === '')
        throw usage('nothing to screen', 'name a party, or a file: --file counterparties.csv')
      const lists = await openLists(flags, terminal.today(), [name])
      const subject = {
        name,
        ...(flags.country !== undefined && { country: countryOf(flags.country) }),
        ...(flags.address !== undefined && { address: flags.address }),
      }
      const answered = answer(lists.screener, subject, flags.threshold, { decide: lists.decide })
      await write(answered, lists, flags, terminal)
      done(answered.status === 'no-hit' && !isOpen(lists, flags) ? 0 : 2)
    })
}

async function write(
  answered: Answer,
  lists: OpenLists,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  const { toFileOrScreen } = await import('../screening/write-out.ts')
  switch (flags.format) {
    case 'json':
      return toFileOrScreen(
        `${JSON.stringify(asJson(answered, lists, flags), null, 2)}\n`,
        flags.out,
        terminal,
      )
    case 'csv': {
      const { csvOf } = await import('../screening/hit-rows.ts')
      return toFileOrScreen(csvOf([answered], noteOfStale(lists, flags)), flags.out, terminal)
    }
    case 'pdf': {
      const { screeningPdf } = await import('../../src/report/pdf/screening.ts')
      const { loadEngine } = await import('../../src/rules/load.ts')
      const record = asJson(answered, lists, flags)
      const lines = [
        ...answerLines(answered, true, isOpen(lists, flags)),
        ...listLines(lists.version, lists.ages, flags.acceptStale === true),
      ]
      const bytes = await screeningPdf(
        lines,
        record,
        answered.query.name,
        { date: newestOf(lists), engine: VERSION },
        loadEngine().wording,
      )
      return toFileOrScreen(bytes, flags.out ?? 'screening.pdf', terminal)
    }
    case 'text': {
      const lines = [
        ...answerLines(answered, flags.explain === true, isOpen(lists, flags)),
        ...listLines(lists.version, lists.ages, flags.acceptStale === true),
      ]
      const toScreen = flags.out === undefined
      return toFileOrScreen(
        layOut(lines, {
          width: toScreen ? widthOf(terminal) : 80,
          color: toScreen && wantsColor(terminal),
        }),
        flags.out,
        terminal,
      )
    }
  }
}

/** The day of the newest list: nothing in an answer comes from a clock but the age of its lists. */
const newestOf = ({ ages }: OpenLists): string =>
  ages.reduce((newest, { date }) => (date > newest ? date : newest), '')

/** An answer with the lists that it rests on. */
const asJson = (answered: Answer, lists: OpenLists, flags: ListFlags): object => ({
  ...answered,
  stale: noteOfStale(lists, flags) ?? null,
  basis: { engine: VERSION, ...basisOf(lists) },
})

function thresholdOf(text: string): Threshold {
  if (isBand(text)) return text
  const score = Number(text)
  if (text.trim() !== '' && score >= 0 && score <= 100) return score
  const near = suggest(text, BANDS)
  throw usage(
    `unknown threshold \`${text}\``,
    near === undefined
      ? `${BANDS.join(', ')}, or a score from 0 to 100`
      : `did you mean \`${near}\`?`,
    '--threshold',
  )
}

function workersOf(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0 && count <= 64) return count
  throw usage(`\`${text}\` is no number of threads`, 'a whole number from 1 to 64', '--workers')
}

function countryOf(text: string): string {
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{2}(-\d{2})?$/.test(code)) return code
  throw usage(`\`${text}\` is no country code`, 'ISO 3166-1 alpha-2, such as CN', '--country')
}

const usage = (message: string, help: string, file = 'screen'): Fault =>
  new Fault(4, [{ code: 'usage', message, at: { file }, help }])
