import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import type { Issue } from '../src/errors.ts'
import { MAX_BYTES } from '../src/facts/read-document.ts'
import { suggest } from '../src/suggest.ts'

const HELP = 'a case is YAML or JSON in UTF-8'

/** Formats in which people keep deals and which are no case files. */
const OTHER_FORMATS = new Set(['.csv', '.tsv', '.xls', '.xlsx', '.pdf', '.doc', '.docx'])
/** Those of them that are tables of deals, one a row. */
const TABLES = new Set(['.csv', '.tsv', '.xlsx'])

/** The text of a file (`-` is standard input), or what keeps it from being read. Only UTF-8 is text. */
export function textOf(file: string): string | Issue {
  const ending = extname(file).toLowerCase()
  if (TABLES.has(ending))
    return {
      code: 'other-format',
      message: `${ending} files are tables, and no cases`,
      at: { file },
      help: `a table of deals is judged by \`licet batch ${file}\``,
    }
  if (OTHER_FORMATS.has(ending)) {
    return {
      code: 'other-format',
      message: `${extname(file)} files are not read by this version`,
      at: { file },
      help: HELP,
    }
  }
  try {
    if (file !== '-' && isFolder(file))
      return { code: 'folder', message: 'a folder stands where a file is needed', at: { file } }
    const bytes = bytesOf(file)
    return bytes.length > MAX_BYTES ? tooLarge(file) : decoded(bytes, file)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? noSuchFile(file)
      : unreadable(file, error)
  }
}

export const isFolder = (path: string): boolean => statSync(path).isDirectory()

export function noSuchFile(path: string): Issue {
  return {
    code: 'no-such-file',
    message: 'no such file or folder',
    at: { file: path },
    ...nearby(path),
  }
}

function nearby(path: string): { help: string } | undefined {
  try {
    const near = suggest(basename(path), readdirSync(dirname(path)))
    return near === undefined ? undefined : { help: `did you mean \`${near}\`?` }
  } catch {
    return undefined
  }
}

/** What keeps a file from being read or written, in words. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'a link that leads back to itself',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such folder',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOSPC: 'no space is left',
  EROFS: 'the disk is read-only',
}

export function unreadable(file: string, error: unknown): Issue {
  return { code: 'unreadable', message: `can't be read: ${reasonOf(error)}`, at: { file } }
}

function tooLarge(file: string): Issue {
  const size = file === '-' ? 0 : statSync(file).size
  const has = size > 0 ? `the file has ${size} bytes` : 'the text is too long'
  return {
    code: 'too-large',
    message: `${has}; a case file has at most ${MAX_BYTES}`,
    at: { file },
    help: 'use one file per case',
  }
}

/** At most one byte more than may be read, so that neither a pipe nor a device without end fills the memory. */
function bytesOf(file: string): Buffer {
  const source = file === '-' ? 0 : openSync(file, 'r')
  try {
    const chunks: Buffer[] = []
    let total = 0
    while (total <= MAX_BYTES) {
      const chunk = Buffer.allocUnsafe(Math.min(1 << 16, MAX_BYTES + 1 - total))
      const read = readSome(source, chunk)
      if (read === 0) break
      chunks.push(chunk.subarray(0, read))
      total += read
    }
    return Buffer.concat(chunks)
  } finally {
    if (source !== 0) closeSync(source)
  }
}

/** Standard input may have nothing to read yet, or be closed, and says so with an error. */
function readSome(source: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(source, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function decoded(bytes: Buffer, file: string): string | Issue {
  if (/^(fffe|feff)/.test(bytes.toString('hex', 0, 2))) {
    return {
      code: 'not-utf-8',
      message: 'the file is UTF-16',
      at: { file },
      help: 'save it as UTF-8',
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.includes(0)
      ? { code: 'not-text', message: 'the file is not text', at: { file }, help: HELP }
      : notUtf8(bytes, file)
  }
}

/** The first byte that is not UTF-8: where decoding puts a replacement that the bytes do not hold. */
function notUtf8(bytes: Buffer, file: string): Issue {
  const text = bytes.toString('utf8')
  for (const { index } of text.matchAll(/\ufffd/g)) {
    const before = text.slice(0, index)
    const offset = Buffer.byteLength(before)
    if (bytes.toString('hex', offset, offset + 3) === 'efbfbd') continue
    const line = before.split('\n').length
    const column = index - before.lastIndexOf('\n')
    const byte = bytes[offset]!.toString(16).toUpperCase()
    return {
      code: 'not-utf-8',
      message: `the byte ${byte} is not UTF-8`,
      at: { file, line, column },
      help: 'save the file as UTF-8',
    }
  }
  return {
    code: 'not-utf-8',
    message: 'the file is not UTF-8',
    at: { file },
    help: 'save it as UTF-8',
  }
}
