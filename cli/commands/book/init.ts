import { initBook } from '../../../src/book/append.ts'
import { makeKey } from '../../../src/book/key.ts'
import { DEFAULT_POLICY, policySchema, type Policy } from '../../../src/book/policy.ts'
import {
  filerOf,
  filingOptions,
  keyFile,
  newBookId,
  passphrase,
  type BookFlags,
} from '../../book/open.ts'
import { readYaml } from '../../book/yaml-file.ts'
import type { AddCommand } from '../../terminal.ts'

/** `licet book init`: a new, empty book and the key that signs it. */
export const addInit: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('init'))
    .description('make a new book and its signing key')
    .option('--policy <file>', 'policy in YAML: where a second person is needed')
    .action((flags: BookFlags & { readonly policy?: string }) => {
      const policy = flags.policy === undefined ? DEFAULT_POLICY : readPolicy(flags.policy)
      const id = newBookId()
      const folder = flags.book ?? 'licet-book'
      const key = makeKey(keyFile(id, flags), passphrase())
      const opened = { book: id, publicKey: key.publicKey, policy }
      initBook(folder, opened, filerOf(flags), {
        key,
        now: terminal.now,
        tell: (message) => void terminal.stderr.write(`${message}\n`),
      })
      terminal.stdout.write(
        [
          `opened the book ${id} in ${folder}`,
          `signing key: ${key.file}`,
          '  keep it apart from the book, and a copy of it',
          `fingerprint: ${key.fingerprint}`,
          '  write it down elsewhere: it proves the book later',
          '',
        ].join('\n'),
      )
      done(0)
    })
}

/** Reads a policy. @throws Fault (exit 4) where it is wrong. */
export const readPolicy = (file: string): Policy => readYaml(file, policySchema, 'policy')[0]
