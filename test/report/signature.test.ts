import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawn, type Sheet } from '../../src/report/pdf/document.ts'
import { report } from '../../src/report/model.ts'
import { der, inside, oid, oidOf, readAll } from '../../src/report/signature/der.ts'
import { readP12 } from '../../src/report/signature/p12.ts'
import { english } from './english.ts'
import { nac } from './samples/nac.ts'

const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { encoding: 'utf8' })
const hasOpenssl = run('openssl', 'version').error === undefined
const hasPdfsig = run('pdfsig', '-v').error === undefined
if (!hasOpenssl || !hasPdfsig) console.warn('skipped: openssl or pdfsig is not installed')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-sign-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A key with its own certificate in a PKCS #12 file, as a user could have it. */
function identity(name: string, newKey: readonly string[], exported: readonly string[]): string {
  const at = (ending: string): string => join(folder, `${name}.${ending}`)
  const request = ['req', '-x509', '-nodes', '-days', '30', '-subj', `/CN=${name}/O=Example`]
  run('openssl', ...request, ...newKey, '-keyout', at('key'), '-out', at('crt'))
  const bundle = ['pkcs12', '-export', '-passout', 'pass:secret', '-name', name]
  run('openssl', ...bundle, '-inkey', at('key'), '-in', at('crt'), '-out', at('p12'), ...exported)
  return at('p12')
}

const RSA = ['-newkey', 'rsa:2048']
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
const OLD = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']

const sheet = (file: string): Sheet => ({
  made: report(nac, '0'.repeat(64), english),
  title: 'memo',
  name: 'D-1/1',
  sha256: '0'.repeat(64),
  date: '2026-11-20',
  engine: '0.1.0',
  first: { basis: [], seal: null },
  attachments: [],
  note: '',
  signing: {
    identity: readP12(readFileSync(file), 'secret', file),
    at: new Date('2026-11-20T09:30:00Z'),
    reason: 'D-1/1',
  },
})

describe.skipIf(!hasOpenssl || !hasPdfsig)('a signed PDF', () => {
  it.each([
    ['Ada Kim', RSA, []],
    ['Bob Lee', EC, []],
    ['Old Export', RSA, OLD],
  ])('of %s is valid for a reader that knows the certificate', async (name, key, exported) => {
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, await drawn(sheet(identity(name, key, exported)), english))
    const { stdout } = run('pdfsig', '-nocert', file)
    expect(stdout).toContain(`Signer Certificate Common Name: ${name}`)
    expect(stdout).toContain('Signature Type: ETSI.CAdES.detached')
    expect(stdout).toContain('Signature Validation: Signature is Valid.')
    expect(stdout).toContain('Total document signed')
    expect(run('qpdf', '--check', file).stdout).toContain('No syntax or stream encoding errors')
  })

  it('is no longer valid when a byte of it changes', async () => {
    const bytes = await drawn(sheet(identity('Changed', RSA, [])), english)
    const file = join(folder, 'changed.pdf')
    const at = bytes.indexOf('/Title')
    bytes.write('/Titel', at, 'latin1')
    writeFileSync(file, bytes)
    expect(run('pdfsig', '-nocert', file).stdout).toContain('Digest Mismatch')
  })

  it('names the certificate among what is signed, which makes it PAdES', async () => {
    const file = identity('Named', EC, [])
    const text = (await drawn(sheet(file), english)).toString('latin1')
    const [, hex] = /\/Contents <([0-9a-f]+)>/.exec(text)!
    writeFileSync(join(folder, 'cms.der'), Buffer.from(hex!.replace(/(00)+$/, ''), 'hex'))
    const { stdout } = run('openssl', 'asn1parse', '-inform', 'DER', '-in', join(folder, 'cms.der'))
    expect(stdout).toContain('id-smime-aa-signingCertificateV2')
    expect(stdout).not.toContain('signingTime')
  })

  it('is refused with a wrong passphrase or a file that is none', () => {
    const file = identity('Wrong', RSA, [])
    expect(() => readP12(readFileSync(file), 'guess', file)).toThrow('check the passphrase')
    expect(() => readP12(Buffer.from('not a p12'), 'x', 'x.p12')).toThrow(
      "can't be read as PKCS #12",
    )
  })
})

describe('DER', () => {
  it('writes and reads lengths and identifiers', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 70_000]) {
      const [one, ...rest] = readAll(der(0x04, Buffer.alloc(length, 7)))
      expect([one!.tag, one!.content.length, rest]).toEqual([0x04, length, []])
    }
    for (const dotted of ['1.2.840.113549.1.9.16.2.47', '2.16.840.1.101.3.4.2.1', '2.999.3'])
      expect(oidOf(readAll(oid(dotted))[0]!)).toBe(dotted)
    expect(inside(readAll(Buffer.from('3003020105', 'hex'))[0]!)[0]!.content).toEqual(
      Buffer.from([5]),
    )
    expect(() => readAll(Buffer.from('300502', 'hex'))).toThrow('cut off')
  })
})
