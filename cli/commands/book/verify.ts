import { existsSync, readFileSync } from 'node:fs'
import { parseCheckpoint, type Checkpoint } from '../../../src/book/checkpoint.ts'
import { fault } from '../../../src/book/faults.ts'
import { verifyBook, type Verified } from '../../../src/book/verify.ts'
import { bookOf, bookOption, keyFile, type BookFlags } from '../../book/open.ts'
import type { AddCommand } from '../../terminal.ts'

interface Flags extends BookFlags {
  readonly fingerprint?: string
  readonly checkpoint?: string
  readonly format: 'text' | 'json'
}

/** `licet book verify`: exit 0 where all is as filed, 1 where it is not, 2 where entries are unsigned. */
export const addVerify: AddCommand = (book, terminal, done) => {
  book
    .command('verify')
    .description('prove that nothing was changed, removed, reordered or added')
    .addOption(bookOption())
    .option('--key <file>', 'signing key, beside which the last checkpoint is kept')
    .option('--fingerprint <hex>', 'fingerprint of the key that opened the book')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere')
    .option('--format <format>', 'text or json', 'text')
    .action((flags: Flags) => {
      const opened = bookOf(flags)
      const found = verifyBook(opened, {
        fingerprint: flags.fingerprint,
        keyFile: keyFile(opened.id, flags),
        checkpoint: flags.checkpoint === undefined ? undefined : kept(flags.checkpoint),
      })
      const text = flags.format === 'json' ? JSON.stringify(found, null, 2) : sayVerified(found)
      terminal.stdout.write(`${text}\n`)
      done(found.problems.length > 0 ? 1 : found.signed < found.entries ? 2 : 0)
    })
}

function kept(file: string): Checkpoint {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const read = parseCheckpoint(text)
  if (read === undefined)
    throw fault(
      'bad-checkpoint',
      'this is no checkpoint',
      file,
      'give one line of checkpoints.jsonl',
    )
  return read
}

function sayVerified({
  entries,
  checkpoints,
  signed,
  head,
  keys,
  problems,
  notes,
}: Verified): string {
  const key = keys.map(({ fingerprint, from }) => `key ${fingerprint} since entry ${from}`)
  return [
    problems.length === 0
      ? `the book is whole: ${entries} entries, ${checkpoints} checkpoints, ${signed} entries signed`
      : `the book is not as it was filed: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
    ...problems.map(({ where, message }) => `  ${where}: ${message}`),
    ...notes.map((note) => `  note: ${note}`),
    `last entry ${head}`,
    ...key,
  ].join('\n')
}
