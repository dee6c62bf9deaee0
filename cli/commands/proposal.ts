import { Option } from 'commander'
import type { Engine } from '../../src/engine.ts'
import { say } from '../../src/errors.ts'
import { readCases, type CaseResult, type ReadCase } from '../../src/facts/read-case.ts'
import { checkProposal } from '../../src/proposal/check-proposal.ts'
import { exitOfProposals } from '../../src/proposal/exit.ts'
import type { Proposal } from '../../src/proposal/input.ts'
import type { ProposalResult } from '../../src/proposal/result.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { screenProposal, partiesIn } from '../../src/proposal/screened.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { digest, readInputsOf, readProfiles } from '../inputs.ts'
import { FORMATS, type Format } from '../outputs.ts'
import { writeProposals } from '../proposal/outputs.ts'
import { screeningFor, type Screening } from '../screening/screen-cases.ts'
import type { AddCommand, Terminal } from '../terminal.ts'
import {
  formatOf,
  judgingOptions,
  lawDateOf,
  partyOptions,
  tryLawDate,
  type CheckFlags,
  type PartyFlags,
} from './check.ts'

interface Flags extends CheckFlags, PartyFlags {
  readonly format: readonly Format[]
  readonly out?: string
  readonly explain?: boolean
}

/** `licet proposal FILE...`: judges proposals to the American AI Exports Program. */
export const addProposal: AddCommand = (program, terminal, done) => {
  const command = program
    .command('proposal')
    .description('judge proposals to the American AI Exports Program')
    .argument('<proposal...>', 'proposals in YAML or JSON: files, folders, or - for standard input')
  for (const option of [...judgingOptions(), ...partyOptions()]) command.addOption(option)
  command
    .addOption(
      new Option('--format <format>', `${FORMATS.join(', ')}; may be repeated`)
        .argParser(formatOf)
        .default([], 'text'),
    )
    .option('--out <folder>', 'write files here; PDF goes to the current folder otherwise')
    .option('--explain', 'show every section, with the proofs')
    .action(async (files: string[], flags: Flags) => {
      const engine = loadEngine(undefined, flags.lang)
      const { results, bad } = await judge(files, flags, engine, terminal)
      const formats = flags.format.length === 0 ? (['text'] as const) : flags.format
      await writeProposals(results, formats, flags, engine.wording, terminal)
      done(bad > 0 ? 4 : exitOfProposals(results))
    })
}

async function judge(
  files: readonly string[],
  flags: Flags,
  engine: Engine,
  terminal: Terminal,
): Promise<{ results: ProposalResult[]; bad: number }> {
  const at = { file: '--as-of' }
  if (flags.asOf !== undefined) lawDateOf(flags, engine, at, flags.asOf)
  const profiles = readProfiles(flags.assume, engine)
  const schema = proposalSchema(engine)
  const begins = 'a proposal begins with `kind: proposal`'
  const inputs = readInputsOf<Proposal>(files, (text, file) =>
    readCases(text, file, schema, begins),
  ).map((input) => tryLawDate(input, flags, engine, terminal.today()))
  const cases = inputs.flatMap((input) => (input.ok ? [partiesIn(input.value.case)] : []))
  const screening = await screeningFor(cases, flags, terminal)
  const results = inputs.flatMap((input) =>
    input.ok ? [judgeOne(input.value, flags, engine, terminal, profiles, screening)] : [],
  )
  const bad = inputs.filter((input): input is CaseResult<Proposal> & { ok: false } => !input.ok)
  for (const { issues } of bad) for (const issue of issues) terminal.stderr.write(`${say(issue)}\n`)
  if (bad.length > 0)
    terminal.stderr.write(
      inputs.length === 1
        ? 'nothing was judged\n'
        : `${bad.length} of ${inputs.length} could not be judged\n`,
    )
  return { results, bad: bad.length }
}

function judgeOne(
  { case: proposal, number }: ReadCase<Proposal>,
  flags: Flags,
  engine: Engine,
  terminal: Terminal,
  profiles: ReturnType<typeof readProfiles>,
  screening: Screening | undefined,
): ProposalResult {
  const day = flags.asOf ?? proposal.date ?? terminal.today()
  const screened =
    screening === undefined
      ? undefined
      : screenProposal(proposal, (parties) => screening.screen(parties, day))
  return checkProposal(engine, screened?.proposal ?? proposal, {
    asOf: flags.asOf,
    screened,
    today: terminal.today(),
    posture: flags.posture,
    includeProposed: flags.includeProposed === true,
    profiles,
    caseSha256: digest(proposal),
    fallbackId: `proposal ${number}`,
  })
}
