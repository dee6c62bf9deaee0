import canonicalize from 'canonicalize'
import { sha256 } from './objects.ts'
import type { Run } from './server.ts'

/** An entry of the audit of a run: what was done, by whom, bound to all entries before it. */
export interface AuditEntry {
  readonly run: string
  /** From 0. */
  readonly seq: number
  /** What it is of; there is one entry of each: `begun`, `chunk 3`, `dead letter ID`, `finished`. */
  readonly subject: string
  /** UTC, by the clock of the machine that wrote it. */
  readonly at: string
  readonly by: string
  /** Canonical JSON. */
  readonly body: string
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string
  readonly hash: string
}

const GENESIS = '0'.repeat(64)

/**
 * Adds an entry in the transaction of what it tells of. The row of the run must be locked there, so that
 * entries follow each other; one of the same subject is not added twice.
 */
export async function addAudit(
  run: Run,
  entry: Pick<AuditEntry, 'run' | 'subject' | 'by'> & {
    readonly body: unknown
    readonly at: string
  },
): Promise<void> {
  const [last] = await run<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM licet.audit WHERE run = $1 ORDER BY seq DESC LIMIT 1',
    [entry.run],
  )
  const seq = (last?.seq ?? -1) + 1
  const prev = last?.hash ?? GENESIS
  const unhashed = { ...entry, body: canonicalize(entry.body)!, seq, prev }
  const { run: id, subject, at, by, body } = unhashed
  await run(
    `INSERT INTO licet.audit (run, seq, subject, at, by, body, prev, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (run, subject) DO NOTHING`,
    [id, seq, subject, at, by, body, prev, hashOf(unhashed)],
  )
}

const hashOf = ({ run, seq, subject, at, by, body, prev }: Omit<AuditEntry, 'hash'>): string =>
  sha256(canonicalize({ run, seq, subject, at, by, body, prev })!)

/** The entries of a run in their order. @throws where one was changed, left out or put in. */
export async function readAudit(run: Run, id: string): Promise<AuditEntry[]> {
  const entries = await run<AuditEntry & Record<string, unknown>>(
    'SELECT run::text, seq, subject, at, by, body, prev, hash FROM licet.audit WHERE run = $1 ORDER BY seq',
    [id],
  )
  let prev = GENESIS
  for (const [i, entry] of entries.entries()) {
    if (entry.seq !== i || entry.prev !== prev || entry.hash !== hashOf(entry))
      throw new Error(`entry ${i} of the audit of run ${id} is not what was written`)
    prev = entry.hash
  }
  return entries
}
