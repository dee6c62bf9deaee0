import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Determination, Question } from '../../src/determination.ts'
import type { Engine } from '../../src/engine.ts'
import { Fault } from '../../src/errors.ts'
import { settling, stillMatter } from '../../src/what-if/settling.ts'
import { wantedRoles } from '../../src/what-if/wanted-roles.ts'
import { readCases, type ReadCase } from '../../src/facts/read-case.ts'
import { loadEngine } from '../../src/rules/load.ts'
import { say } from '../../src/wording/wording.ts'
import { draftOf, type Draft } from '../asking/completed.ts'
import type { Prompter } from '../asking/field.ts'
import { putQuestion } from '../asking/forms.ts'
import { fromFile } from '../asking/from-file.ts'
import { onLines } from '../asking/on-lines.ts'
import { onScreen } from '../asking/on-screen.ts'
import { readInputs, readProfiles } from '../inputs.ts'
import { writeAnswers } from '../outputs.ts'
import { screeningFor, type Screening } from '../screening/screen-cases.ts'
import type { AddCommand, Terminal } from '../terminal.ts'
import {
  exitOf,
  judgeCase,
  judgingOptions,
  partyOptions,
  type CheckFlags,
  type PartyFlags,
} from './check.ts'

interface Flags extends CheckFlags, PartyFlags {
  readonly out?: string
  readonly inPlace?: boolean
  readonly answers?: string
  readonly explain?: boolean
}

/** `licet ask DEAL`: asks what matters, writes the completed case, and judges it. */
export const addAsk: AddCommand = (program, terminal, done) => {
  const command = program
    .command('ask')
    .description('ask only the questions that matter to a deal, and write the completed case')
    .argument('<deal>', 'case file in YAML or JSON, with one case')
  for (const option of [...judgingOptions(), ...partyOptions()]) command.addOption(option)
  command
    .option('--out <file>', 'write the completed case here; FILE.completed.yaml where left out')
    .option('--in-place', 'write the completed case over the deal itself')
    .option('--answers <file>', 'take the answers from a YAML file of paths and values')
    .option('--explain', 'show the proofs')
    .action(async (deal: string, flags: Flags) => {
      const engine = loadEngine(undefined, flags.lang)
      const target = targetOf(deal, flags)
      const start = oneCase(deal, engine)
      const draft = draftOf(readFileSync(deal, 'utf8'), {
        document: say(engine.wording, 'cli.ask.source'),
        date: terminal.today(),
      })
      const prompter = await prompterOf(flags, engine, terminal)
      const determination = await converse(start, draft, prompter, flags, engine, terminal)
      prompter.close()
      writeCompleted(target, draft.text())
      terminal.stderr.write(`wrote ${target}\n`)
      terminal.stdout.write('\n')
      await writeAnswers(
        [determination],
        ['text'],
        { explain: flags.explain === true },
        engine,
        terminal,
      )
      done(exitOf([determination.outcome]))
    })
}

/** Where the completed case goes. Never over the deal, nor over an earlier completed case, unless told so. */
function targetOf(deal: string, { out, inPlace }: Flags): string {
  if (deal === '-') throw usage('standard input holds the answers', 'name the file of the deal')
  if (inPlace === true) {
    if (out !== undefined)
      throw usage('--out and --in-place exclude each other', 'keep one of the two')
    return deal
  }
  const target = out ?? `${deal.replace(/\.(ya?ml|json)$/, '')}.completed.yaml`
  if (resolve(target) === resolve(deal))
    throw usage(`${target} is the deal itself`, 'use --in-place to write over it')
  if (out === undefined && existsSync(target))
    throw usage(
      `${target} exists`,
      'name a file with --out, or ask about the completed case with --in-place',
    )
  return target
}

