import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonical, sha256 } from '../../../src/book/digest.ts'
import { used } from '../../../src/book/events.ts'
import { fault } from '../../../src/book/faults.ts'
import { rowsOf } from '../../../src/book/index-rows.ts'
import { proofOf } from '../../../src/book/proof.ts'
import { recordIn, type BookRecord } from '../../../src/book/records.ts'
import { search } from '../../../src/book/search.ts'
import type { Book } from '../../../src/book/book.ts'
import { filterOptions, isChoosing, queryOf, type Filters } from '../../book/filters.ts'
import { bookOf, filerOf, filingOf, filingOptions, type BookFlags } from '../../book/open.ts'
import type { AddCommand } from '../../terminal.ts'

interface Flags extends BookFlags, Filters {
  readonly all?: boolean
  readonly out: string
}

/** `licet book export`: records that verify without the book: what was filed, and the proof of each entry. */
export const addExport: AddCommand = (book, terminal, done) => {
  filterOptions(filingOptions(book.command('export')))
    .description('write records with their documents and proofs, to be verified without the book')
    .argument('[record...]', 'records or cases')
    .option('--all', 'every case')
    .requiredOption('--out <folder>', 'where to write')
    .action((ids: string[], flags: Flags) => {
      const opened = bookOf(flags)
      const wanted = ids.length > 0 ? ids : chosen(opened, flags)
      for (const id of wanted) {
        const record = recordIn(opened, id)
        const text = `${canonical(exported(opened, record))}\n`
        const file = join(flags.out, `${record.id.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}.json`)
        mkdirSync(flags.out, { recursive: true })
        writeFileSync(file, text)
        writeObjects(opened, record, flags.out)
        const use = { what: 'record', format: 'json', sha256: sha256(text) }
        used(opened, 'export', record.id, use, filerOf(flags), filingOf(opened, flags, terminal))
        terminal.stderr.write(`wrote ${file}\n`)
      }
      done(0)
    })
}

/** The records that the flags choose. @throws Fault (exit 4) where they choose nothing, or nothing fits. */
function chosen(book: Book, flags: Flags): string[] {
  if (flags.all !== true && !isChoosing(flags))
    throw fault(
      'no-record',
      'name records, --all, or by what they are chosen',
      'book export',
      'such as --party NAME or --since DATE; `licet book export --help` has all',
    )
  const records = search(rowsOf(book), queryOf(flags)).flatMap(({ record }) => record ?? [])
  if (records.length === 0)
    throw fault(
      'no-record',
      'no record fits',
      'book export',
      '`licet book list` shows what is filed',
    )
  return [...new Set(records)]
}

const entriesOf = (record: BookRecord) => [
  record.determination.entry,
  ...[
    ...record.evidence,
    ...record.adjudications,
    ...record.decisions,
    ...record.corrections,
    ...record.redactions,
  ].map(({ entry }) => entry),
]

/** The record, and for each of its entries the line of the log and the path to the signed root. */
function exported(book: Book, record: BookRecord): object {
  return { record, proofs: entriesOf(record).map(({ seq }) => proofOf(book, seq)) }
}

function writeObjects(book: Book, record: BookRecord, out: string): void {
  mkdirSync(join(out, 'objects'), { recursive: true })
  const digests = entriesOf(record).flatMap(({ body, objects }) => [
    ...(body === null ? [] : [body]),
    ...objects.map((one) => one.sha256),
  ])
  for (const digest of new Set(digests)) {
    const bytes = book.objects.get(digest)
    if (bytes !== undefined) writeFileSync(join(out, 'objects', digest), bytes)
  }
}
