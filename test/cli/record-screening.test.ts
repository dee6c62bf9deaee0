import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entriesIn, openBook } from '../../src/book/book.ts'
import type { Determination } from '../../src/determination.ts'
import { folderWith, licet } from './licet.ts'

const DEAL = `kind: transaction
id: D-1
date: 2026-08-05
activity: export
from: US
to: SG
items: [{ product: NVIDIA H100 SXM }]
parties:
  - role: end-user
    name: Example Cloud
    country: SG
    headquarters: SG
    owners: [{ name: Inspur Group, country: CN, share: 60 }]
  - { role: purchaser, name: Inspurr Electronics Information Industry, country: CN }
`

test('a filed determination keeps the lists that were searched, and replays to the same bytes', async () => {
  const home = mkdtempSync(join(tmpdir(), 'licet-home-'))
  process.env['LICET_HOME'] = home
  process.env['LICET_BOOK_KEY'] = join(home, 'book.key')
  process.env['LICET_PERSON'] = 'Ada Kim'
  const cwd = folderWith({ 'deal.yaml': DEAL })
  const run = (...args: string[]) => licet(args, { cwd })
  expect((await run('book', 'init')).code).toBe(0)
  const { stdout } = await run('check', 'deal.yaml', '--record', '--format', 'json')
  const determination = JSON.parse(stdout) as Determination
  const found = determination.screening.map(({ at, status }) => [at, status])
  expect(found).toEqual([
    ['parties[0]', 'none'],
    ['parties[0].owners[0]', 'listed'],
    ['parties[1]', 'question'],
  ])

  const book = openBook(join(cwd, 'licet-book'))
  const kept = entriesIn(book)
    .at(-1)!
    .objects.filter(({ what }) => what === 'list')
  expect(kept.map(({ sha256 }) => sha256)).toEqual(
    determination.basis.lists.map(({ sha256 }) => sha256),
  )
  const [entityList] = kept.filter(({ name }) => name.startsWith('EL '))
  expect(book.objects.get(entityList!.sha256)!.toString('utf8')).toContain('"Inspur Group')

  expect((await run('check', 'deal.yaml', '--record')).stderr).toContain('is filed already')
  expect((await run('book', 'replay')).stdout).toContain('1 the same, byte for byte; 0 not')
  expect((await run('book', 'verify')).code).toBe(0)

  await run('report', 'D-1', '--lang', 'ko', '--format', 'markdown', '--out', cwd)
  const memo = readFileSync(join(cwd, 'D-1-1.ko.md'), 'utf8')
  expect(memo).toContain('명단 대조')
  expect(memo).toContain('등재 항목과 이름이 같음')
})
