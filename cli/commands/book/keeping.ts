import { statSync } from 'node:fs'
import { fileEntries, sign } from '../../../src/book/append.ts'
import { entriesIn } from '../../../src/book/book.ts'
import { drafted } from '../../../src/book/events.ts'
import { rebuildIndex } from '../../../src/book/index-rows.ts'
import { makeKey } from '../../../src/book/key.ts'
import { keyTerms } from '../../../src/book/keys.ts'
import { tailOf } from '../../../src/book/log.ts'
import { whileLocked } from '../../../src/book/lock.ts'
import { bodyOf } from '../../../src/book/book.ts'
import { fault } from '../../../src/book/faults.ts'
import { policyOf } from '../../../src/book/policy.ts'
import {
  bookOf,
  bookOption,
  filerOf,
  filingOf,
  filingOptions,
  keyFile,
  passphrase,
  type BookFlags,
} from '../../book/open.ts'
import type { AddCommand } from '../../terminal.ts'
import { readPolicy } from './init.ts'

/** `licet book index`, `checkpoint`, `rotate-key`, `policy`, `who`: keeping the book itself. */
export const addKeeping: AddCommand = (book, terminal, done) => {
  book
    .command('index')
    .description('make the index anew from the log')
    .addOption(bookOption())
    .action((flags: BookFlags) => {
      terminal.stdout.write(`${rebuildIndex(bookOf(flags))} entries indexed\n`)
      done(0)
    })

  filingOptions(book.command('checkpoint'))
    .description('sign what was filed without the key')
    .action((flags: BookFlags) => {
      const opened = bookOf(flags)
      const { key, now } = filingOf(opened, flags, terminal)
      if (key === undefined)
        throw fault('no-key', 'there is no key to sign with', keyFile(opened.id, flags))
      const made = whileLocked(opened.paths.lock, () =>
        sign(opened, tailOf(opened.paths.log), key, now()),
      )
      terminal.stdout.write(`${JSON.stringify(made)}\n`)
      done(0)
    })

  filingOptions(book.command('rotate-key'))
    .description('bring in a new signing key with the word of the old one')
    .requiredOption('--new-key <file>', 'where the new key is to lie')
    .requiredOption('--reason <text>', 'why')
    .action((flags: BookFlags & { readonly newKey: string; readonly reason: string }) => {
      const opened = bookOf(flags)
      const filing = filingOf(opened, flags, terminal)
      if (filing.key === undefined)
        throw fault('no-key', 'the old key must give its word', keyFile(opened.id, flags))
      const made = makeKey(flags.newKey, passphrase())
      const change = { publicKey: made.publicKey, reason: flags.reason }
      const by = filerOf(flags)
      const [entry] = fileEntries(opened, () => [drafted(opened, 'key', null, by, change)], filing)
      terminal.stdout.write(
        `the key ${made.fingerprint} signs from entry ${entry!.seq + 1} on: ${made.file}\n`,
      )
      done(0)
    })

  filingOptions(book.command('policy'))
    .description('show the policy of the book, or file another')
    .option('--set <file>', 'policy in YAML')
    .option('--reason <text>', 'why it changes')
    .action((flags: BookFlags & { readonly set?: string; readonly reason?: string }) => {
      const opened = bookOf(flags)
      if (flags.set !== undefined) {
        const body = { policy: readPolicy(flags.set), reason: flags.reason ?? null }
        const draft = drafted(opened, 'policy', null, filerOf(flags), body)
        fileEntries(opened, () => [draft], filingOf(opened, flags, terminal))
        terminal.stderr.write(
          'filed; it stands when a second, different person has filed the same\n',
        )
      }
      terminal.stdout.write(`${JSON.stringify(policyOf(opened, entriesIn(opened)), null, 2)}\n`)
      done(0)
    })

  book
    .command('who')
    .description('who has filed entries, who holds the keys, and who could write the files')
    .addOption(bookOption())
    .option('--key <file>', 'signing key')
    .action((flags: BookFlags) => {
      const opened = bookOf(flags)
      const entries = entriesIn(opened)
      const people = new Map<string, number>()
      for (const { by } of entries) {
        const who = `${by.name} (${by.account}@${by.host})`
        people.set(who, (people.get(who) ?? 0) + 1)
      }
      const keys = keyTerms(entries, (entry) => bodyOf(opened, entry) as { publicKey?: string })
      const files = [
        opened.paths.folder,
        opened.paths.log,
        opened.paths.checkpoints,
        keyFile(opened.id, flags),
      ]
      terminal.stdout.write(
        [
          'who has filed:',
          ...[...people].map(([who, count]) => `  ${who}: ${count}`),
          'keys, without which no change of a signed entry goes unfound:',
          ...keys.map(({ fingerprint, from }) => `  ${fingerprint} since entry ${from}`),
          'who can write the files, by their owner and mode:',
          ...files.map((file) => `  ${writers(file)} ${file}`),
          '',
        ].join('\n'),
      )
      done(0)
    })
}

function writers(file: string): string {
  try {
    const { mode, uid, gid } = statSync(file)
    return `${(mode & 0o777).toString(8)} user ${uid} group ${gid}`
  } catch {
    return 'not here:'
  }
}
