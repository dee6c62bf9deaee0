import { createHash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Issue, Result } from '../errors.ts'

/** Limits of a download. */
export interface DownloadLimits {
  readonly mostBytes: number
  /** Milliseconds without a byte after which an attempt is given up. */
  readonly idleMs: number
  readonly attempts: number
}

export const LIMITS: DownloadLimits = { mostBytes: 300_000_000, idleMs: 30_000, attempts: 4 }

const TYPES = /json|csv|xml|octet-stream|gzip|plain/i

/** What was downloaded. */
export interface Downloaded {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Downloads a URL to a file beside which its entity tag stands, so that what was cut off goes on where it
 * stopped, in this attempt or in a later run. Only HTTPS, or HTTP to this machine.
 */
export async function download(
  url: string,
  file: string,
  limits: DownloadLimits = LIMITS,
): Promise<Result<Downloaded>> {
  const refused = refusedUrl(url)
  if (refused !== undefined) return { ok: false, issues: [refused] }
  let issue: Issue | undefined
  for (let attempt = 0; attempt < limits.attempts; attempt++) {
    const got = await attemptOnce(url, file, limits)
    if (got === undefined) {
      rmSync(`${file}.tag`, { force: true })
      const bytes = readFileSync(file)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { ok: true, value: { file, bytes: bytes.length, sha256 } }
    }
    issue = got.issue
    if (!got.isRetried) break
  }
  return { ok: false, issues: [issue!] }
}

function refusedUrl(url: string): Issue | undefined {
  const at = { file: url }
  try {
    const { protocol, hostname } = new URL(url)
    const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
    if (protocol === 'https:' || (protocol === 'http:' && isHere)) return undefined
    return { code: 'not-https', message: 'lists are downloaded over HTTPS only', at }
  } catch {
    return { code: 'bad-url', message: 'no URL', at }
  }
}

interface Failed {
  readonly issue: Issue
  readonly isRetried: boolean
}

async function attemptOnce(
  url: string,
  file: string,
  { mostBytes, idleMs }: DownloadLimits,
): Promise<Failed | undefined> {
  const at = { file: url }
  const stop = new AbortController()
  let idle = setTimeout(() => stop.abort(), idleMs)
  const tagFile = `${file}.tag`
  const tag = existsSync(tagFile) && existsSync(file) ? readFileSync(tagFile, 'utf8') : undefined
  const had = tag === undefined ? 0 : statSync(file).size
  try {
    const headers: Record<string, string> = { 'accept-encoding': 'identity' }
    if (tag !== undefined && had > 0) {
      headers['range'] = `bytes=${had}-`
      headers['if-range'] = tag
    }
    const response = await fetch(url, { headers, signal: stop.signal, redirect: 'follow' })
    const moved = refusedUrl(response.url)
    if (moved !== undefined) return { issue: moved, isRetried: false }
    const isRest = response.status === 206
    if (response.status !== 200 && !isRest) {
      await response.body?.cancel()
      if (response.status === 416) rmSync(tagFile, { force: true })
      const message = `the server answers ${response.status}`
      const isRetried = response.status >= 500 || response.status === 416 || response.status === 429
      return { issue: { code: 'http-status', message, at }, isRetried }
    }
    const type = response.headers.get('content-type') ?? ''
    if (type !== '' && !TYPES.test(type)) {
      await response.body?.cancel()
      const message = `the server sends \`${type}\` where a list should be`
      return { issue: { code: 'content-type', message, at }, isRetried: false }
    }
    const start = isRest ? had : 0
    const length = Number(response.headers.get('content-length') ?? Number.NaN)
    if (start + length > mostBytes) {
      await response.body?.cancel()
      return { issue: tooLarge(start + length, mostBytes, url), isRetried: false }
    }
    const newTag = response.headers.get('etag') ?? response.headers.get('last-modified')
    if (newTag !== null) writeFileSync(tagFile, newTag)
    else rmSync(tagFile, { force: true })
    const out = createWriteStream(file, { flags: isRest ? 'a' : 'w' })
    let bytes = start
    try {
      if (response.body !== null)
        for await (const chunk of Readable.fromWeb(response.body)) {
          clearTimeout(idle)
          idle = setTimeout(() => stop.abort(), idleMs)
          bytes += (chunk as Buffer).length
          if (bytes > mostBytes) {
            stop.abort()
            return { issue: tooLarge(bytes, mostBytes, url), isRetried: false }
          }
          if (!out.write(chunk)) await once(out, 'drain')
        }
    } finally {
      out.end()
      await once(out, 'close')
    }
    if (!Number.isNaN(length) && bytes !== start + length) {
      const message = `${bytes - start} bytes came where ${length} were announced`
      return { issue: { code: 'truncated', message, at }, isRetried: true }
    }
    return undefined
  } catch (error) {
    const message = stop.signal.aborted
      ? `nothing came for ${idleMs / 1000} seconds`
      : `the connection failed: ${causeOf(error)}`
    return {
      issue: { code: stop.signal.aborted ? 'timeout' : 'connection', message, at },
      isRetried: true,
    }
  } finally {
    clearTimeout(idle)
  }
}

const tooLarge = (bytes: number, mostBytes: number, file: string): Issue => ({
  code: 'too-large',
  message: `${bytes} bytes or more; a list has at most ${mostBytes}`,
  at: { file },
})

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? cause.message : error.message
}
