import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  pbkdf2Sync,
  X509Certificate,
  type KeyObject,
} from 'node:crypto'
import { Fault } from '../../errors.ts'
import { inside, oidOf, readAll, type Der } from './der.ts'

/** Who signs: a private key, its certificate, and the certificates above it. */
export interface Identity {
  readonly key: KeyObject
  readonly certificate: Buffer
  readonly others: readonly Buffer[]
}

const DATA = '1.2.840.113549.1.7.1'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERT_BAG = '1.2.840.113549.1.12.10.1.3'
const PBES2 = '1.2.840.113549.1.5.13'
const PBE_3DES = '1.2.840.113549.1.12.1.3'

const CIPHERS: Readonly<Record<string, readonly [name: string, keyBytes: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
}
const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/**
 * Reads a PKCS #12 file (RFC 7292), as `openssl pkcs12 -export` and the certificate stores write it.
 * @throws Fault (exit 4) where it is none, the passphrase is wrong, or an old cipher protects it.
 */
export function readP12(bytes: Buffer, passphrase: string, file: string): Identity {
  try {
    const [, authSafe] = inside(readAll(bytes)[0]!)
    const bags = inside(readAll(octetsOf(authSafe!))[0]!).flatMap((info) =>
      bagsOf(info, passphrase),
    )
    return identityOf(bags, passphrase, file)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw fault(
      `can't be read as PKCS #12 (${(error as Error).message})`,
      file,
      'check the passphrase in LICET_P12_PASSPHRASE; a file of an old program: export it anew with AES',
    )
  }
}

/** The octets in the explicit tag of a ContentInfo. */
function octetsOf(info: Der): Buffer {
  const [, wrapped] = inside(info)
  return inside(wrapped!)[0]!.content
}

interface Bag {
  readonly type: string
  readonly value: Der
}

function bagsOf(info: Der, passphrase: string): Bag[] {
  const [type, wrapped] = inside(info)
  const isPlain = oidOf(type!) === DATA
  if (!isPlain && oidOf(type!) !== ENCRYPTED_DATA) return []
  const content = isPlain ? octetsOf(info) : decrypted(inside(wrapped!)[0]!, passphrase)
  return inside(readAll(content)[0]!).map((bag) => {
    const [id, value] = inside(bag)
    return { type: oidOf(id!), value: inside(value!)[0]! }
  })
}

function decrypted(data: Der, passphrase: string): Buffer {
  const [, algorithm, content] = inside(inside(data)[1]!)
  const { cipher, key, iv } = keyFor(algorithm!, passphrase)
  const decipher = createDecipheriv(cipher, key, iv)
  return Buffer.concat([decipher.update(content!.content), decipher.final()])
}

function keyFor(algorithm: Der, passphrase: string): { cipher: string; key: Buffer; iv: Buffer } {
  const [id, parameters] = inside(algorithm)
  if (oidOf(id!) === PBE_3DES) {
    const [salt, rounds] = inside(parameters!)
    const derive = (purpose: number, size: number): Buffer =>
      pkcs12Key(passphrase, salt!.content, numberOf(rounds!), purpose, size)
    return { cipher: 'des-ede3-cbc', key: derive(1, 24), iv: derive(2, 8) }
  }
  if (oidOf(id!) !== PBES2) throw new Error(`cipher ${oidOf(id!)}`)
  const [kdf, scheme] = inside(parameters!)
  const [salt, rounds, ...rest] = inside(inside(kdf!)[1]!)
  const prf = rest.find(({ tag }) => tag === 0x30)
  const [cipherId, iv] = inside(scheme!)
  const [cipher, size] = CIPHERS[oidOf(cipherId!)] ?? []
  if (cipher === undefined) throw new Error(`cipher ${oidOf(cipherId!)}`)
  const hash = prf === undefined ? 'sha1' : (PRFS[oidOf(inside(prf)[0]!)] ?? 'sha256')
  const key = pbkdf2Sync(passphrase, salt!.content, numberOf(rounds!), size!, hash)
  return { cipher, key, iv: iv!.content }
}

const numberOf = ({ content }: Der): number => content.readUIntBE(0, content.length)

/** The key derivation of RFC 7292, appendix B, with SHA-1: one block is enough for a key of 3DES twice over. */
function pkcs12Key(
  passphrase: string,
  salt: Buffer,
  rounds: number,
  purpose: number,
  size: number,
): Buffer {
  const password = Buffer.from(`${passphrase}\u0000`, 'utf16le').swap16()
  const filled = (bytes: Buffer): Buffer => Buffer.alloc(Math.ceil(bytes.length / 64) * 64, bytes)
  let input: Buffer = Buffer.concat([filled(salt), filled(password)])
  const made: Buffer[] = []
  for (let have = 0; have < size; have += 20) {
    let hash = createHash('sha1').update(Buffer.alloc(64, purpose)).update(input).digest()
    for (let i = 1; i < rounds; i++) hash = createHash('sha1').update(hash).digest()
    made.push(hash)
    input = added(input, Buffer.alloc(64, hash))
  }
  return Buffer.concat(made).subarray(0, size)
}

/** Each block of 64 bytes plus another number plus one. */
function added(input: Buffer, block: Buffer): Buffer {
  const sum = Buffer.alloc(input.length)
  for (let at = 0; at < input.length; at += 64) {
    let carry = 1
    for (let i = 63; i >= 0; i--) {
      carry += input[at + i]! + block[i]!
      sum[at + i] = carry & 0xff
      carry >>= 8
    }
  }
  return sum
}

function identityOf(bags: readonly Bag[], passphrase: string, file: string): Identity {
  const keyBag = bags.find(({ type }) => type === KEY_BAG || type === SHROUDED_KEY_BAG)
  if (keyBag === undefined) throw fault('holds no private key', file, 'export it with its key')
  const key = createPrivateKey({ key: keyBag.value.raw, format: 'der', type: 'pkcs8', passphrase })
  const certificates = bags
    .filter(({ type }) => type === CERT_BAG)
    .map(({ value }) => inside(inside(value)[1]!)[0]!.content)
  const own = certificates.find((one) => new X509Certificate(one).checkPrivateKey(key))
  if (own === undefined)
    throw fault('holds no certificate of its key', file, 'export both together')
  return { key, certificate: own, others: certificates.filter((one) => one !== own) }
}

const fault = (message: string, file: string, help: string): Fault =>
  new Fault(4, [{ code: 'bad-p12', message, at: { file }, help }])
