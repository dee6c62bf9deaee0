import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Determination } from '../../src/determination.ts'
import { markdown } from '../../src/report/markdown.ts'
import { pdf } from '../../src/report/pdf/document.ts'
import { terminal } from '../../src/report/terminal.ts'
import { english } from './english.ts'
import { h100 } from './samples/h100.ts'
import { hostile, HOSTILE, NAMES } from './samples/hostile.ts'
import { nac } from './samples/nac.ts'
import { needsFacts } from './samples/needs-facts.ts'

const samples = { h100, needsFacts, nac, hostile }
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined
for (const tool of ['qpdf', 'pdftotext'])
  if (!has(tool)) console.warn(`skipped: ${tool} is not installed`)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-pdf-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function saved(name: string, sample: Determination): Promise<string> {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, await pdf(sample, english))
  return file
}

function run(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  expect(`${status}${stderr}`).toBe('0')
  return stdout
}

/** The attached file, taken from the bytes without help of a library. */
function attached(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const start = text.indexOf('stream\n', text.indexOf('/Type /EmbeddedFile')) + 'stream\n'.length
  return inflateSync(bytes.subarray(start, text.indexOf('\nendstream', start))).toString('utf8')
}

describe('pdf', () => {
  it('is the same, byte for byte, again and in another time zone', async () => {
    const first = await pdf(hostile, english)
    const zone = process.env['TZ']
    process.env['TZ'] = 'Asia/Seoul'
    expect(new Date(0).getHours()).toBe(9)
    const other = await pdf(nac, english)
    const again = await pdf(hostile, english)
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(again.equals(first)).toBe(true)
    expect(other.equals(first)).toBe(false)
  })

  it.each(Object.entries(samples))(
    '%s: carries the determination, whose hash it names',
    async (_, sample) => {
      const bytes = await pdf(sample, english)
      const json = attached(bytes)
      expect(JSON.parse(json)).toEqual(sample)
      const hash = createHash('sha256').update(json).digest('hex')
      expect(bytes.toString('latin1')).toContain(`SHA-256 ${hash}`)
    },
  )

  it('declares PDF/A-3a, tags, a language and bookmarks, and keeps hostile text out of its XML', async () => {
    const text = (await pdf(hostile, english)).toString('latin1')
    for (const part of [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '/Marked true',
      '/Lang (en)',
      '/S /Document',
      '/S /H1',
      '/S /Table',
      '/S /TH',
      '/Outlines',
      '/AFRelationship /Source',
      '/CreationDate (D:20261120000000Z)',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('<script>')
  })

  it('renders a determination in which nearly nothing is known', async () => {
    const bare: Determination = {
      ...needsFacts,
      route: { activity: null, from: null, to: null, via: [] },
      parties: [],
      items: [],
      findings: [],
      questions: [],
      because: ['ear.unheard.of'],
    }
    expect(JSON.parse(attached(await pdf(bare, english)))).toEqual(bare)
    expect(terminal(bare, english)).toContain('NEEDS FACTS')
    expect(markdown(bare, english)).toContain('The case names neither a route nor a party.')
  })

  it('embeds the Chinese font only where it is needed', async () => {
    expect((await pdf(nac, english)).toString('latin1')).not.toContain('NotoSansSC')
    expect((await pdf(hostile, english)).toString('latin1')).toContain('NotoSansSC')
  })
})

describe.skipIf(!has('qpdf'))('pdf, checked by qpdf', () => {
  it.each(Object.entries(samples))('%s: is sound', async (name, sample) => {
    expect(run('qpdf', '--check', await saved(name, sample))).toContain(
      'No syntax or stream encoding errors',
    )
  })
})

describe.skipIf(!has('pdftotext'))('pdf, read by pdftotext', () => {
  const read = async (name: string, sample: Determination): Promise<string> =>
    run('pdftotext', '-layout', await saved(name, sample), '-')

  it('has the names in every script that its fonts have, and a listed box for others', async () => {
    const text = await read('names', hostile)
    for (const name of [NAMES.korean, NAMES.chinese, NAMES.cyrillic, NAMES.latin])
      expect(text).toContain(name)
    expect(text).not.toContain(NAMES.arabic)
    expect(text).toContain('□□□□ □□□□□□')
    expect(text).toContain('U+0634')
    expect(text).toContain('Rocket □ Chips')
    expect(text).toContain('U+1F680')
    expect(text).toContain(HOSTILE.script)
    expect(text).toContain('Evil<U+001B>[2J<U+001B>[31mCo')
  })

  it('keeps every letter of a long name', async () => {
    const text = (await read('long', hostile)).replace(/\s/g, '')
    expect(text.match(/Limitless/g)!.length).toBeGreaterThanOrEqual(22)
  })

  it.each(Object.entries(samples))('%s: numbers its pages', async (name, sample) => {
    const text = await read(name, sample)
    const pages = text.split('\f').filter((page) => page.trim() !== '')
    pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`))
    const counted = readFileSync(join(folder, `${name}.pdf`), 'latin1').match(/\/Type \/Page\n/g)
    expect(counted).toHaveLength(pages.length)
  })

  it('puts the answer, its warnings and its basis on the first page', async () => {
    const [first = ''] = (await read('first', h100)).split('\f')
    for (const part of [
      'License required',
      'License review policy: presumption of denial',
      '15 CFR 742.6(a)(6)(iii)(A)',
      '1 fact is assumed, not given:',
      '1 red flag is open.',
      'Law as of 2026-11-20',
      'Known on 2026-11-22',
      h100.basis.pack.sha256,
      'not legal advice',
    ]) {
      expect(first).toContain(part)
    }
  })

  it('carries a long table over pages with its head', async () => {
    const [one] = h100.considered
    const considered = Array.from({ length: 150 }, (_, i) => ({
      ...one!,
      id: `provision.${i}`,
      title: `Provision number ${i}`,
    }))
    const text = await read('table', { ...h100, considered })
    for (let i = 0; i < 150; i++) expect(text).toContain(`Provision number ${i} `)
    expect(text.match(/Clause that failed/g)!.length).toBeGreaterThan(3)
  })

  it('goes on with a cell that is longer than a page', async () => {
    const [one] = h100.considered
    const words = Array.from({ length: 1500 }, (_, i) => `w${i}.`)
    const text = await read('cell', { ...h100, considered: [{ ...one!, failed: words.join(' ') }] })
    for (const word of words) expect(text).toContain(word)
  })
})
