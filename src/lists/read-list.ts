import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Result } from '../errors.ts'
import type { Draft } from './draft.ts'
import { readCslCsv } from './readers/csl-csv.ts'
import { readCslJson } from './readers/csl-json.ts'
import { readExtractJson } from './readers/extract-json.ts'
import { readOfacCsv } from './readers/ofac-csv.ts'
import { readOfacXml } from './readers/ofac-xml.ts'
import { readDdtcCsv, readDplCsv, readOwnCsv } from './readers/plain-csv.ts'
import type { Registry } from './registry.ts'

/** A file of lists, read: what it holds, and its day where it says so. */
export interface ReadList {
  readonly format: string
  readonly drafts: readonly Draft[]
  readonly date?: string
}

/** Reads a file of lists; which publisher's it is shows from its first letters. Gzip is unpacked. */
export function readListFile(path: string, registry: Registry, as?: string): Result<ReadList> {
  const text = textOf(path)
  if (typeof text !== 'string') return text
  const file = basename(path)
  if (as !== undefined)
    return /^\s*\{/.test(text)
      ? done('extracted list', readExtractJson(text, file, as))
      : done('own list', readOwnCsv(text, file, as))
  const start = text.slice(0, 2000).replace(/^\ufeff/, '')
  if (/^\s*[{[]/.test(start)) {
    const read = readCslJson(text, file, registry)
    if (!read.ok) return read
    const { drafts, generated } = read.value
    return {
      ok: true,
      value: {
        format: 'CSL JSON',
        drafts,
        ...(generated !== undefined && { date: generated }),
      },
    }
  }
  if (/^\s*<(?:\?xml|\w*:?Sanctions)/.test(start)) return done('OFAC XML', readOfacXml(text, file))
  if (/^\s*</.test(start)) return failed('html', 'a web page stands where the list should be', file)
  if (/^"?Name_and_Address/.test(start)) return done('DPL CSV', readDplCsv(text, file))
  if (/^"?(?:Party Name|Name),/.test(start) && start.includes('Federal Register Notice'))
    return done('DDTC CSV', readDdtcCsv(text, file))
  if (/^\d+,/.test(start)) {
    const beside = (name: string): string | undefined => {
      const place = join(dirname(path), name)
      return existsSync(place) ? readFileSync(place, 'utf8') : undefined
    }
    const files = { sdn: text, add: beside('add.csv'), alt: beside('alt.csv') }
    return done('OFAC CSV', readOfacCsv(files, file))
  }
  return done('CSL CSV', readCslCsv(text, file, registry))
}

function textOf(path: string): string | Result<never> {
  const bytes = readFileSync(path)
  if (bytes.length === 0) return failed('empty', 'the file is empty', basename(path))
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return failed(
      'truncated',
      'the file is no UTF-8 text, or its compression is cut off',
      basename(path),
    )
  }
}

function done(format: string, read: Result<Draft[]>): Result<ReadList> {
  return read.ok ? { ok: true, value: { format, drafts: read.value } } : read
}

const failed = (code: string, message: string, file: string): Result<never> => ({
  ok: false,
  issues: [{ code, message, at: { file } }],
})
