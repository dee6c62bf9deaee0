import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Option } from 'commander'
import type { Book } from '../../src/book/book.ts'
import { canonical, sha256 } from '../../src/book/digest.ts'
import { used } from '../../src/book/events.ts'
import { fault } from '../../src/book/faults.ts'
import { proofOf } from '../../src/book/proof.ts'
import { determinationOf, recordIn, type BookRecord } from '../../src/book/records.ts'
import type { Determination } from '../../src/determination.ts'
import { Fault } from '../../src/errors.ts'
import { again, digestOf, pastEngines } from '../../src/replay/again.ts'
import { memo, type MemoOf } from '../../src/report/memo/memo.ts'
import type { Signing } from '../../src/report/pdf/signature.ts'
import { readP12 } from '../../src/report/signature/p12.ts'
import { loadEngine } from '../../src/rules/load.ts'
import type { Wording } from '../../src/wording/wording.ts'
import { bookOf, filerOf, filingOf, filingOptions, type BookFlags } from '../book/open.ts'
import { reasonOf } from '../read-text.ts'
import type { AddCommand, Terminal } from '../terminal.ts'

const FORMATS = { pdf: 'pdf', json: 'json', xlsx: 'xlsx', markdown: 'md' } as const
type Format = keyof typeof FORMATS

interface Flags extends BookFlags {
  readonly format: Format
  readonly lang: string
  readonly out?: string
  readonly sign?: string
}

/** `licet report ID`: the memo of a record. That it was made is filed. */
export const addReport: AddCommand = (program, terminal, done) => {
  filingOptions(program.command('report'))
    .description('the memo of a filed record, in PDF, JSON, XLSX or Markdown, in English or Korean')
    .argument('<record>', 'record, such as D-2026-0114/1, or a case: its latest version')
    .addOption(
      new Option('--format <format>', 'format').choices(Object.keys(FORMATS)).default('pdf'),
    )
    .addOption(new Option('--lang <language>', 'language').choices(['en', 'ko']).default('en'))
    .option(
      '--sign <p12>',
      'sign the PDF (PAdES) with a PKCS #12 file; LICET_P12_PASSPHRASE opens it',
    )
    .option('--out <path>', 'file or folder; the current folder where left out')
    .action(async (id: string, flags: Flags) => {
      const book = bookOf(flags)
      const record = recordIn(book, id)
      const content = await rendered(book, record, flags, terminal)
      const file = placeOf(record, flags)
      write(file, content)
      const use = { what: 'memo', format: `${flags.format} ${flags.lang}`, sha256: sha256(content) }
      try {
        used(book, 'export', record.id, use, filerOf(flags), filingOf(book, flags, terminal))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        terminal.stderr.write(`not filed that this was made: ${error.message}\n`)
      }
      terminal.stderr.write(`wrote ${file}, SHA-256 ${use.sha256}\n`)
      done(0)
    })
}

async function rendered(
  book: Book,
  record: BookRecord,
  { format, lang, sign }: Flags,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  if (sign !== undefined && format !== 'pdf')
    throw fault('nothing-to-sign', 'only a PDF is signed', '--sign', 'add --format pdf')
  const { wording } = loadEngine(undefined, lang)
  const recordJson = canonical(JSON.parse(JSON.stringify(record)))
  const proof = proofOf(book, record.determination.entry.seq)
  if (format === 'json') return `${canonical({ record: JSON.parse(recordJson), proof })}\n`
  const said = saidIn(book, record, lang, wording, terminal)
  const of: MemoOf = { record, proof, said, sha256: sha256(recordJson) }
  switch (format) {
    case 'pdf': {
      const { memoPdf } = await import('../../src/report/pdf/memo.ts')
      return memoPdf(of, recordJson, wording, signingOf(record, sign, terminal))
    }
    case 'markdown': {
      const { markdownOf } = await import('../../src/report/markdown.ts')
      const made = memo(of, wording)
      return markdownOf(made, made.firstPage, wording)
    }
    case 'xlsx': {
      const { xlsx } = await import('../../src/report/xlsx/report.ts')
      const made = memo(of, wording)
      return xlsx(made, made.firstPage, wording)
    }
  }
}

function signingOf(
  { id }: BookRecord,
  file: string | undefined,
  { now }: Terminal,
): Signing | undefined {
  if (file === undefined) return undefined
  const identity = readP12(bytesOf(file), process.env['LICET_P12_PASSPHRASE'] ?? '', file)
  return { identity, at: new Date(now()), reason: id }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw fault('unreadable', `can't be read: ${reasonOf(error)}`, file)
  }
}

/**
 * The determination in another language: given again by the pack of then in that language, where it is
 * the same in the language of then; otherwise as it was filed, which is said.
 */
function saidIn(
  book: Book,
  record: BookRecord,
  lang: string,
  { lang: spoken }: Wording,
  { stderr }: Terminal,
): Determination {
  const body = determinationOf(record)
  const filed = { entry: record.determination.entry, body }
  if (body.identity.language === lang) return body.determination
  try {
    const past = pastEngines(book)
    const { sha256: pack } = body.determination.basis.pack
    const same = digestOf(again(book, filed, past(pack, body.identity.language)))
    const engine = past(pack, lang)
    if (same === body.determinationSha256 && engine.wording.lang === spoken)
      return again(book, filed, engine)
    stderr.write(
      `the words of ${record.id} stay in ${body.identity.language}: its rule pack has no other\n`,
    )
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    stderr.write(`the words of ${record.id} stay in ${body.identity.language}: ${error.message}\n`)
  }
  return body.determination
}

function placeOf(record: BookRecord, { out, format, lang }: Flags): string {
  const plain = record.id.replaceAll(/[^A-Za-z0-9._-]+/g, '-')
  const name = `${plain}${lang === 'en' ? '' : `.${lang}`}.${FORMATS[format]}`
  if (out === undefined) return name
  const isFolder = out.endsWith('/') || (existsSync(out) && statSync(out).isDirectory())
  return isFolder ? join(out, name) : out
}

function write(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  } catch (error) {
    throw fault('cannot-write', `can't be written: ${reasonOf(error)}`, file)
  }
}
