import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/screening/answer.ts'
import { csvRecords } from '../../src/tables/csv.ts'
import { folderWith, licet } from './licet.ts'

const home = mkdtempSync(join(tmpdir(), 'licet-home-'))
process.env['LICET_HOME'] = home

async function screened(...args: string[]): Promise<{
  code: number
  answer: Answer & { basis: { lists: { code: string; date: string; stale: boolean }[] } }
}> {
  const { code, stdout } = await licet(['screen', ...args, '--format', 'json'])
  return { code, answer: JSON.parse(stdout) }
}

describe('licet screen NAME', () => {
  test('shows the entry, what follows from it, and every part of its score', async () => {
    const { code, answer } = await screened('Inspur Electronic Info. Industry', '--country', 'CN')
    expect(code).toBe(2)
    const [hit] = answer.hits
    expect(hit).toMatchObject({
      rank: 1,
      list: 'EL',
      listDate: '2026-07-31',
      name: 'Inspur Electronic Information Industry Co., Ltd.',
      band: 'exact',
      support: { country: 'supports' },
      consequence: {
        footnotes: [4],
        facts: ['entity-list', 'entity-list-footnote-4'],
        twoPeople: true,
        federalRegisterNotice: '90 FR 14046',
      },
    })
    expect(hit!.why!.words).toContainEqual({
      query: 'info',
      name: 'information',
      how: 'same',
      degree: 1,
    })
    const sum = hit!.why!.parts.reduce((total, { adds }) => total + adds, 0)
    expect(sum).toBeCloseTo(hit!.why!.sum, 1)
  })

  test('names every list with its date, also where there is no hit', async () => {
    const { code, answer } = await screened('Apple Inc.', '--accept-stale')
    expect(code).toBe(0)
    expect(answer.status).toBe('no-hit')
    expect(answer.basis.lists.map((list) => list.code)).toContain('1260H')
    expect(answer.basis.lists.every(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true)
  })

  test('says what no hit on stale lists is worth: nothing, or what was accepted', async () => {
    const [held, taken] = await Promise.all(
      [[], ['--accept-stale']].map((more) => licet(['screen', 'Blue River Bakery', ...more])),
    )
    expect(held!.stdout.replaceAll(/\s+/g, ' ')).toContain('no hit on these clears nobody')
    expect(taken!.stdout.replaceAll(/\s+/g, ' ')).toContain('no hit on these counts as on none')
    expect(taken!.stdout).not.toContain('clears nobody')
    expect([held!.code, taken!.code]).toEqual([2, 0])
  })

  test('lists near misses below the threshold', async () => {
    const { answer } = await screened('Inspur Electronic Info. Industry', '--threshold', '95')
    expect(answer.hits).toHaveLength(1)
    expect(answer.nearMisses[0]!.score).toBeLessThan(95)
  })

  test('an address of the Entity List is a hit of its own kind', async () => {
    const { code, answer } = await screened(
      'Sunny Flower Shop',
      '--address',
      'Room 1502, Easey Commercial Building, 253-261 Hennessy Road, Wan Chai, Hong Kong',
    )
    expect(code).toBe(2)
    expect(answer.hits[0]).toMatchObject({
      kind: 'address',
      name: 'Address 12',
      list: 'EL',
      score: null,
    })
  })

  test('what can not be compared is a question', async () => {
    const { code, stdout } = await licet(['screen', 'ไทยเบฟเวอเรจ'])
    expect(code).toBe(2)
    expect(stdout).toContain('not comparable: this is a question, not a clearance')
  })

  test('stale lists are exit 3 where freshness is demanded', async () => {
    const { code, stderr } = await licet(['screen', 'Apple', '--require-fresh', '--max-age', '0'])
    expect(code).toBe(3)
    expect(stderr).toContain('licet lists update')
  })

  test('no hit on stale lists is a question, unless that is accepted', async () => {
    const stale = await licet(['screen', 'Apple', '--max-age', '0'])
    expect(stale.code).toBe(2)
    expect(stale.stdout).toMatch(/^no hit on stale lists: this is a question, not a clearance\n/)
    const accepted = await licet(['screen', 'Apple', '--max-age', '0', '--accept-stale'])
    expect(accepted.code).toBe(0)
    expect(accepted.stdout).toMatch(/^no hit at this threshold\n/)
    expect(accepted.stdout).toContain('stale: ')
    const csv = await licet(['screen', 'Apple', '--max-age', '0', '--format', 'csv'])
    expect(csv.stdout).toMatch(/,no-hit,.*"?stale: .*EL/)
  })

  test('a hit is a hit, however old the lists', async () => {
    const args = ['screen', 'Huawei Technologies', '--max-age', '0']
    expect((await licet(args)).code).toBe(2)
    expect((await licet([...args, '--accept-stale'])).code).toBe(2)
  })

  test('the same answer gives the same PDF, with its record attached', async () => {
    const folder = folderWith({})
    for (const name of ['a.pdf', 'b.pdf'])
      await licet(['screen', '华为技术有限公司', '--format', 'pdf', '--out', join(folder, name)])
    const [a, b] = ['a.pdf', 'b.pdf'].map((name) => readFileSync(join(folder, name)))
    expect(a!.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.compare(a!, b!)).toBe(0)
  })

  test.each([
    [['--threshold', 'reveiw'], 'did you mean `review`?'],
    [['--threshold', '101'], 'score from 0 to 100'],
    [['--country', 'China'], 'ISO 3166-1'],
    [['--lists', '1999'], 'no version of the lists'],
  ])('%j is a mistake with a mend', async (args, text) => {
    const { code, stderr } = await licet(['screen', 'Huawei', ...args])
    expect(code).toBe(4)
    expect(stderr).toContain(text)
  })
})

test('a name that acts on a terminal is shown, not sent', async () => {
  const { stdout } = await licet(['screen', '\u001b[31mHuawei\u001b[0m \u202eieewauH'])
  // eslint-disable-next-line no-control-regex
  expect(stdout).not.toMatch(/[\u001b\u202e]/)
})

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const MANY = Array.from({ length: 3_000 }, (_, i) =>
  i % 10 === 0 ? `Huawei Technologies ${LETTERS[(i / 10) % 26]}` : `Blue River ${i} Bakery`,
)

describe('licet screen --file', () => {
  test.each([
    [[], 2, /stale: .*limit 0/],
    [['--accept-stale'], 0, /accepted although stale: .*EL/],
  ])('names without a hit on stale lists, with %j: exit %i', async (args, exit, note) => {
    const folder = folderWith({ 'c.csv': 'name\nBlue River Bakery\n' })
    const all = ['screen', '--file', 'c.csv', '--max-age', '0', ...args]
    const { code, stdout } = await licet(all, { cwd: folder })
    expect(code).toBe(exit)
    const [heading, row] = csvRecords(stdout).records.map(({ cells }) => cells)
    expect(row![3]).toBe('no-hit')
    expect(row![heading!.indexOf('note')]).toMatch(note)
  })

  test('writes a row for each hit and for each name without one, and runs nothing in a spreadsheet', async () => {
    const folder = folderWith({
      'c.csv':
        'id;party;land\n1;"=cmd|\' /C calc\'!A0";CN\n2;Inspur Group;CN\n3;;CN\n4;Müller Bäckerei;DE\n',
    })
    const { code, stdout } = await licet(
      ['screen', '--file', 'c.csv', '--name-column', 'B', '--country-column', 'land'],
      { cwd: folder },
    )
    expect(code).toBe(2)
    const [heading, ...rows] = csvRecords(stdout).records.map(({ cells }) => cells)
    expect(new Set(rows.map(([row]) => row))).toEqual(new Set(['2', '3', '4', '5']))
    expect(rows.every((row) => row.length === heading!.length)).toBe(true)
    expect(rows.find(([row]) => row === '2')![1]).toMatch(/^'=/)
    expect(rows.find(([row]) => row === '4')![3]).toBe('not-comparable')
    expect(rows.find(([row]) => row === '5')![3]).toBe('no-hit')
  })

  test('reads and writes workbooks', async () => {
    const folder = folderWith({ 'c.csv': 'name\nInspur Group\nApple\n' })
    const out = join(folder, 'hits.xlsx')
    const { code } = await licet(['screen', '--file', join(folder, 'c.csv'), '--out', out])
    expect(code).toBe(2)
    const again = await licet(['screen', '--file', out, '--name-column', 'name'])
    expect(again.code).toBe(2)
    expect(again.stdout).toContain('Inspur Group Co., Ltd.')
  })

  test('threads give the same bytes as one', async () => {
    const folder = folderWith({ 'many.csv': `name\n${MANY.slice(0, 1_100).join('\n')}\n` })
    const file = join(folder, 'many.csv')
    const [one, three] = await Promise.all(
      ['1', '3'].map((count) => licet(['screen', '--file', file, '--workers', count])),
    )
    expect(three!.stdout.split('\n').length).toBeGreaterThan(1_100)
    expect(three!.stdout).toBe(one!.stdout)
  })

  test.each([
    [{ 'c.csv': 'nmae\nA\n' }, ['--name-column', 'name'], 'did you mean `nmae`?'],
    [{ 'c.csv': 'id\n1\n' }, [], 'which column has the names?'],
    [{ 'c.csv': 'name\n"cut' }, [], 'never closed'],
    [{ 'c.csv': '' }, [], 'empty'],
  ])('%j %j is a mistake with a mend', async (files, args, text) => {
    const folder = folderWith(files)
    const { code, stderr } = await licet(['screen', '--file', join(folder, 'c.csv'), ...args])
    expect(code).toBe(4)
    expect(stderr).toContain(text)
  })
})
