import { createHash, sign } from 'node:crypto'
import { der, inside, integer, NULL, octets, oid, readAll, sequence, set, type Der } from './der.ts'
import type { Identity } from './p12.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const DATA = '1.2.840.113549.1.7.1'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), NULL)
const SIGNATURES: Readonly<Record<string, Buffer>> = {
  rsa: sequence(oid('1.2.840.113549.1.1.11'), NULL),
  ec: sequence(oid('1.2.840.10045.4.3.2')),
}

/**
 * A detached CMS signature (RFC 5652) of the CAdES baseline B-B (ETSI EN 319 122-1), as PAdES embeds it:
 * with the hash of the signer's certificate among what is signed, and without a time of its own.
 * @throws Error where the key is neither RSA nor EC.
 */
export function signedData(content: Uint8Array, { key, certificate, others }: Identity): Buffer {
  const algorithm = SIGNATURES[key.asymmetricKeyType ?? '']
  if (algorithm === undefined) throw new Error('the key is neither RSA nor EC')
  const { issuer, serial } = issuerOf(certificate)
  const attributes = [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(sha256(content))),
    attribute(
      SIGNING_CERTIFICATE_V2,
      sequence(
        sequence(
          sequence(octets(sha256(certificate)), sequence(sequence(der(0xa4, issuer)), serial)),
        ),
      ),
    ),
  ]
  const signedAttributes = set(...attributes)
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    SHA256,
    der(0xa0, readAll(signedAttributes)[0]!.content),
    algorithm,
    octets(sign('sha256', signedAttributes, key)),
  )
  const data = sequence(
    integer(1),
    set(SHA256),
    sequence(oid(DATA)),
    der(0xa0, certificate, ...others),
    set(signer),
  )
  return sequence(oid(SIGNED_DATA), der(0xa0, data))
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), set(value))

/** The issuer and the serial number of a certificate, as they stand in it. */
function issuerOf(certificate: Buffer): { issuer: Buffer; serial: Buffer } {
  const parts: Der[] = inside(inside(readAll(certificate)[0]!)[0]!)
  const from = parts[0]!.tag === 0xa0 ? 1 : 0
  return { serial: parts[from]!.raw, issuer: parts[from + 2]!.raw }
}