function oneCase(deal: string, engine: Engine): ReadCase {
  const [input, ...others] = readInputs([deal], engine)
  if (input === undefined || others.length > 0)
    throw usage(`${deal} does not hold exactly one case`, 'put each case into a file of its own')
  if (!input.ok) throw new Fault(4, input.issues)
  if (/^\s*[-[]/.test(firstLine(deal)))
    throw usage(`${deal} holds a list`, 'write the case without the list around it')
  return input.value
}

/** The first line that is neither empty, a comment, nor the start of a document. */
const firstLine = (deal: string): string =>
  readFileSync(deal, 'utf8')
    .split('\n')
    .find((line) => !/^\s*(#|---|$)/.test(line)) ?? ''

async function prompterOf(
  { answers }: Flags,
  engine: Engine,
  terminal: Terminal,
): Promise<Prompter> {
  if (answers !== undefined) return fromFile(answers, engine, terminal.stderr)
  if (process.stdin.isTTY && terminal.stdout.isTTY === true) {
    return onScreen(engine, {
      unknown: say(engine.wording, 'cli.ask.unknown'),
      none: say(engine.wording, 'cli.ask.none'),
    })
  }
  return onLines(process.stdin, terminal.stdout, terminal.stderr, engine)
}

/** How often one question is put: a density has two facts behind it, and a deal many parties. */
const TIMES: Readonly<Record<string, number>> = {
  parties: 20,
  'circuit.kind': 3,
  'item.form': 2,
  'circuit.performanceDensity': 3,
  'circuit.memoryBandwidthDensity': 3,
  'item.aggregateTpp': 2,
}

/** Asks until nothing that is left could change the answer, nobody knows more, or the person stops. */
async function converse(
  start: ReadCase,
  draft: Draft,
  prompter: Prompter,
  flags: Flags,
  engine: Engine,
  terminal: Terminal,
): Promise<Determination> {
  const profiles = readProfiles(flags.assume, engine)
  const trial = { posture: flags.posture, profiles }
  const put = new Map<string, number>()
  const mayPut = ({ fact, name }: Question): boolean => (put.get(fact) ?? 0) < (TIMES[name] ?? 1)
  let current = start
  let screening: Screening | undefined
  for (;;) {
    // A party may be named in the course of the questions: the lists are opened when one is.
    screening ??= await screeningFor([current.case], flags, terminal)
    const determination = judgeCase(current, flags, engine, terminal, profiles, screening)
    const left = stillMatter(determination).filter(mayPut)
    if (left.length === 0) return determination
    const law = engine.lawOn(determination.basis.lawDate, determination.basis.includeProposed)
    const screened = screening?.screen(current.case, determination.basis.lawDate)
    const input = screened?.case ?? current.case
    const [next] = settling(engine, law, input, left, trial)
    const roles = next!.name === 'parties' ? wantedRoles(engine, law, input, trial) : []
    const answered = await putQuestion(next!, {
      input,
      engine,
      prompter,
      wantedRoles: roles,
    })
    if (answered === 'stop') return determination
    const isDeclined = answered.every(({ value }) => value === 'unknown')
    put.set(next!.fact, isDeclined ? Infinity : (put.get(next!.fact) ?? 0) + 1)
    for (const { path, value } of answered) if (value === 'unknown') put.set(path, Infinity)
    draft.add(answered)
    current = reread(draft, start, engine)
  }
}

/** The draft read again as any other case, so that what is written is sure to be readable. */
function reread(draft: Draft, { file }: ReadCase, engine: Engine): ReadCase {
  const [result] = readCases(draft.text(), file, engine.schema)
  if (result?.ok === true) return result.value
  throw new Fault(5, result?.issues ?? [])
}

function writeCompleted(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Fault(4, [
      {
        code: 'unwritable',
        message: `can't be written: ${(error as Error).message}`,
        at: { file },
      },
    ])
  }
}

const usage = (message: string, help: string): Fault =>
  new Fault(4, [{ code: 'usage', message, at: { file: 'ask' }, help }])
