import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { ProposalResult } from '../../proposal/result.ts'

/** The canonical JSON of a result (RFC 8785) and its SHA-256 in hexadecimal. */
export function recordOfResult(result: ProposalResult): { json: string; sha256: string } {
  const json = canonicalize(JSON.parse(JSON.stringify(result)))!
  return { json, sha256: createHash('sha256').update(json, 'utf8').digest('hex') }
}
