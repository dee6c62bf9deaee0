// A verifier of Licet's book that an auditor could have written from docs/book.md: it uses no code of
// Licet, only SHA-256 and Ed25519. Usage: node auditor.mjs FOLDER [FINGERPRINT]. Exit 0 whole, 1 not.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

const [folder, fingerprint] = process.argv.slice(2)
const faults = []
const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** JSON with its keys in the order of their UTF-16 code units and no blanks (RFC 8785). */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const without = ({ ...object }, key) => (delete object[key], object)
const object = (digest) => {
  const file = `${folder}/objects/${digest.slice(0, 2)}/${digest}`
  return existsSync(file) ? readFileSync(file) : undefined
}

// 1. The chain: each line is canonical, numbered, hashed and names the hash of the line before it.
const lines = readFileSync(`${folder}/log.jsonl`, 'utf8').split('\n')
if (lines.pop() !== '') faults.push('log: the last line is torn')
const entries = lines.map((line, i) => {
  try {
    const entry = JSON.parse(line)
    const before = i === 0 ? '0'.repeat(64) : JSON.parse(lines[i - 1]).hash
    if (canonical(entry) !== line) faults.push(`entry ${i}: not canonical`)
    if (entry.seq !== i) faults.push(`entry ${i}: numbered ${entry.seq}`)
    if (entry.prev !== before) faults.push(`entry ${i}: does not follow entry ${i - 1}`)
    if (sha256(canonical(without(entry, 'hash'))).toString('hex') !== entry.hash)
      faults.push(`entry ${i}: its hash does not fit`)
    return entry
  } catch {
    faults.push(`entry ${i}: no JSON`)
    return { objects: [], body: null }
  }
})

// 2. The objects: each digest that an entry names is the digest of its bytes, or was redacted.
const told = (entry) => (entry.body === null ? {} : JSON.parse(object(entry.body) ?? '{}'))
const redacted = new Set(
  entries.filter(({ kind }) => kind === 'redaction').flatMap((entry) => told(entry).digests ?? []),
)
entries.forEach(({ body, objects }, i) => {
  for (const digest of [...(body === null ? [] : [body]), ...objects.map((one) => one.sha256)]) {
    const bytes = object(digest)
    if (bytes === undefined && !redacted.has(digest)) faults.push(`entry ${i}: ${digest} is gone`)
    if (bytes !== undefined && sha256(bytes).toString('hex') !== digest)
      faults.push(`entry ${i}: ${digest} was changed`)
  }
})

// 3. The keys: the first entry brings one; a later one signs from the second entry after it on.
const keys = entries.flatMap((entry, i) => {
  if (!['opened', 'key'].includes(entry.kind)) return []
  const spki = Buffer.from(told(entry).publicKey ?? '', 'base64')
  return [{ spki, from: i, name: sha256(spki).toString('hex') }]
})
if (fingerprint !== undefined && keys[0]?.name !== fingerprint)
  faults.push('entry 0: opened with another key')

// 4. The checkpoints: each signed by the key of its time, over the Merkle root of the first lines.
const leaves = lines.map((line) => sha256('\u0000', line))
function root(from, to) {
  if (to - from === 1) return leaves[from]
  let split = 1
  while (split * 2 < to - from) split *= 2
  return sha256('\u0001', root(from, from + split), root(from + split, to))
}
const checkpoints = readFileSync(`${folder}/checkpoints.jsonl`, 'utf8').split('\n').slice(0, -1)
const sizes = checkpoints.map((line) => JSON.parse(line).size)
for (const { from } of keys.slice(1))
  if (!sizes.includes(from + 1))
    faults.push(`entry ${from}: a key without the word of the one before`)
let signed = 0
checkpoints.forEach((line, i) => {
  const one = JSON.parse(line)
  const key = keys.findLast(({ from }) => from === 0 || from < one.size - 1)
  const spki = { key: key?.spki, format: 'der', type: 'spki' }
  const text = canonical(without(one, 'signature'))
  const good =
    key?.name === one.key &&
    verify(null, Buffer.from(text), createPublicKey(spki), Buffer.from(one.signature, 'base64'))
  if (!good) faults.push(`checkpoint ${i}: not signed by the key of its time`)
  if (one.size < signed) faults.push(`checkpoint ${i}: out of order`)
  if (one.size > lines.length) faults.push(`checkpoint ${i}: entries were cut off`)
  else if (root(0, one.size).toString('hex') !== one.root)
    faults.push(`checkpoint ${i}: wrong root`)
  if (good) signed = one.size
})
if (signed < lines.length) faults.push(`${lines.length - signed} entries are not signed`)
faults.forEach((fault) => console.log(fault))
console.log(`${lines.length} entries, ${checkpoints.length} checkpoints, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
