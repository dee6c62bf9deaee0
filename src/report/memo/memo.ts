import type { Proof } from '../../book/proof.ts'
import { determinationOf, type BookRecord } from '../../book/records.ts'
import type { Determination } from '../../determination.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { quiet, text, type Block, type Section } from '../blocks.ts'
import { settled } from '../../screening/screen-parties.ts'
import { report, type Report } from '../model.ts'
import { ownerDiagrams } from './diagram.ts'
import { decisionsSection, signatureBlocks } from './decisions-section.ts'
import { adjudicationsSection, evidenceSection } from './evidence-section.ts'
import { flipsSection } from './flips-section.ts'
import { historySection } from './history-section.ts'
import { jurisdictionSection } from './jurisdiction-section.ts'
import { recordSection } from './record-section.ts'

/** A record of the book as a document. */
export interface Memo extends Report {
  /** Who prepared and who decided, for the first page. */
  readonly signatures: readonly Block[]
  /** The record's hash and the entry's, for the first page. */
  readonly seal: readonly string[]
  /** Both, as blocks for renderings that have no pages. */
  readonly firstPage: readonly Block[]
}

/** What a memo shows: a record, where it stands in the log, and the words of its determination. */
export interface MemoOf {
  readonly record: BookRecord
  readonly proof: Proof
  /** The determination in the language of the memo; its facts and its law are those of the record. */
  readonly said: Determination
  /** SHA-256 of the record's JSON as it is attached. */
  readonly sha256: string
}

/** The memo of a record: the determination's report, grown by people, evidence, history and proof. */
export function memo(of: MemoOf, wording: Wording): Memo {
  const { record, proof, said } = of
  const { determinationSha256, jurisdiction } = determinationOf(record)
  const base = report(said, determinationSha256, wording)
  const [deal, ...others] = base.sections
  const signatures = signatureBlocks(record, wording)
  const seal = [
    say(wording, 'report.record', { hash: determinationSha256 }),
    `${say(wording, 'book.entry-hash')} ${say(wording, 'book.entry-of', { seq: proof.entry.seq, hash: proof.entry.hash })}`,
    sealText(proof, wording),
  ]
  return {
    ...base,
    title: say(wording, 'book.memo'),
    signatures,
    seal,
    firstPage: [...signatures, ...seal.map(quiet)],
    sections: [
      recordSection(record, wording),
      ...(deal === undefined ? [] : [deal]),
      decisionsSection(record, wording),
      adjudicationsSection(record, wording),
      ...others.flatMap((one) => [
        ...(one.id === 'findings' ? [jurisdictionSection(jurisdiction, wording)] : []),
        withDiagrams(one, record, wording),
      ]),
      flipsSection(determinationOf(record), wording),
      evidenceSection(record, wording),
      historySection(record, wording),
      verifySection(of, wording),
    ],
  }
}

/** The section on ownership, with the owners drawn. */
function withDiagrams(section: Section, record: BookRecord, wording: Wording): Section {
  if (section.id !== 'ownership') return section
  const { case: input, determination } = determinationOf(record)
  const { parties = [] } = settled(input, determination.screening)
  return { ...section, blocks: [...section.blocks, ...ownerDiagrams(parties, wording)] }
}

function sealText({ signed }: Proof, wording: Wording): string {
  if (signed === null) return say(wording, 'book.unsigned')
  const { size, root, key } = signed.checkpoint
  return say(wording, 'book.checkpoint', { size, root, key })
}

/** What a reader does who trusts neither this file nor Licet. */
function verifySection({ record, proof, sha256 }: MemoOf, wording: Wording): Section {
  const { entry, signed } = proof
  const determination = determinationOf(record).determinationSha256
  const steps = [
    say(wording, 'book.verify-record', { hash: sha256, determination }),
    say(wording, 'book.verify-entry', { seq: entry.seq, body: entry.body ?? '', hash: entry.hash }),
    ...(signed === null
      ? [say(wording, 'book.unsigned')]
      : [
          say(wording, 'book.verify-path', {
            steps: signed.path.length,
            root: signed.checkpoint.root,
          }),
          say(wording, 'book.verify-signature', {
            size: signed.checkpoint.size,
            key: signed.checkpoint.key,
          }),
        ]),
    say(wording, 'book.verify-book', { record: record.id }),
  ]
  return {
    id: 'verify',
    title: say(wording, 'book.verify'),
    blocks: [quiet(say(wording, 'book.verify-intro')), ...steps.map(text)],
  }
}
