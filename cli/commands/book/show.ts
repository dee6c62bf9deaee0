import { Option } from 'commander'
import { bodyOf, entriesIn, type Book } from '../../../src/book/book.ts'
import { entryAt, used } from '../../../src/book/events.ts'
import { fault } from '../../../src/book/faults.ts'
import { recordIn, type BookRecord } from '../../../src/book/records.ts'
import { rowsOf } from '../../../src/book/index-rows.ts'
import { search } from '../../../src/book/search.ts'
import { Fault } from '../../../src/errors.ts'
import { sectionLines } from '../../../src/report/block-lines.ts'
import { layOut } from '../../../src/report/lines.ts'
import { decisionsSection } from '../../../src/report/memo/decisions-section.ts'
import { adjudicationsSection, evidenceSection } from '../../../src/report/memo/evidence-section.ts'
import { historySection } from '../../../src/report/memo/history-section.ts'
import { recordSection } from '../../../src/report/memo/record-section.ts'
import { terminal as answer } from '../../../src/report/terminal.ts'
import { determinationOf } from '../../../src/book/records.ts'
import { loadEngine } from '../../../src/rules/load.ts'
import { bookOf, filerOf, filingOf, filingOptions, type BookFlags } from '../../book/open.ts'
import { wantsColor, widthOf, type AddCommand, type Terminal } from '../../terminal.ts'

interface Flags extends BookFlags {
  readonly ref?: string
  readonly entry?: string
  readonly format: 'text' | 'json'
}

/** `licet book show ID`: a record with everything that was filed about it. That it was looked at is filed. */
export const addShow: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('show'))
    .description('one record with all that was filed about it, or one entry')
    .argument('[record]', 'record, such as D-2026-0114/1, or a case: its latest version')
    .option('--ref <system=id>', 'the record by its number in another system')
    .option('--entry <number>', 'one entry as it stands in the log, with what it tells')
    .addOption(
      new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'),
    )
    .action((id: string | undefined, flags: Flags) => {
      const opened = bookOf(flags)
      if (flags.entry !== undefined) showEntry(opened, flags.entry, terminal)
      else showRecord(opened, recordOf(opened, id, flags), flags, terminal)
      done(0)
    })
}

function recordOf(book: Book, id: string | undefined, { ref }: Flags): BookRecord {
  if (id !== undefined) return recordIn(book, id)
  if (ref === undefined) throw fault('no-record', 'name a record, --ref or --entry', 'book show')
  const found = search(rowsOf(book), { reference: ref }).filter(({ deal }) =>
    deal?.references.some((one) => one.toLowerCase() === ref.toLowerCase()),
  )
  const [only, ...others] = [...new Set(found.map(({ record }) => record!))]
  if (only === undefined)
    throw fault('unknown-record', `no record has the reference ${ref}`, 'book')
  if (others.length > 0)
    throw fault(
      'several',
      `${ref} names ${[only, ...others].join(', ')}`,
      'book',
      'name one of them',
    )
  return recordIn(book, only)
}

function showRecord(book: Book, record: BookRecord, flags: Flags, terminal: Terminal): void {
  const { wording } = loadEngine()
  if (flags.format === 'json') terminal.stdout.write(`${JSON.stringify(record, null, 2)}\n`)
  else {
    const options = { width: widthOf(terminal), color: wantsColor(terminal) }
    const isThere = record.determination.body !== undefined
    const sections = [
      ...(isThere ? [recordSection(record, wording)] : []),
      decisionsSection(record, wording),
      adjudicationsSection(record, wording),
      evidenceSection(record, wording),
      historySection(record, wording),
    ]
    if (isThere)
      terminal.stdout.write(answer(determinationOf(record).determination, wording, options))
    terminal.stdout.write(layOut(sections.flatMap(sectionLines), options))
  }
  logUse(book, record.id, flags, terminal)
}

/** A reader without the right to write may read; that he did can't be filed then. */
function logUse(book: Book, record: string, flags: Flags, terminal: Terminal): void {
  const use = { what: 'show', format: flags.format, sha256: null }
  try {
    used(book, 'access', record, use, filerOf(flags), filingOf(book, flags, terminal))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    terminal.stderr.write(`not filed that this was looked at: ${error.message}\n`)
  }
}

function showEntry(book: Book, number: string, { stdout }: Terminal): void {
  const entry = entryAt(entriesIn(book), /^\d+$/.test(number) ? Number(number) : NaN)
  stdout.write(`${JSON.stringify({ entry, tells: bodyOf(book, entry) ?? null }, null, 2)}\n`)
}
