import { Option } from 'commander'
import { Fault } from '../../src/errors.ts'
import { dateFault } from '../../src/facts/fact-schema.ts'
import { suggest } from '../../src/suggest.ts'
import type { AddCommand } from '../terminal.ts'
import { judgingOptions, partyOptions } from './check.ts'

const FORMATS = ['text', 'json', 'pdf', 'sarif', 'github'] as const
export type RolloutFormat = (typeof FORMATS)[number]

/** `licet rollout MANIFEST`: what may be switched on where, for every feature, model, place and customer. */
export const addRollout: AddCommand = (program, terminal, done) => {
  const command = program
    .command('rollout')
    .description('judge where features may be switched on: models x features x places x customers')
    .argument('<manifest>', 'rollout manifest in YAML or JSON, or - for standard input')
    .addOption(
      new Option('--as-of <date>', 'law date, instead of those of the manifest; may be repeated')
        .argParser(dateOf)
        .default([], "the manifest's, or today"),
    )
  for (const option of [...judgingOptions(), ...partyOptions()]) {
    if (option.long !== '--as-of') command.addOption(option)
  }
  command
    .option('--since <file>', 'JSON of an earlier run, to show which cells differ from it')
    .option(
      '--cell <name>',
      'one cell whole, as `licet check` shows it: IR:api, IR:api:model:customers',
    )
    .option('--case', 'with --cell: its transaction as a case for `licet check`')
    .option('--explain', 'with --cell: show the proofs')
    .addOption(
      new Option('--format <format>', `${FORMATS.join(', ')}; may be repeated`)
        .argParser(formatOf)
        .default([], 'text'),
    )
    .option('--out <folder>', 'write files here; PDF goes to the current folder otherwise')
  command.action(async (file: string, flags) => {
    const { runRollout } = await import('../rollout/run.ts')
    done(await runRollout(file, flags, terminal))
  })
}

function dateOf(value: string, earlier: readonly string[]): string[] {
  const fault = dateFault(value)
  if (fault === undefined) return [...earlier, value]
  throw new Fault(4, [{ code: 'bad-date', message: fault, at: { file: '--as-of' } }])
}

function formatOf(value: string, earlier: readonly RolloutFormat[]): RolloutFormat[] {
  const found = FORMATS.find((format) => format === value)
  if (found !== undefined) return [...earlier, found]
  const near = suggest(value, FORMATS)
  const help =
    near === undefined ? `formats are ${FORMATS.join(', ')}` : `did you mean \`${near}\`?`
  const issue = {
    code: 'bad-format',
    message: `unknown format \`${value}\``,
    at: { file: '--format' },
  }
  throw new Fault(4, [{ ...issue, help }])
}
