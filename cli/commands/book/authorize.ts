import { fileEntries } from '../../../src/book/append.ts'
import { authorizationSchema } from '../../../src/book/authorization.ts'
import { entriesIn } from '../../../src/book/book.ts'
import { drafted, nonce } from '../../../src/book/events.ts'
import { registered, registerId, type AuthorizationBody } from '../../../src/book/register.ts'
import { keepDocuments } from '../../book/documents.ts'
import {
  bookOf,
  bookOption,
  filerOf,
  filingOf,
  filingOptions,
  type BookFlags,
} from '../../book/open.ts'
import { readYaml } from '../../book/yaml-file.ts'
import type { AddCommand } from '../../terminal.ts'

/** `licet book authorize FILE`: puts licenses, notices, statements and certificates into the register. */
export const addAuthorize: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('authorize'))
    .description('put licenses, notices, statements or certificates into the register')
    .argument('<file>', 'authorizations in YAML, one document each')
    .option('--document <file>', 'the paper itself')
    .action((file: string, flags: BookFlags & { readonly document?: string }) => {
      const opened = bookOf(flags)
      const kept = keepDocuments(opened, flags.document === undefined ? [] : [flags.document])
      const [paper] = kept.map(({ ref }) => ref)
      const drafts = readYaml(file, authorizationSchema, 'authorization').map((authorization) => {
        const document = paper === undefined ? null : { name: paper.name, sha256: paper.sha256 }
        const body: AuthorizationBody = { nonce: nonce(), authorization, document }
        const record = registerId(authorization.number)
        const objects = kept.map(({ ref }) => ref)
        return drafted(opened, 'authorization', record, filerOf(flags), body, objects)
      })
      const filed = fileEntries(opened, () => drafts, filingOf(opened, flags, terminal))
      for (const { record, seq } of filed)
        terminal.stdout.write(`${record!.slice(registerId('').length)} filed as entry ${seq}\n`)
      done(0)
    })

  book
    .command('register')
    .description('the authorizations on file, and what is left of each')
    .addOption(bookOption())
    .action((flags: BookFlags) => {
      const opened = bookOf(flags)
      const all = [...registered(opened, entriesIn(opened)).values()]
      const shown = all.map(({ authorization, left, draws, met, entry }) => ({
        ...authorization,
        left,
        drawnBy: draws.map((draw) => draw.entry.record),
        conditionsMet: [...met],
        entry: entry.seq,
      }))
      terminal.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
      done(0)
    })
}
