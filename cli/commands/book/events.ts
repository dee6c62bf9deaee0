import { Option } from 'commander'
import { fileEntries } from '../../../src/book/append.ts'
import type { AdjudicationBody, EvidenceBody } from '../../../src/book/bodies.ts'
import { entriesIn } from '../../../src/book/book.ts'
import { correct, drafted, nonce, redact } from '../../../src/book/events.ts'
import { fault } from '../../../src/book/faults.ts'
import { rebuildIndex } from '../../../src/book/index-rows.ts'
import { recordIn } from '../../../src/book/records.ts'
import { registered, registerId } from '../../../src/book/register.ts'
import { collect, keepDocuments } from '../../book/documents.ts'
import { bookOf, filerOf, filingOf, filingOptions, type BookFlags } from '../../book/open.ts'
import type { AddCommand } from '../../terminal.ts'

interface AttachFlags extends BookFlags {
  readonly evidence: readonly string[]
  readonly note?: string
  readonly supports: readonly string[]
  readonly condition?: string
}

/** `licet book attach ID`: files documents with a record, or with an authorization of the register. */
export const addAttach: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('attach'))
    .description('file documents with a record or an authorization')
    .argument('<record>', 'record, case, or number of an authorization')
    .addOption(
      new Option('--evidence <file>', 'document; may be repeated')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--note <text>', 'what it is')
    .addOption(
      new Option(
        '--supports <fact>',
        'fact, condition or red flag that it supports; may be repeated',
      )
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--condition <number>', 'condition of the authorization that it meets, from 1')
    .action((id: string, flags: AttachFlags) => {
      const opened = bookOf(flags)
      const entries = entriesIn(opened)
      const paper = registered(opened, entries).get(id)
      const record = paper === undefined ? recordIn(opened, id, entries).id : registerId(id)
      const { evidence, note = '', supports, condition } = flags
      const met = condition === undefined ? null : Number(condition)
      const conditions = paper?.authorization.conditions?.length ?? 0
      if (met !== null && !(Number.isInteger(met) && met >= 1 && met <= conditions))
        throw fault('no-condition', `${id} has ${conditions} conditions`, '--condition')
      if (evidence.length === 0 && note === '')
        throw fault('nothing', 'give --evidence, --note or both', 'book attach')
      const common = { note, supports, condition: met }
      const by = filerOf(flags)
      const drafts = (): ReturnType<typeof drafted>[] => {
        const kept = keepDocuments(opened, evidence)
        const bare: EvidenceBody = { nonce: nonce(), file: null, ...common }
        if (kept.length === 0) return [drafted(opened, 'evidence', record, by, bare)]
        return kept.map(({ ref, bytes }) => {
          const file = { name: ref.name, sha256: ref.sha256, bytes }
          const body: EvidenceBody = { nonce: nonce(), file, ...common }
          return drafted(opened, 'evidence', record, by, body, [ref])
        })
      }
      const filed = fileEntries(opened, drafts, filingOf(opened, flags, terminal))
      for (const { seq } of filed)
        terminal.stdout.write(`${record}: evidence filed as entry ${seq}\n`)
      done(0)
    })
}

type AdjudicateFlags = BookFlags &
  Pick<AdjudicationBody, 'party' | 'list' | 'hit' | 'verdict' | 'reason' | 'evidence'>

/** `licet book adjudicate ID`: whether a hit on a list is the party of the deal. */
export const addAdjudicate: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('adjudicate'))
    .description('clear or confirm a hit on a list')
    .argument('<record>', 'record or case')
    .requiredOption('--party <name>', 'party of the deal')
    .requiredOption('--list <code>', 'list, such as entity-list or sdn')
    .requiredOption('--hit <name>', 'the entry of the list')
    .addOption(
      new Option('--verdict <verdict>', 'whether it is the party')
        .choices(['cleared', 'confirmed'])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why')
    .addOption(
      new Option('--evidence <file>', 'document; may be repeated')
        .argParser(collect)
        .default([], 'none'),
    )
    .action((id: string, flags: AdjudicateFlags) => {
      const opened = bookOf(flags)
      const record = recordIn(opened, id).id
      const kept = keepDocuments(opened, flags.evidence).map(({ ref }) => ref)
      const { party, list, hit, verdict, reason } = flags
      const evidence = kept.map(({ sha256 }) => sha256)
      const body: AdjudicationBody = {
        nonce: nonce(),
        party,
        list,
        hit,
        verdict,
        reason,
        evidence,
        reference: null,
        until: null,
      }
      const draft = drafted(opened, 'adjudication', record, filerOf(flags), body, kept)
      const [entry] = fileEntries(opened, () => [draft], filingOf(opened, flags, terminal))
      terminal.stdout.write(`${record}: ${party} ${verdict}, filed as entry ${entry!.seq}\n`)
      done(0)
    })
}

interface CorrectFlags extends BookFlags {
  readonly reason: string
  readonly void?: boolean
}

/** `licet book correct ENTRY`: what was wrong in an entry; with --void it no longer counts. */
export const addCorrect: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('correct'))
    .description('file what was wrong in an entry')
    .argument('<entry>', 'number of the entry')
    .requiredOption('--reason <text>', 'what was wrong')
    .option('--void', 'the entry no longer counts')
    .action((number: string, flags: CorrectFlags) => {
      const opened = bookOf(flags)
      const wrong = { entry: entryOf(number), reason: flags.reason, voids: flags.void === true }
      const entry = correct(opened, wrong, filerOf(flags), filingOf(opened, flags, terminal))
      terminal.stdout.write(`entry ${number} corrected by entry ${entry.seq}\n`)
      done(0)
    })
}

interface RedactFlags extends BookFlags {
  readonly reason: string
  readonly authority: string
}

/** `licet book redact ENTRY`: takes away what an entry tells; its hash stays. */
export const addRedact: AddCommand = (book, terminal, done) => {
  filingOptions(book.command('redact'))
    .description('take away what an entry tells; the entry and its hashes stay')
    .argument('<entry>', 'number of the entry')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--authority <text>', 'by what law, order or written leave (15 CFR 762.6(b))')
    .action((number: string, flags: RedactFlags) => {
      const opened = bookOf(flags)
      const { reason, authority } = flags
      const wanted = { entry: entryOf(number), reason, authority }
      const made = redact(opened, wanted, filerOf(flags), filingOf(opened, flags, terminal))
      rebuildIndex(opened)
      terminal.stdout.write(
        `entry ${number}: ${made.digests.length} objects taken away, filed as entry ${made.entry.seq}\n`,
      )
      done(0)
    })
}

function entryOf(number: string): number {
  if (!/^\d+$/.test(number))
    throw fault(
      'bad-entry',
      `\`${number}\` is no number of an entry`,
      'book',
      'licet book show names them',
    )
  return Number(number)
}
