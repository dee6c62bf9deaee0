import { Option } from 'commander'
import { check } from '../../src/check.ts'
import type { Determination, Outcome, Posture } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import { Fault, say, type Place } from '../../src/errors.ts'
import { dateFault } from '../../src/facts/fact-schema.ts'
import type { CaseResult, ReadCase } from '../../src/facts/read-case.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { suggest } from '../../src/suggest.ts'
import { digest, readInputs, readProfiles } from '../inputs.ts'
import { recordOptions, type RecordFlags } from '../book/options.ts'
import type { Judged } from '../book/record.ts'
import { FORMATS, writeAnswers, type Format } from '../outputs.ts'
import { daysOf } from '../screening/days.ts'
import { screeningFor, type Screening } from '../screening/screen-cases.ts'
import type { AddCommand, Terminal } from '../terminal.ts'

export interface CheckFlags {
  readonly asOf?: string
  readonly posture: Posture
  readonly assume: readonly string[]
  readonly includeProposed?: boolean
  readonly lang: string
}

export interface PartyFlags {
  readonly screen: boolean
  readonly lists?: string
  readonly requireFresh?: boolean
  readonly maxAge?: number
  readonly acceptStale?: boolean
}

interface OutputFlags extends CheckFlags, PartyFlags, RecordFlags {
  readonly format: readonly Format[]
  readonly out?: string
  readonly explain?: boolean
}

const collect = <T>(value: T, earlier: readonly T[] | undefined): T[] => [...(earlier ?? []), value]

/** The options that decide how a case is judged, shared by every command that judges one. */
export const judgingOptions = (): Option[] => [
  new Option('--as-of <date>', 'law date, instead of the date of the case'),
  new Option('--posture <posture>', 'the law as enforced, or the text alone')
    .choices(['enforced', 'text'])
    .default('enforced'),
  new Option('--assume <profile>', 'assumption profile; may be repeated')
    .argParser(collect<string>)
    .default([], 'none'),
  new Option('--include-proposed', 'count proposed law as if it were in force'),
  new Option('--lang <language>', 'language of the words').choices(['en', 'ko']).default('en'),
]

/** The options that say against what the parties of a case are screened. */
export const partyOptions = (): Option[] => [
  new Option('--no-screen', 'leave the parties of the case unscreened'),
  new Option('--lists <version>', 'version of the screening lists; the current one where left out'),
  new Option('--require-fresh', 'stop with exit 3 where a screening list is stale'),
  new Option('--max-age <days>', 'days after which any screening list is stale').argParser(daysOf),
  new Option('--accept-stale', 'let a name without a hit on stale lists count as on none'),
]

/** `licet check DEAL...`: judges every case and writes the answers. */
export const addCheck: AddCommand = (program, terminal, done) => {
  const command = program
    .command('check')
    .description('judge deals: files, folders, or - for standard input')
    .argument('<deal...>', 'case files in YAML or JSON')
  for (const option of [...judgingOptions(), ...partyOptions()]) command.addOption(option)
  command
    .addOption(
      new Option('--format <format>', `${FORMATS.join(', ')}; may be repeated`)
        .argParser(formatOf)
        .default([], 'text'),
    )
    .option('--out <folder>', 'write files here; PDF goes to the current folder otherwise')
    .option('--explain', 'show the proofs')
  recordOptions(command)
  command.action(async (deals: string[], flags: OutputFlags) => {
    const engine = loadEngine(undefined, flags.lang)
    const { judged, bad, screening } = await judge(deals, flags, engine, terminal)
    const determinations = judged.map(({ determination }) => determination)
    const formats = flags.format.length === 0 ? (['text'] as const) : flags.format
    if (flags.record === true) {
      const { record } = await import('../book/record.ts')
      record(judged, flags, engine, terminal, screening?.listBytes)
    }
    await writeAnswers(determinations, formats, flags, engine, terminal)
    done(bad > 0 ? 4 : exitOf(determinations.map(({ outcome }) => outcome)))
  })
}

/** Reads one `--format`, which may be repeated. @throws Fault (exit 4) on an unknown one. */
export function formatOf(value: string, earlier: readonly Format[] | undefined): Format[] {
  const found = FORMATS.find((format) => format === value)
  if (found !== undefined) return collect(found, earlier)
  const near = suggest(value, FORMATS)
  const help =
    near === undefined ? `formats are ${FORMATS.join(', ')}` : `did you mean \`${near}\`?`
  throw new Fault(4, [
    { code: 'bad-format', message: `unknown format \`${value}\``, at: { file: '--format' }, help },
  ])
}

