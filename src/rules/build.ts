import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { say } from '../errors.ts'
import { readPack } from './read.ts'

/** Canonical JSON (RFC 8785) of a pack and its SHA-256: the artefact that every answer names. */
export function bundle(pack: unknown): { text: string; sha256: string } {
  const text = canonicalize(JSON.parse(JSON.stringify(pack)))!
  return { text, sha256: createHash('sha256').update(text).digest('hex') }
}

if (process.argv[1]?.endsWith('rules/build.js')) {
  const read = readPack('rules')
  if (!read.ok) {
    console.error(read.issues.map(say).join('\n'))
    process.exit(4)
  }
  const { text, sha256 } = bundle(read.value.pack)
  writeFileSync('dist/pack.json', text)
  console.log(
    `rule pack ${read.value.pack.id}: ${read.value.pack.provisions.length} provisions, sha256 ${sha256}`,
  )
}
