import { createServer, type RequestListener, type Server } from 'node:http'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, licet } from './licet.ts'

beforeAll(() => {
  process.env['LICET_HOME'] = mkdtempSync(join(tmpdir(), 'licet-home-'))
})

interface Csl {
  results: { name: string; source: string; license_policy?: string | null }[]
  total?: number
  search_performed_at?: string
}
const bundled = (): Csl =>
  JSON.parse(gunzipSync(readFileSync('data/lists/csl-2026-07-31.json.gz')).toString('utf8')) as Csl

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/consolidated.json`
}
const json =
  (body: unknown): RequestListener =>
  (_, response) => {
    response
      .setHeader('content-type', 'application/json')
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }
const versionInUse = async (): Promise<string> =>
  (JSON.parse((await licet(['lists', 'status', '--format', 'json'])).stdout) as { version: string })
    .version

describe('licet lists update', () => {
  let first = ''
  beforeAll(async () => {
    first = await versionInUse()
  })

  test.each<[string, RequestListener, string]>([
    ['a 403', (_, response) => void response.writeHead(403).end(), 'the server answers 403'],
    ['a 500', (_, response) => void response.writeHead(500).end('no'), 'the server answers 500'],
    ['a feed that vanished', (_, response) => void response.writeHead(404).end(), 'answers 404'],
    [
      'another content type',
      (_, response) => void response.setHeader('content-type', 'text/html').end('<html></html>'),
      'text/html',
    ],
    [
      'a body that stops short of its length',
      (_, response) => {
        const type = 'application/json'
        response.writeHead(200, { 'content-type': type, 'content-length': 5_000_000 })
        response.write('{"results": [', () => response.destroy())
      },
      'the connection failed',
    ],
    [
      'two gigabytes',
      (_, response) => {
        const type = 'application/json'
        response.writeHead(200, { 'content-type': type, 'content-length': 2_000_000_000 })
        response.write('{')
      },
      'a list has at most 300000000',
    ],
    ['an empty list', json({ results: [] }), 'no entry'],
    [
      'keys that were renamed',
      json({ results: [{ entity_name: 'A', list: 'Entity List (EL)' }] }),
      'name',
    ],
    [
      'columns that were renamed',
      (_, response) =>
        void response
          .setHeader('content-type', 'text/csv')
          .end('entity_name,list\n"A Trading","Entity List (EL)"\n'),
      'column',
    ],
    [
      'a web page called JSON',
      json('<!DOCTYPE html><html>down for maintenance</html>'),
      'a web page',
    ],
    ['half a file', json('{"results": [{"name": "A", "sou'), 'no JSON'],
    [
      '40 percent less',
      (request, response) =>
        json({ results: bundled().results.filter((_, i) => i % 5 > 1) })(request, response),
      'percent less',
    ],
  ])('%s keeps the lists in use and is exit 3', async (_, listener, text) => {
    const { code, stderr } = await licet(['lists', 'update', '--from', await serving(listener)])
    expect(code).toBe(3)
    expect(stderr).toContain(text)
    expect(stderr).toContain(`the lists in use are kept: ${first}`)
    expect(await versionInUse()).toBe(first)
  })

  test('a new version is taken, compared, screened again, and rolled back', async () => {
    const feed = bundled()
    const { results } = feed
    const source = results.find((row) => row.source.startsWith('Entity List'))!.source
    const gone = results.findIndex(({ name }) => name === 'Inspur Group Co., Ltd.')
    results.splice(gone, 1)
    // The feed has one row twice.
    results.push(
      { name: 'Brand New Lasers Co., Ltd.', source },
      { name: 'Brand New Lasers Co., Ltd.', source },
    )
    feed.total = results.length
    feed.search_performed_at = '2026-11-20T00:00:00Z'
    const { code, stdout } = await licet([
      'lists',
      'update',
      '--format',
      'json',
      '--from',
      await serving(json(feed)),
    ])
    expect(code).toBe(0)
    const made = JSON.parse(stdout) as {
      version: string
      date: string
      added: number
      removed: number
      faults: Record<string, number>
    }
    expect(made).toMatchObject({ date: '2026-11-20', added: 2, removed: 1, before: first })
    expect(await versionInUse()).toBe(made.version)

    const diff = await licet(['lists', 'diff', first])
    expect(diff.stdout).toMatch(/\+ EL-\w{10} Brand New Lasers Co\., Ltd\./)
    expect(diff.stdout).toMatch(/- EL-\w{10} Inspur Group Co\., Ltd\./)

    const folder = folderWith({
      'c.csv': 'name\nBrand New Lasers\nInspur Group\nHuawei Technologies\nApple\n',
    })
    const again = await licet(['rescreen', '--since', first, join(folder, 'c.csv')])
    expect(again.code).toBe(2)
    expect(again.stdout).toContain('Brand New Lasers Co., Ltd.')
    expect(again.stdout).toContain('no longer listed so')
    expect(again.stdout).not.toContain('Huawei')
    expect(again.stderr).toContain('2 not-affected')

    expect((await licet(['lists', 'rollback'])).code).toBe(0)
    expect(await versionInUse()).toBe(first)
  })

  test('two entries under one id of the feed are both kept', async () => {
    const feed = bundled()
    const source = feed.results.find((row) => row.source.startsWith('Entity List'))!.source
    const twice = ['Northwind Zephyr Optics', 'Quartz Lantern Photonics'].map((name) => ({
      id: 'csl-same',
      name,
      source,
    }))
    feed.results.push(...twice)
    feed.total = feed.results.length
    const args = ['lists', 'update', '--format', 'json', '--date', '2026-11-20', '--from']
    const { code, stdout } = await licet([...args, await serving(json(feed))])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ added: 2, removed: 0 })
    await licet(['lists', 'rollback'])
  })

  test('a file whose digest is another is refused', async () => {
    const { code, stderr } = await licet([
      'lists',
      'update',
      '--sha256',
      'ab',
      '--from',
      await serving(json(bundled())),
    ])
    expect(code).toBe(3)
    expect(stderr).toContain('SHA-256')
  })
})

describe('licet lists import', () => {
  afterAll(async () => {
    await licet(['lists', 'rollback'])
  })
  test('a list of your own is screened against and shows in the status', async () => {
    const folder = folderWith({ 'own.csv': 'name,aliases,country\nZebra Quagga Trading,ZQT,CN\n' })
    const { code } = await licet([
      'lists',
      'import',
      join(folder, 'own.csv'),
      '--as',
      'OURS',
      '--title',
      'Our list',
    ])
    expect(code).toBe(0)
    const { stdout } = await licet(['screen', 'Zebra Quagga'])
    expect(stdout).toContain('Our list')
    expect((await licet(['lists', 'status'])).stdout).toContain('OURS')
  })
  test.each([
    [['--as', 'our list'], 'capital letters'],
    [['--as', 'OURS', '--date', '2026-13-01'], 'date'],
  ])('%j is a mistake with a mend', async (args, text) => {
    const folder = folderWith({ 'own.csv': 'name\nA\n' })
    const { code, stderr } = await licet(['lists', 'import', join(folder, 'own.csv'), ...args])
    expect(code).toBe(4)
    expect(stderr).toContain(text)
  })
})

test('the flaws of the files are listed one by one', async () => {
  const { stdout } = await licet(['lists', 'status', '--faults'])
  expect(stdout).toMatch(/duplicate EL-\w{10}: EL: /)
  expect(stdout).toMatch(/odd-country .*TURKIYE, read as TR/)
  expect(stdout).toMatch(/address-only EL-\w{10}: /)
})
