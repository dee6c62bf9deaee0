import { createServer, type RequestListener, type Server } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { download, LIMITS } from '../../src/lists/download.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on this machine, and its address. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.json`
}

const target = (): string => join(mkdtempSync(join(tmpdir(), 'licet-')), 'list')
const QUICK = { ...LIMITS, idleMs: 300, attempts: 3 }
const BODY = JSON.stringify({ results: 'x'.repeat(100_000) })

async function issueOf(url: string, limits = QUICK): Promise<string> {
  const got = await download(url, target(), limits)
  return got.ok ? 'ok' : got.issues[0]!.code
}

describe('download', () => {
  test('takes what a server sends, with its digest', async () => {
    const url = await serving((_, response) => {
      response.setHeader('content-type', 'application/json').end(BODY)
    })
    const file = target()
    const got = await download(url, file)
    expect(got.ok && got.value.bytes).toBe(BODY.length)
    expect(readFileSync(file, 'utf8')).toBe(BODY)
  })

  test('tries again after a 500, and gives up after the last attempt', async () => {
    let asked = 0
    const url = await serving((_, response) => {
      asked += 1
      response.writeHead(500).end('no')
    })
    expect(await issueOf(url)).toBe('http-status')
    expect(asked).toBe(QUICK.attempts)
  })

  test('goes on where it was cut off', async () => {
    const ranges: (string | undefined)[] = []
    const url = await serving((request, response) => {
      ranges.push(request.headers.range)
      response.setHeader('etag', '"one"').setHeader('content-type', 'application/json')
      if (request.headers.range === undefined) {
        response.setHeader('content-length', BODY.length)
        response.write(BODY.slice(0, 60_000), () => response.destroy())
        return
      }
      const start = Number(/\d+/.exec(request.headers.range)![0])
      response.writeHead(206, { 'content-length': BODY.length - start }).end(BODY.slice(start))
    })
    const file = target()
    const got = await download(url, file, QUICK)
    expect(got.ok).toBe(true)
    expect(ranges[0]).toBeUndefined()
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/)
    expect(readFileSync(file, 'utf8')).toBe(BODY)
    expect(existsSync(`${file}.tag`)).toBe(false)
  })

  test('begins again where the file has changed in between', async () => {
    let asked = 0
    const url = await serving((_, response) => {
      asked += 1
      response.setHeader('etag', `"${asked}"`).setHeader('content-type', 'application/json')
      response.setHeader('content-length', BODY.length)
      if (asked === 1) response.write(BODY.slice(0, 50_000), () => response.destroy())
      else response.end(BODY)
    })
    const file = target()
    expect((await download(url, file, QUICK)).ok).toBe(true)
    expect(statSync(file).size).toBe(BODY.length)
  })

  test('gives up on a server that says nothing', async () => {
    const url = await serving(() => undefined)
    expect(await issueOf(url, { ...QUICK, attempts: 1 })).toBe('timeout')
  })

  test('a body that always stops short is no list', async () => {
    const url = await serving((_, response) => {
      response
        .setHeader('content-type', 'application/json')
        .setHeader('content-length', BODY.length)
      response.write(BODY.slice(0, 10), () => response.destroy())
    })
    expect(await issueOf(url)).toMatch(/connection|truncated/)
  })

  test('refuses a web page by its type', async () => {
    const url = await serving((_, response) => {
      response.setHeader('content-type', 'text/html').end('<html></html>')
    })
    expect(await issueOf(url)).toBe('content-type')
  })

  test('refuses two gigabytes that are announced without reading them', async () => {
    const url = await serving((_, response) => {
      response
        .setHeader('content-type', 'application/json')
        .setHeader('content-length', 2_000_000_000)
      response.write('{')
    })
    expect(await issueOf(url)).toBe('too-large')
  })

  test('stops reading what is not announced and never ends', async () => {
    const block = Buffer.alloc(1 << 20, 'x')
    let sent = 0
    const url = await serving((_, response) => {
      response.setHeader('content-type', 'application/json')
      const more = (): void => {
        while (!response.destroyed && sent < 2_000 && response.write(block)) sent += 1
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    expect(await issueOf(url, { ...QUICK, mostBytes: 20_000_000 })).toBe('too-large')
    expect(sent).toBeLessThan(500)
  })

  test.each([
    ['http://example.com/list.json', 'not-https'],
    ['ftp://example.com/list.json', 'not-https'],
    ['list.json', 'bad-url'],
  ])('%s is refused', async (url, code) => {
    expect(await issueOf(url)).toBe(code)
  })
})