/** Judges every readable case; what can't be read is reported on standard error and counted. */
async function judge(
  paths: readonly string[],
  flags: CheckFlags & PartyFlags,
  engine: Engine,
  terminal: Terminal,
): Promise<{ judged: Judged[]; bad: number; screening: Screening | undefined }> {
  if (flags.asOf !== undefined) lawDateOf(flags, engine, { file: '--as-of' }, flags.asOf)
  const profiles = readProfiles(flags.assume, engine)
  const inputs = readInputs(paths, engine).map((input) =>
    tryLawDate(input, flags, engine, terminal.today()),
  )
  const cases = inputs.flatMap((input) => (input.ok ? [input.value.case] : []))
  const screening = await screeningFor(cases, flags, terminal)
  const judged: Judged[] = []
  let bad = 0
  for (const input of inputs) {
    if (input.ok) {
      const determination = judgeCase(input.value, flags, engine, terminal, profiles, screening)
      judged.push({ read: input.value, determination })
    } else {
      bad += 1
      for (const issue of input.issues) terminal.stderr.write(`${say(issue)}\n`)
    }
  }
  if (bad > 0) terminal.stderr.write(`${sayUnread(bad, inputs.length)}\n`)
  return { judged, bad, screening }
}

const sayUnread = (bad: number, of: number): string =>
  of === 1 ? 'nothing was judged' : `${bad} of ${of} could not be judged`

/** A case of a day before the law is a bad case; it never keeps the others from being judged. */
export function tryLawDate<Of extends { readonly date?: string }>(
  input: CaseResult<Of>,
  flags: CheckFlags,
  engine: Engine,
  today: string,
): CaseResult<Of> {
  if (!input.ok) return input
  const { place, case: read } = input.value
  try {
    lawDateOf(flags, engine, place(['date']), read.date ?? today)
    return input
  } catch (error) {
    if (error instanceof Fault) return { ok: false, issues: [...error.issues] }
    throw error
  }
}

const placeOfDate = ({ place }: ReadCase): Place => place(['date'])

/** Judges one case under the flags of the command line. @throws Fault (exit 4) on a bad flag. */
export function judgeCase(
  read: ReadCase,
  flags: CheckFlags,
  engine: Engine,
  terminal: Terminal,
  profiles = readProfiles(flags.assume, engine),
  screening?: Screening,
): Determination {
  const { case: input, number } = read
  const asOf = lawDateOf(flags, engine, placeOfDate(read), input.date ?? terminal.today())
  const screened = screening?.screen(input, asOf ?? input.date ?? terminal.today())
  return check(engine, screened?.case ?? input, {
    asOf,
    screened,
    today: terminal.today(),
    posture: flags.posture,
    includeProposed: flags.includeProposed === true,
    profiles,
    caseSha256: digest(input),
    fallbackId: `case ${number}`,
  })
}

/** The law date of the flags, or nothing. @throws Fault (exit 4) where it or the case's own is no day of the pack. */
export function lawDateOf(
  { asOf }: Pick<CheckFlags, 'asOf'>,
  engine: Engine,
  at: Place,
  otherwise: string,
): string | undefined {
  const fault = asOf === undefined ? undefined : dateFault(asOf)
  if (fault !== undefined)
    throw new Fault(4, [{ code: 'bad-date', message: fault, at: { file: '--as-of' } }])
  const day = asOf ?? otherwise
  if (day < engine.pack.modelledFrom) {
    throw new Fault(4, [
      {
        code: 'before-the-law',
        message: `the law date ${day} is before ${engine.pack.modelledFrom}, the first day that the rule pack models`,
        at: asOf === undefined ? at : { file: '--as-of' },
        help: 'ask counsel for a deal of that time',
      },
    ])
  }
  return asOf
}

const EXIT: Record<Outcome, 0 | 1 | 2> = {
  'not-subject': 0,
  'no-license-required': 0,
  'permitted-with-conditions': 0,
  'needs-review': 2,
  'needs-facts': 2,
  'license-required': 1,
  prohibited: 1,
}

/** The exit code of several outcomes: 1 beats 2 beats 0. */
export function exitOf(outcomes: readonly Outcome[]): number {
  const codes = outcomes.map((outcome) => EXIT[outcome])
  return codes.includes(1) ? 1 : codes.includes(2) ? 2 : 0
}
