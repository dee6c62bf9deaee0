import { canonical } from '../../book/digest.ts'
import { determinationOf } from '../../book/records.ts'
import { say, type Wording } from '../../wording/wording.ts'
import { memo, type MemoOf } from '../memo/memo.ts'
import type { Signing } from './signature.ts'
import { drawn, packLines } from './document.ts'

/**
 * The memo of a record as a tagged PDF/A-3a, with the record's JSON, the determination and the proof of
 * its entry attached. The same record gives the same bytes, unless
 * it is signed.
 */
export async function memoPdf(
  of: MemoOf,
  recordJson: string,
  wording: Wording,
  signing?: Signing,
): Promise<Buffer> {
  const { record, proof, said } = of
  const { determination, determinationSha256, times } = determinationOf(record)
  const made = memo(of, wording)
  const attached = (name: string, content: string) => ({
    name,
    content,
    description: say(wording, `book.attached-${name.replace('.json', '')}`),
  })
  return drawn(
    {
      made,
      title: say(wording, 'book.memo-title', { record: record.id }),
      name:
        made.mark === null
          ? record.id
          : say(wording, 'book.privileged-foot', { record: record.id }),
      sha256: determinationSha256,
      date: times.created.slice(0, 10),
      engine: determination.basis.engine,
      first: {
        basis: packLines(said, wording),
        seal: {
          signatures: made.signatures,
          lines: made.seal,
          symbol: `licet ${proof.entry.seq} ${proof.entry.hash} ${determinationSha256}`,
          alt: say(wording, 'book.symbol-alt', { hash: proof.entry.hash }),
        },
      },
      attachments: [
        attached('record.json', recordJson),
        attached('determination.json', canonical(determination)),
        attached('entry.json', canonical(proof)),
      ],
      note: say(wording, 'book.attached-note'),
      signing,
    },
    wording,
  )
}
