import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Impact } from '../../src/replay/impact.ts'
import { H200, NAC, SINGAPORE } from '../book/filed.ts'
import { thirtyDaysPack } from '../book/thirty-days.ts'
import { folderWith, licet } from './licet.ts'

/** The notice was registered so many days before the export of 20 November 2026. */
const notice = (id: string, registered: string): string =>
  NAC.replace('D-2026-0207', id).replace('registered: 2026-10-20', `registered: ${registered}`)

let cwd = ''
const run = (...args: string[]) => licet(args, { cwd })

beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), 'licet-home-'))
  process.env['LICET_HOME'] = home
  process.env['LICET_BOOK_KEY'] = join(home, 'book.key')
  process.env['LICET_PERSON'] = 'Ada Kim'
  cwd = folderWith({
    '24.yaml': notice('D-24', '2026-10-27'),
    '25.yaml': notice('D-25', '2026-10-26'),
    '29.yaml': notice('D-29', '2026-10-22'),
    '30.yaml': notice('D-30', '2026-10-21'),
    'h200.yaml': H200,
    'singapore.yaml': SINGAPORE,
  })
  writeFileSync(join(cwd, 'thirty-days.json'), thirtyDaysPack().text)
  await run('book', 'init')
  const files = ['24', '25', '29', '30', 'h200', 'singapore'].map((name) => `${name}.yaml`)
  await run('check', ...files, '--accept-stale', '--record', '--format', 'json')
}, 120_000)

test('30 days for the notice of NAC touch exactly the decisions that rest on it: their answer, or the day of their notice', async () => {
  const { code, stdout } = await run(
    'diff',
    '--book',
    '--to-pack',
    'thirty-days.json',
    '--format',
    'json',
  )
  const { changes, impact } = JSON.parse(stdout) as {
    changes: { id: string; change: string }[]
    impact: Impact
  }
  expect(code).toBe(1)
  expect(changes.map(({ id, change }) => [id, change])).toEqual([['ear.740.8.nac', 'changed']])
  expect(impact.judged).toBe(6)
  expect(impact.refused).toEqual([])
  expect(impact.touched.map(({ record, reach, outcome }) => [record, reach, outcome])).toEqual([
    ['D-25/1', 'answer', { before: 'permitted-with-conditions', after: 'license-required' }],
    ['D-29/1', 'answer', { before: 'permitted-with-conditions', after: 'license-required' }],
    // Its notice was early enough for both, but the last day for it is another now.
    [
      'D-30/1',
      'conditions',
      { before: 'permitted-with-conditions', after: 'permitted-with-conditions' },
    ],
  ])
})

test('the law of now touches none of them', async () => {
  const { code, stdout } = await run('diff', '--book', '--format', 'json')
  expect(code).toBe(0)
  expect((JSON.parse(stdout) as { impact: Impact }).impact.touched).toEqual([])
})
