import { canonical } from './digest.ts'
import type { SigningKey } from './key.ts'

/** A signed statement of all that the log held when it was made. */
export interface Checkpoint {
  readonly type: 'licet-checkpoint'
  /** Id of the book, so that a checkpoint can't speak for another one. */
  readonly book: string
  readonly at: string
  /** Entries that it covers. */
  readonly size: number
  /** Merkle root (RFC 6962) over their lines. */
  readonly root: string
  /** Hash of the last of them. */
  readonly head: string
  /** Fingerprint of the key. */
  readonly key: string
  /** Base64 of the Ed25519 signature over the canonical JSON without this key. */
  readonly signature: string
}

export type Unsigned = Omit<Checkpoint, 'type' | 'key' | 'signature'>

export function signed(statement: Unsigned, key: SigningKey): Checkpoint {
  const content = { type: 'licet-checkpoint', ...statement, key: key.fingerprint } as const
  return { ...content, signature: key.sign(canonical(content)) }
}

/** What was signed. */
export function signedText({ signature: _, ...content }: Checkpoint): string {
  return canonical(content)
}

/** Reads one line; undefined where it is no checkpoint in canonical form. */
export function parseCheckpoint(line: string): Checkpoint | undefined {
  try {
    const read = JSON.parse(line) as Checkpoint
    const sound =
      read.type === 'licet-checkpoint' &&
      Number.isSafeInteger(read.size) &&
      [read.book, read.root, read.head, read.key, read.signature].every(
        (text) => typeof text === 'string',
      )
    return sound && canonical(read) === line ? read : undefined
  } catch {
    return undefined
  }
}
