import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { openLists } from '../../src/index.ts'

test('the library screens a name as the command does', async () => {
  process.env['LICET_HOME'] = mkdtempSync(`${tmpdir()}/licet-home-`)
  const lists = await openLists(`${process.cwd()}/dist/lists.idx`)
  expect(lists.version).toMatch(/^2026-07-31-[0-9a-f]{8}$/)
  expect(lists.screen({ name: '浪潮集团' }).hits[0]).toMatchObject({
    list: 'EL',
    consequence: { footnotes: [4] },
  })
  expect(lists.screen({ name: 'Blue River Bakery' }).status).toBe('no-hit')
})
