import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Fault } from '../errors.ts'
import { sha256 } from './digest.ts'
import { writeWhole } from './files.ts'

/** The Ed25519 key that signs checkpoints. It is kept apart from the book, for its owner's eyes alone. */
export interface SigningKey {
  readonly file: string
  readonly publicKey: string
  readonly fingerprint: string
  readonly sign: (text: string) => string
}

/** Public keys stand in the book as the base64 of their SPKI form; the fingerprint is its SHA-256. */
export const fingerprintOf = (publicKey: string): string => sha256(Buffer.from(publicKey, 'base64'))

/**
 * Makes a key and writes it where only its owner can read it; with a passphrase, encrypted.
 * @throws Fault (exit 4) where a file stands there already: a key is never overwritten.
 */
export function makeKey(file: string, passphrase?: string): SigningKey {
  if (existsSync(file))
    throw fault('key-exists', 'a file stands there already', file, 'name another with --key')
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase !== undefined && { cipher: 'aes-256-cbc', passphrase }),
  })
  writeWhole(file, pem, { mode: 0o600 })
  return signingKey(file, privateKey)
}

/** Reads a key. @throws Fault (exit 4) where it is no Ed25519 key, or others than its owner can read it. */
export function readKey(file: string, passphrase?: string): SigningKey {
  const readers = statSync(file).mode & 0o077
  if (readers !== 0 && process.platform !== 'win32')
    throw fault('key-readable', 'others can read the signing key', file, `run: chmod 600 ${file}`)
  return signingKey(file, parsed(file, passphrase))
}

function parsed(file: string, passphrase: string | undefined): KeyObject {
  const pem = readFileSync(file, 'utf8')
  let key: KeyObject
  try {
    key = createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) })
  } catch {
    throw pem.includes('ENCRYPTED')
      ? fault(
          'key-locked',
          'the key is encrypted, and its passphrase is another',
          file,
          'set LICET_BOOK_PASSPHRASE',
        )
      : fault('bad-key', 'this is no private key in PEM', file)
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw fault('bad-key', 'the key is not an Ed25519 key', file, 'make one: licet book init')
  return key
}

function signingKey(file: string, key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  return {
    file,
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  }
}

/** Whether a signature over a text is a key's own. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

const fault = (code: string, message: string, file: string, help?: string): Fault =>
  new Fault(4, [{ code, message, at: { file }, ...(help !== undefined && { help }) }])
