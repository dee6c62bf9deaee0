import { readFileSync } from 'node:fs'
import { initBook } from '../../../src/book/append.ts'
import { makeKey } from '../../../src/book/key.ts'
import { DEFAULT_POLICY, policySchema, type Policy } from '../../../src/book/policy.ts'
import { Fault } from '../../../src/errors.ts'
import { readDocuments } from '../../../src/facts/read-document.ts'
import { checked } from '../../../src/facts/schema-words.ts'
import {
  filerOf,
  filingOptions,
  keyFile,
  newBookId,
  passphrase,
  type BookFlags,
} from '../../book/open.ts'
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
          `signing key: ${key.file} (keep it apart from the book, and a copy of it)`,
          `fingerprint: ${key.fingerprint} (write it down elsewhere: it proves the book later)`,
          '',
        ].join('\n'),
      )
      done(0)
    })
}

/** Reads a policy. @throws Fault (exit 4) where it is wrong. */
export function readPolicy(file: string): Policy {
  const documents = readDocuments(textOf(file), file)
  if (!documents.ok) throw new Fault(4, documents.issues)
  const [document] = documents.value
  if (document === undefined)
    throw new Fault(4, [{ code: 'empty', message: 'the file holds no policy', at: { file } }])
  const read = checked(policySchema, document.value, document)
  if ('issues' in read) throw new Fault(4, read.issues)
  return read.value
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const message = `can't be read: ${(error as Error).message}`
    throw new Fault(4, [{ code: 'unreadable', message, at: { file } }])
  }
}
