import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { openLists } from '../../src/index.ts'
import { keepVersion, readIndex, storeFolder } from '../../src/lists/store.ts'
import { updated } from '../../src/lists/update.ts'
import { known } from './known.ts'

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

test('the library says what a name settles, and what a change of the lists does to it', async () => {
  const home = mkdtempSync(`${tmpdir()}/licet-home-`)
  process.env['LICET_HOME'] = home
  const folder = storeFolder(process.env)
  const older = readIndex(`${process.cwd()}/dist/lists.idx`)
  keepVersion(folder, older)
  const lists = await openLists()
  const inspur = { name: 'Inspur Group', country: 'CN' }
  expect(lists.party(inspur, '2026-08-05')).toMatchObject({ status: 'listed' })
  expect(lists.party({ name: 'Blue River Bakery' }, '2026-08-05')).toMatchObject({ status: 'none' })
  expect(lists.party({ name: 'Blue River Bakery' }, '2026-11-20')).toMatchObject({ lists: null })

  const { registry, countries } = known
  const drafts = [{ list: 'OURS', name: 'Zebra Quagga Trading', countries: ['CN'] }]
  const own = updated(
    older,
    {
      read: { format: 'own list', drafts },
      from: 'own.csv',
      date: '2026-08-01',
      acceptShrink: false,
      own: { code: 'OURS', title: 'Our list' },
    },
    registry,
    countries,
  )
  if (!own.ok) throw new Error('refused')
  keepVersion(folder, own.value)
  const change = (await openLists()).since(lists.version)
  expect(change.entries).toEqual({ now: 1, before: 0 })
  expect(change.affected({ name: 'Zebra Quagga' })!.now.hits).toHaveLength(1)
  expect(change.affected(inspur)).toBeUndefined()
})
