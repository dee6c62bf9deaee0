import { Option } from 'commander'
import { cpus } from 'node:os'
import { Fault } from '../../src/errors.ts'
import { ENCODINGS } from '../../src/batch/read/encoding.ts'
import type { BatchFlags } from '../batch/batch.ts'
import type { AddCommand } from '../terminal.ts'
import { judgingOptions, partyOptions } from './check.ts'

/** `licet batch FILE`: judges every row of a table, however many it has. */
export const addBatch: AddCommand = (program, terminal, done) => {
  const command = program
    .command('batch')
    .description('judge every row of a table: CSV, Excel, Parquet or NDJSON')
    .argument('<file>', 'deals.csv, .csv.gz, .xlsx, .parquet or .ndjson')
    .option('--map <mapping>', 'how the columns are read; guessed from the headings where left out')
    .option('--yes', 'take the guess for confirmed')
    .option('--out <file>', 'results: .csv, .ndjson, .xlsx or .parquet')
    .addOption(
      new Option(
        '--summary <file>',
        'counts, a map, and what most needs a person: .pdf or .xlsx; may be repeated',
      ).argParser((name: string, earlier: readonly string[] | undefined) => [
        ...(earlier ?? []),
        name,
      ]),
    )
    .option(
      '--changed-since <version>',
      'screen again only what changed since the lists or the rule pack of the last run can touch',
    )
    .option('--resume', 'take up a run that was cut short')
    .addOption(
      new Option('--on-error <what>', 'a bad row is reported and passed over, or stops the run')
        .choices(['report', 'stop'])
        .default('report'),
    )
    .addOption(
      new Option('--workers <number>', 'threads that decide')
        .argParser(workersOf)
        .default(Math.min(4, cpus().length)),
    )
    .addOption(
      new Option('--chunk <rows>', 'rows that are decided together')
        .argParser(rowsOf('--chunk'))
        .default(5000),
    )
    .addOption(
      new Option(
        '--encoding <name>',
        'letters of the file, where they are not told rightly',
      ).choices(ENCODINGS),
    )
    .addOption(
      new Option('--sheet <name>', 'a sheet that is read; may be repeated').argParser(
        (name: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), name],
      ),
    )
    .option('--delimiter <letter>', 'what stands between cells, where it is not told rightly')
    .addOption(
      queueOption('spread the rows over the workers (licet work) at this PostgreSQL server'),
    )
    .addOption(
      new Option('--chunk-rows <rows>', 'rows that a worker at the queue takes at once')
        .argParser(rowsOf('--chunk-rows'))
        .default(50_000),
    )
    .addOption(
      new Option('--lease <seconds>', 'after which the rows of a silent worker go to another')
        .argParser(secondsOf('--lease'))
        .default(30),
    )
    .addOption(patienceOption())
  for (const option of [...judgingOptions(), ...partyOptions()]) command.addOption(option)
  command.action(async (file: string, flags: BatchFlags) => {
    const { batch } = await import('../batch/batch.ts')
    done(await batch(file, flags, terminal))
  })
}

const workersOf = (text: string): number => wholeFrom(text, 64, '--workers')
const rowsOf =
  (file: string) =>
  (text: string): number =>
    wholeFrom(text, 100_000, file)

export const queueOption = (what: string): Option => new Option('--queue <postgres-url>', what)

export const patienceOption = (): Option =>
  new Option('--patience <seconds>', 'for which the PostgreSQL server may be away')
    .argParser(secondsOf('--patience'))
    .default(60)

const secondsOf =
  (file: string) =>
  (text: string): number =>
    wholeFrom(text, 86_400, file)

function wholeFrom(text: string, most: number, file: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= most) return count
  throw new Fault(4, [
    {
      code: 'usage',
      message: `\`${text}\` is out of range`,
      at: { file },
      help: `a whole number from 1 to ${most}`,
    },
  ])
}
