import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785) of a value: the only form in which the book writes and hashes anything. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON can be filed')
  return text
}

/** SHA-256 in lowercase hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** The shape of a digest of the book. */
export const DIGEST = /^[0-9a-f]{64}$/
