import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { engineOf } from '../../../src/engine.ts'
import { percentOf, summaryPdf } from '../../../src/batch/summary/pdf.ts'
import { summaryXlsx } from '../../../src/batch/summary/xlsx.ts'
import { openZip } from '../../../src/batch/read/zip-file.ts'
import { summaryFormatOf, writeSummary } from '../../../src/batch/summary/write.ts'
import { engine } from '../../engine.ts'
import { DEALS, PROFILE, summaryOf } from './sample.ts'

const { wording } = engine
const summary = summaryOf(DEALS)
const folder = mkdtempSync(join(tmpdir(), 'licet-summary-'))
const saved = (name: string, bytes: Buffer): string => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined
for (const tool of ['qpdf', 'pdftotext', 'pdftoppm'])
  if (!has(tool)) console.warn(`skipped: ${tool} is not installed`)

const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { maxBuffer: 10_000_000 })

describe('a summary as PDF', () => {
  it('has the same bytes again and in another time zone', async () => {
    const first = await summaryPdf(summary, wording)
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Seoul'
    expect(new Date(0).getHours()).toBe(9)
    const again = await summaryPdf(summaryOf(DEALS), wording)
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(again.equals(first)).toBe(true)
  })

  it('of no rows at all is a paper too', async () => {
    const none = { ...summaryOf(DEALS.slice(0, 1)), rows: 0, decided: 0, outcomes: {} }
    const empty = { ...none, countries: [], items: [], provisions: [], urgent: [] }
    expect((await summaryPdf(empty, wording)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it.skipIf(!has('qpdf'))('is sound, tagged PDF/A-3a', async () => {
    const file = saved('sound.pdf', await summaryPdf(summary, wording))
    expect(run('qpdf', '--check', file).status).toBe(0)
    expect(readFileSync(file).toString('latin1')).toContain('<pdfaid:conformance>A')
  })

  describe.skipIf(!has('pdftotext'))('in words', () => {
    let text = ''
    const wordsOf = (file: string): string =>
      run('pdftotext', '-layout', file, '-').stdout.toString('utf8')
    const flat = (words: string): string => words.replace(/\s+/g, ' ')

    beforeAll(async () => {
      text = flat(wordsOf(saved('words.pdf', await summaryPdf(summary, wording))))
    })

    it('says on its first page what came of the rows, by which law, and that it decides nothing', () => {
      const [first = ''] = text.split('World map of outcomes')
      for (const part of [
        '10 rows in = 9 decided + 1 rejected.',
        'results.errors.csv',
        'Law date: 2026-08-05',
        engine.sha256,
        '2026-07-31: EL, MEU,',
        'Decision support, not legal advice',
      ])
        expect(first).toContain(part)
    })

    it('has the map with boxes for what is too small, and takes no position on borders', () => {
      for (const code of ['SG', 'HK', 'MO', 'DNR'])
        expect(text).toMatch(new RegExp(`${code} [PLFRCNS] `))
      expect(text).toContain('The strictest outcome of any row to a destination')
      expect(text).toContain('The outcome of most rows to a destination')
      expect(text).toContain('takes no position on borders')
      expect(text).not.toContain('Not on the map')
    })

    it('names what the map has no place for', async () => {
      const south = await summaryPdf(summaryOf([{ to: 'AQ' }]), wording)
      expect(flat(wordsOf(saved('south.pdf', south)))).toContain('Not on the map: Antarctica (AQ).')
    })

    it('has the rows that need a person, in their order, with citations and questions', () => {
      const rows = [...text.matchAll(/(\d+)\. Row (\d+): /g)].map(([, place]) => Number(place))
      expect(rows).toEqual(summary.urgent.map((_, i) => i + 1))
      const [first] = summary.urgent
      expect(text).toContain(`1. Row ${first!.row}: `)
      expect(text).toContain(first!.reasons[0]!.citation)
      expect(text).toContain('Reversed')
      expect(text).toContain('<U+202E>')
    })

    it('has every list with its date and digest, stale ones marked, and what is not modeled', async () => {
      const squeezed = text.replaceAll(' ', '')
      for (const { sha256 } of summary.basis.lists!) expect(squeezed).toContain(sha256)
      expect(text).not.toContain('STALE')
      for (const { citation } of summary.notModelled)
        expect(squeezed).toContain(citation.slice(0, 12).replaceAll(' ', ''))
      const later = summaryOf(DEALS, { asOf: '2026-11-20' })
      const stale = flat(wordsOf(saved('stale.pdf', await summaryPdf(later, wording))))
      expect(stale).toContain('Past their limit on 2026-11-20, so that they clear nobody')
      expect(stale).toContain('STALE: age on 2026-11-20 in days: 112')
    })

    it('says on its first page what was assumed, and where the text alone says otherwise', async () => {
      const told = summaryOf(DEALS, { profiles: [PROFILE] })
      const textOnly = [{ name: 'license-required', rows: 1234, outcomes: {} }]
      const file = saved('assumed.pdf', await summaryPdf({ ...told, textOnly }, wording))
      const [first = ''] = flat(wordsOf(file)).split('World map of outcomes')
      const { rows } = told.assumed[0]!
      expect(first).toContain(
        `Assumed, not given, by the profiles named: endUse.military (onboarding) in ${rows} rows`,
      )
      expect(first).toContain(
        'The codified text alone would say otherwise (License required: 1,234 rows)',
      )
    })

    it('is Korean where that is asked for', async () => {
      const korean = engineOf(engine.pack, engine.sha256, 'ko').wording
      const words = wordsOf(saved('ko.pdf', await summaryPdf(summary, korean)))
      expect(words).toContain('입력 10행 = 판정 9행 + 거부 1행.')
      expect(words).toContain('대한민국 (KR)')
    })
  })

  it.skipIf(!has('pdftoppm'))('shades the destinations that have rows, and no others', async () => {
    const file = saved('map.pdf', await summaryPdf(summaryOf([{ to: 'RU' }]), wording))
    const drawn = run('pdftoppm', '-f', '2', '-l', '2', '-r', '72', file).stdout
    const [head = ''] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(drawn.toString('latin1', 0, 30)) ?? []
    const width = Number(head.split(/\s+/)[1])
    const at = (x: number, y: number): number[] => [
      ...drawn.subarray(head.length + 3 * (y * width + x), head.length + 3 * (y * width + x) + 3),
    ]
    // Northern Siberia is license-required; Canada and the sea south of it have no row.
    expect(at(440, 125)).toEqual([0xb5, 0x47, 0x2f])
    expect(at(185, 135)).toEqual([255, 255, 255])
    expect(at(480, 300)).toEqual([255, 255, 255])
  })
})

describe('a summary as a workbook', () => {
  it('has the numbers as numbers, and no formula', async () => {
    const bytes = summaryXlsx(summary, wording)
    expect(bytes.equals(summaryXlsx(summaryOf(DEALS), wording))).toBe(true)
    const sheets = await readXlsx(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Batch summary',
      'By country',
      'By item',
      'By provision',
      'Rows that most need a person',
      'Lists and law',
      'Not modeled',
    ])
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data
    const [, head, ...countries] = rowsOf('By country')
    expect(head!.slice(-2)).toEqual(['Strictest', 'Most frequent'])
    expect(countries.map(([name, rows]) => [name, rows])).toEqual(
      summary.countries.map(({ rows }, i) => [countries[i]![0], rows]),
    )
    expect(countries[0]!.slice(0, 2)).toEqual(['South Korea (KR)', 2])
    const items = rowsOf('By item').map(([name]) => name)
    expect(items).toContain(DEALS[7]!.product)
    const urgent = rowsOf('Rows that most need a person').slice(2)
    expect(urgent.map(([row]) => row)).toEqual(summary.urgent.map(({ row }) => row))
    const zip = await openZip(saved('summary.xlsx', bytes))
    const parts = zip.names.filter((name) => name.startsWith('xl/worksheets/'))
    expect(parts).toHaveLength(sheets.length)
    for (const part of parts) {
      const xml = await zip.text(part)
      expect(xml).toContain('t="inlineStr"')
      expect(xml).not.toMatch(/<f[ >/]/)
    }
  })
})

describe('a summary on disk', () => {
  it('is written whole, in a folder that is made for it', async () => {
    const file = join(folder, 'deep', 'er', 'summary.XLSX')
    await writeSummary(file, summaryFormatOf(file)!, summary, wording)
    expect(readFileSync(file).equals(summaryXlsx(summary, wording))).toBe(true)
  })

  it('is of the format that its ending names', () => {
    expect(['a.pdf', 'a.PDF', 'a.xlsx', 'a.csv', 'pdf', 'a.pdf.gz'].map(summaryFormatOf)).toEqual([
      'pdf',
      'pdf',
      'xlsx',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a share', () => {
  it.each([
    [0, 10, '0'],
    [0, 0, '0'],
    [4, 10_000, '< 0.1'],
    [5, 10_000, '0.1'],
    [1, 3, '33.3'],
    [3, 3, '100.0'],
  ])('of %i in %i is %s percent', (some, all, said) => {
    expect(percentOf(some, all)).toBe(said)
  })
})
