import { Option } from 'commander'
import { determinationOf, recordIn } from '../../../src/book/records.ts'
import { pastEngines } from '../../../src/replay/again.ts'
import { lawOf, type LawOfRecord, type TextTested } from '../../../src/replay/law-of.ts'
import { visible } from '../../../src/visible.ts'
import { bookOf, bookOption, type BookFlags } from '../../book/open.ts'
import type { AddCommand } from '../../terminal.ts'

/** `licet book law ID`: which texts of law a record rests on, and what was not checked. */
export const addLaw: AddCommand = (book, terminal, done) => {
  book
    .command('law')
    .description('the texts of law and the lists that a record rests on, and what was not checked')
    .argument('<record>', 'record or case')
    .addOption(bookOption())
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action((id: string, flags: BookFlags & { readonly format: string }) => {
      const opened = bookOf(flags)
      const body = determinationOf(recordIn(opened, id))
      const { pack } = pastEngines(opened)(body.determination.basis.pack.sha256, 'en')
      const law = lawOf(body, pack)
      const text = flags.format === 'json' ? JSON.stringify(law, null, 2) : sayLaw(law)
      terminal.stdout.write(`${text}\n`)
      done(0)
    })
}

function sayLaw({ lawDate, pack, lists, tested, notModelled }: LawOfRecord): string {
  const group = (title: string, all: readonly TextTested[]): string[] =>
    all.length === 0 ? [] : [`${title} (${all.length}):`, ...all.map((one) => `  ${sayText(one)}`)]
  return [
    `law of ${lawDate}, by the rule pack ${pack.id}, SHA-256 ${pack.sha256}`,
    ...lists.map(({ id, date, sha256 }) => `list ${id} of ${date}, SHA-256 ${sha256}`),
    ...group(
      'applied, or considered as an exception',
      tested.filter(({ applied }) => applied),
    ),
    ...group(
      'tested, did not apply',
      tested.filter(({ applied }) => !applied),
    ),
    `not checked, or only in part (${notModelled.length}):`,
    ...notModelled.map(({ citation, state, why }) => `  ${citation}: ${state}; ${why}`),
  ]
    .map(visibleLine)
    .join('\n')
}

const visibleLine = (line: string): string => {
  const text = line.trimStart()
  return ' '.repeat(line.length - text.length) + visible(text)
}

const sayText = ({ id, citation, source, status, from, until, verified }: TextTested): string =>
  [
    `${citation} (${id}): ${source}`,
    status,
    until === null ? `text since ${from}` : `text from ${from} until ${until}`,
    `verified ${verified.on} against ${verified.against}`,
  ].join('; ')
