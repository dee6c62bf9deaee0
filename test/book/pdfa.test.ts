import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonical, sha256 } from '../../src/book/digest.ts'
import { proofOf } from '../../src/book/proof.ts'
import { determinationOf, recordIn } from '../../src/book/records.ts'
import { engineOf } from '../../src/engine.ts'
import { again } from '../../src/replay/again.ts'
import { diagramLines, type Section } from '../../src/report/blocks.ts'
import { memo, type MemoOf } from '../../src/report/memo/memo.ts'
import { memoPdf } from '../../src/report/pdf/memo.ts'
import { engine } from './built.ts'
import { newBook, newFolder } from './books.ts'
import { fileCases, NAC } from './filed.ts'

const korean = engineOf(engine.pack, engine.sha256, 'ko')
const made = newBook()
fileCases(made, [NAC])
const record = recordIn(made.book, 'D-2026-0207')
const recordJson = canonical(JSON.parse(JSON.stringify(record)))
const filed = { entry: record.determination.entry, body: determinationOf(record) }
const of: MemoOf = {
  record,
  proof: proofOf(made.book, 1),
  said: again(made.book, filed, korean),
  sha256: sha256(recordJson),
}

const tool = (name: string, ...args: string[]): string =>
  spawnSync(name, args, { encoding: 'latin1', maxBuffer: 2 ** 28 }).stdout
const isHere = ['qpdf', 'pdffonts'].every(
  (name) => spawnSync(name, ['--version']).error === undefined,
)
if (!isHere) console.warn('skipped: qpdf or pdffonts is not installed')

// No checker of PDF/A-3 is to be had from npm or Debian, so what the standard asks of this file is asked here.
describe.skipIf(!isHere)('a memo, by what ISO 19005-3 asks at level A', () => {
  let raw = ''
  let plain = ''
  let file = ''
  beforeAll(async () => {
    const bytes = await memoPdf(of, recordJson, korean.wording)
    raw = bytes.toString('latin1')
    file = join(newFolder(), 'memo.pdf')
    writeFileSync(file, bytes)
    plain = tool('qpdf', '--qdf', '--object-streams=disable', file, '-')
  }, 60_000)

  it('embeds every font, with a map to Unicode', () => {
    const [, , ...fonts] = tool('pdffonts', file).trim().split('\n')
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/)
  })

  it('names its color space, its language and its own identity', () => {
    expect(plain).toMatch(/\/Type \/OutputIntent/)
    expect(plain).toMatch(/\/DestOutputProfile \d+ 0 R/)
    expect(plain).toMatch(/\/Lang \(ko\)/)
    expect(plain).toMatch(/\/ID \[/)
    expect(plain).toMatch(/\/Marked true/)
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  })

  it('has nothing that the standard forbids', () => {
    expect(raw.slice(0, 20)).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/)
    expect(plain).not.toMatch(/\/(Encrypt|JavaScript|JS|LZWDecode|Launch|AA|SMask|Movie|Sound) /)
  })

  it('says of each attachment what it is to the document', () => {
    const attachments = plain.match(/\/Type \/Filespec/g) ?? []
    expect(attachments).toHaveLength(3)
    expect(plain.match(/\/AFRelationship \/Source/g)).toHaveLength(3)
    expect(plain.match(/\/Subtype \/application#2fjson/g)).toHaveLength(3)
    expect(plain).toMatch(/\/AF \[/)
  })
})

const textOf = ({ blocks }: Section): string =>
  blocks
    .map((block) => {
      switch (block.kind) {
        case 'table':
          return block.table.rows.flat().join(' | ')
        case 'proof':
          return block.lines.map(({ text }) => text).join('\n')
        case 'diagram':
          return diagramLines(block.root)
            .map(({ text }) => text)
            .join('\n')
        default:
          return block.text
      }
    })
    .join('\n')

describe('the sections that a memo adds', () => {
  const section = (id: string, { wording } = engine): string =>
    textOf(memo(of, wording).sections.find((one) => one.id === id)!)

  it('say on what basis the item is subject to the EAR, and how far every other rule reaches', () => {
    const text = section('jurisdiction')
    expect(text).toMatch(/Subject to the EAR by 15 CFR 734\.3\(a\)\(1\)/)
    expect(text).toMatch(
      /\(k\)\(1\), commodity scope: not met; \(k\)\(1\), product scope: not known/,
    )
    expect(section('jurisdiction', korean)).toMatch(/EAR 적용 근거: 15 CFR 734\.3\(a\)\(1\)/)
  })

  it('say which fact would flip the answer, and to what', () => {
    const { flips } = determinationOf(record)
    expect(flips.isComplete).toBe(true)
    expect(flips.found).toContainEqual({
      fact: 'endUse.military',
      path: 'endUse.military',
      stated: false,
      values: [true],
      outcome: 'needs-facts',
    })
    expect(flips.found.map(({ path }) => path)).not.toContain('activity')
    const text = section('flips')
    expect(text).toMatch(/military end use[^|]* \| no \| yes \| Needs facts/)
    expect(text).toContain('licet diff --book')
    expect(section('flips', korean)).toMatch(/아니요 \| 예 \| /)
  })
})
