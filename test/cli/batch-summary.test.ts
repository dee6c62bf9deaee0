import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { folderWith, licet } from './licet.ts'
import { bytes, COMMON, deals } from './summary-deals.ts'

describe('licet batch --summary', () => {
  it('writes the same PDF and workbook with one worker and with two', async () => {
    const folder = folderWith({ 'deals.csv': deals(300) })
    const one = await licet(
      [...COMMON, '--workers', '1', '--summary', 'one.pdf', '--summary', 'one.xlsx'],
      { cwd: folder },
    )
    expect(one.stderr).toContain('wrote one.pdf\nwrote one.xlsx\n')
    await licet(
      [
        ...COMMON,
        '--workers',
        '2',
        '--chunk',
        '7',
        '--summary',
        'two.pdf',
        '--summary',
        'two.xlsx',
      ],
      { cwd: folder },
    )
    for (const ending of ['pdf', 'xlsx'])
      expect(bytes(folder, `two.${ending}`).equals(bytes(folder, `one.${ending}`)), ending).toBe(
        true,
      )
    expect(bytes(folder, 'one.pdf').toString('latin1')).toContain('<pdfaid:conformance>A')
    const [first] = await readXlsx(bytes(folder, 'one.xlsx'))
    const said = first!.data.flat().map(String)
    expect(said).toContain('300 rows in = 296 decided + 4 rejected.')
    expect(said.some((text) => text.startsWith('Rejected rows were not judged'))).toBe(true)
  })

  it('says nothing of where the table lies, and makes the folder of the summary', async () => {
    const folder = folderWith({ 'deals.csv': deals(10) })
    mkdirSync(join(folder, 'elsewhere'))
    const args = ['--as-of', '2026-11-20', '--workers', '1', '--no-screen']
    const here = ['batch', 'deals.csv', ...args, '--summary', 'a.pdf']
    const there = ['batch', '../deals.csv', ...args, '--summary', 'deep/b.pdf']
    await licet(here, { cwd: folder })
    await licet(there, { cwd: join(folder, 'elsewhere') })
    expect(bytes(folder, 'elsewhere/deep/b.pdf').equals(bytes(folder, 'a.pdf'))).toBe(true)
  })

  it.each([
    ['summary.docx', 'written as pdf or xlsx'],
    ['deals.csv', 'written as pdf or xlsx'],
    ['summary', 'written as pdf or xlsx'],
  ])('refuses %s before a row is read', async (file, said) => {
    const folder = folderWith({ 'deals.csv': deals(1) })
    const { code, stderr } = await licet([...COMMON, '--summary', file], { cwd: folder })
    expect([code, existsSync(join(folder, 'results.csv'))]).toEqual([4, false])
    expect(stderr).toContain(said)
  })

  it('refuses a summary twice in one place', async () => {
    const folder = folderWith({ 'deals.csv': deals(1) })
    const { code, stderr } = await licet(
      [...COMMON, '--summary', 'a.pdf', '--summary', './a.pdf'],
      { cwd: folder },
    )
    expect([code, existsSync(join(folder, 'a.pdf'))]).toEqual([4, false])
    expect(stderr).toContain('another summary')
  })
})
