import { Option } from 'commander'
import { fileEntries } from '../../../src/book/append.ts'
import { authorizationSchema } from '../../../src/book/authorization.ts'
import { entriesIn } from '../../../src/book/book.ts'
import { drafted, nonce } from '../../../src/book/events.ts'
import {
  registered,
  registerId,
  type AuthorizationBody,
  type Registered,
} from '../../../src/book/register.ts'
import { layOut, type Line } from '../../../src/report/lines.ts'
import { numeral } from '../../../src/wording/values.ts'
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
import { widthOf, type AddCommand } from '../../terminal.ts'

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
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action((flags: BookFlags & { readonly format: 'text' | 'json' }) => {
      const opened = bookOf(flags)
      const all = [...registered(opened, entriesIn(opened)).values()]
      const text =
        flags.format === 'json'
          ? `${JSON.stringify(all.map(asJson), null, 2)}\n`
          : all.length === 0
            ? 'no authorization is on file; add one: licet book authorize FILE\n'
            : layOut(all.flatMap(sayPaper), { width: widthOf(terminal) })
      terminal.stdout.write(text)
      done(0)
    })
}

const asJson = ({ authorization, left, draws, met, entry }: Registered): object => ({
  ...authorization,
  left,
  drawnBy: draws.map((draw) => draw.entry.record),
  conditionsMet: [...met],
  entry: entry.seq,
})

/** A paper in lines: what it is, what is left of it, its conditions, and what drew on it. */
function sayPaper({ authorization, left, draws, met, entry }: Registered): Line[] {
  const { type, number, agency, expires, destinations, consignees, items, conditions } =
    authorization
  const head = [
    type,
    ...(agency === undefined ? [] : [agency]),
    expires === undefined ? 'no expiry' : `until ${expires}`,
    ...(destinations === undefined ? [] : [`to ${destinations.join(', ')}`]),
    ...(consignees === undefined ? [] : [`for ${consignees.join('; ')}`]),
    `entry ${entry.seq}`,
  ]
  return [
    { lead: '', text: `${number}: ${head.join(', ')}` },
    ...(items ?? []).map(({ covers }, i) => ({ lead: '  ', text: sayLeft(covers, left[i]!) })),
    ...(conditions ?? []).map(({ text, due }, i) => ({
      lead: '  ',
      text: `condition ${i + 1}: ${text}${sayMet(met.has(i + 1), due)}`,
    })),
    ...draws.map(({ entry: { record, at } }) => ({
      lead: '  ',
      text: `drawn on by ${record}, ${at.slice(0, 10)}`,
    })),
  ]
}

const sayMet = (isMet: boolean, due: string | undefined): string =>
  isMet ? ' (evidence is on file)' : due === undefined ? '' : ` (due ${due})`

function sayLeft(covers: string, { quantity, value }: Registered['left'][number]): string {
  const left = [
    ...(quantity === null ? [] : [`${numeral(quantity)} units`]),
    ...(value === null ? [] : [`${numeral(value)} U.S. dollars`]),
  ]
  return `${covers}: ${left.length === 0 ? 'no limit' : `${left.join(' and ')} left`}`
}
