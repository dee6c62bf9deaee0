import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Determination } from '../determination.ts'

/** The canonical JSON of a determination (RFC 8785, UTF-8) and its SHA-256 in hexadecimal. */
export interface DeterminationRecord {
  readonly json: string
  readonly sha256: string
}

/** What a report names as its record: the bytes that are attached to a PDF, and their digest. */
export function recordOf(determination: Determination): DeterminationRecord {
  const json = canonicalize(determination)
  if (json === undefined) throw new TypeError('a determination is an object')
  return { json, sha256: createHash('sha256').update(json, 'utf8').digest('hex') }
}
