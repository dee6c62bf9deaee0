import { Writable } from 'node:stream'
import { Command } from 'commander'
import { addRules } from '../../cli/commands/rules.ts'
import { Fault, say } from '../../src/errors.ts'

class Sink extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/** Runs `licet rules ...` on 2026-11-22 and returns its exit code and what it wrote. */
export async function runRules(
  args: readonly string[],
): Promise<{ exit: number; out: string; err: string }> {
  const stdout = new Sink()
  const stderr = new Sink()
  let exit = 0
  const program = new Command('licet')
    .exitOverride()
    .configureOutput({ writeErr: (text) => void stderr.write(text) })
  addRules(
    program,
    { stdout, stderr, today: () => '2026-11-22', now: () => '2026-11-22T09:00:00.000Z' },
    (code) => {
      exit = code
    },
  )
  try {
    await program.parseAsync(['rules', ...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    stderr.write(error.issues.map(say).join('\n'))
    exit = error.exit
  }
  return { exit, out: stdout.text, err: stderr.text }
}
