import { Command, CommanderError } from 'commander'
import { Fault, say } from '../src/errors.ts'
import { VERSION } from '../src/version.ts'
import { addAsk } from './commands/ask.ts'
import { addCheck } from './commands/check.ts'
import { addClassify } from './commands/classify.ts'
import { addExplain } from './commands/explain.ts'
import { addRollout } from './commands/rollout.ts'
import { addRules } from './commands/rules.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs one command line and returns its exit code: 0 nothing stands in the way, 1 license required or
 * prohibited, 2 needs facts or review, 3 stale data, 4 bad input or usage, 5 internal error.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit = 0
  const program = new Command('licet')
    .description('Checks deals and deployments against U.S. export controls on AI, with proof.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(licet --help lists the commands)')
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
    })
  const done = (code: number): void => {
    exit = code
  }
  for (const add of [addCheck, addClassify, addAsk, addExplain, addRollout, addRules])
    add(program, terminal, done)
  if (!program.commands.some((command) => command.name() === args[0])) {
    const [{ OF_LISTS }, { OF_BOOK }, { OF_BATCH }, { addProposal }] = await Promise.all([
      import('./commands/of-lists.ts'),
      import('./commands/of-book.ts'),
      import('./commands/of-batch.ts'),
      import('./commands/proposal.ts'),
    ])
    for (const add of [addProposal, ...OF_LISTS, ...OF_BOOK, ...OF_BATCH])
      add(program, terminal, done)
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return exit
  } catch (error) {
    return failure(error, terminal)
  }
}

function failure(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 4
  if (error instanceof Fault) {
    for (const issue of error.issues) terminal.stderr.write(`${say(issue)}\n`)
    return error.exit
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  terminal.stderr.write(`internal error, licet ${VERSION}: ${message}\nnothing was cleared\n`)
  return 5
}
