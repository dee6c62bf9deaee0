import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileEntries } from '../../src/book/append.ts'
import { decide } from '../../src/book/decide.ts'
import { canonical, sha256 } from '../../src/book/digest.ts'
import { document, drafted } from '../../src/book/events.ts'
import { leafHash, rootFrom } from '../../src/book/merkle.ts'
import { proofOf } from '../../src/book/proof.ts'
import { determinationOf, recordIn } from '../../src/book/records.ts'
import { engineOf, type Engine } from '../../src/engine.ts'
import { again, digestOf, pastEngines } from '../../src/replay/again.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import { memo, type MemoOf } from '../../src/report/memo/memo.ts'
import { memoPdf } from '../../src/report/pdf/memo.ts'
import { xlsx } from '../../src/report/xlsx/report.ts'
import { visible } from '../../src/visible.ts'
import { engine } from './built.ts'
import { ADA, newBook, type TestBook } from './books.ts'
import { fileCases, NAC } from './filed.ts'

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined
for (const tool of ['qpdf', 'pdftotext', 'pdfdetach'])
  if (!has(tool)) console.warn(`skipped: ${tool} is not installed`)

const OWNERS = `owners:
      - { name: Example Holdings Limited, share: 51, country: HK, lists: [], owners: [{ name: 한국투자 주식회사, share: 60, country: KR, lists: [] }, { name: Listed Example Institute, share: 40, country: CN, lists: [entity-list] }] }
      - { name: 李小明, share: [20, 30], country: CN, lists: [] }`
const DEAL = NAC.replace(
  'listedOwnership: { value: 0, source: shareholder register of 2026-10-15 }',
  OWNERS,
)

let made: TestBook
let folder = ''
const korean: Engine = engineOf(engine.pack, engine.sha256, 'ko')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-memo-'))
  made = newBook()
  const { book, filing } = made
  fileCases(made, [DEAL], { references: [{ system: 'ERP', id: '4711' }] })
  const paper = document(book, 'order.pdf', Buffer.from('an order'))
  const file = { name: paper.name, sha256: paper.sha256, bytes: 8 }
  const evidence = {
    nonce: '',
    note: 'signed order',
    file,
    supports: ['evidence.purchaseOrder'],
    condition: null,
  }
  fileEntries(
    book,
    () => [drafted(book, 'evidence', 'D-2026-0207/1', ADA, evidence, [paper])],
    filing,
  )
  const hold = {
    record: 'D-2026-0207',
    decision: 'hold',
    reason: 'owner <script> | to be asked',
    authorization: undefined,
    evidence: [],
  } as const
  decide(book, hold, { ...ADA, name: 'Bob Lee' }, engine.pack, filing)
})
afterAll(() => rmSync(folder, { recursive: true }))

function memoOf(lang: Engine): MemoOf & { readonly json: string } {
  const { book } = made
  const record = recordIn(book, 'D-2026-0207')
  const filed = { entry: record.determination.entry, body: determinationOf(record) }
  const json = canonical(JSON.parse(JSON.stringify(record)))
  const past = pastEngines(book)(engine.sha256, lang.wording.lang)
  const said = again(book, filed, past)
  return { record, proof: proofOf(book, filed.entry.seq), said, sha256: sha256(json), json }
}

const drawn = new Map<Engine, Promise<string>>()

function saved(lang: Engine): Promise<string> {
  const known = drawn.get(lang) ?? draw(lang)
  drawn.set(lang, known)
  return known
}

async function draw(lang: Engine): Promise<string> {
  const of = memoOf(lang)
  const file = join(folder, `${lang.wording.lang}.pdf`)
  writeFileSync(file, await memoPdf(of, of.json, lang.wording))
  return file
}

const run = (tool: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  expect(`${status}${stderr}`).toBe('0')
  return stdout
}

describe('a memo', () => {
  it('is the same, byte for byte, each time', async () => {
    const of = memoOf(engine)
    const first = await memoPdf(of, of.json, engine.wording)
    const other = memoOf(korean)
    await memoPdf(other, other.json, korean.wording)
    expect((await memoPdf(of, of.json, engine.wording)).equals(first)).toBe(true)
  })

  it('says in Korean what the record says, of the same law', () => {
    const { said, record } = memoOf(korean)
    const { determination } = determinationOf(record)
    expect(digestOf(said)).not.toBe(digestOf(determination))
    expect(said.outcome).toBe(determination.outcome)
    expect(said.findings.map(({ id, verdict, proof }) => ({ id, verdict, proof }))).toEqual(
      determination.findings.map(({ id, verdict, proof }) => ({ id, verdict, proof })),
    )
    expect(said.basis).toEqual(determination.basis)
  })

  it('carries the proof that its entry stands in the signed log', () => {
    const { proof } = memoOf(engine)
    const { path, checkpoint } = proof.signed!
    const root = rootFrom(leafHash(proof.line), proof.entry.seq, checkpoint.size, path)
    expect(root).toBe(checkpoint.root)
    expect(sha256(proof.line.replace(/"hash":"[0-9a-f]+",/, ''))).toBe(proof.entry.hash)
  })

  it('is Markdown in which no text of others is markup', () => {
    const shown = memo(memoOf(engine), engine.wording)
    const text = markdownOf(shown, shown.firstPage, engine.wording)
    expect(text).toContain('owner \\<script\\> \\| to be asked')
    expect(text).toContain('## Evidence index')
    expect(text).toContain(
      '  - Example Holdings Limited, 51%, Hong Kong (HK)\n    - 한국투자 주식회사, 60%',
    )
    expect(text).not.toContain('<script>')
  })

  it('is a workbook of one sheet a section, of texts and no formula', () => {
    const shown = memo(memoOf(engine), engine.wording)
    const parts = unzipped(xlsx(shown, shown.firstPage, engine.wording))
    expect(parts.size).toBe(5 + shown.sections.length + 1)
    const all = [...parts.values()].join('')
    expect(all).toContain('owner &lt;script&gt; | to be asked')
    expect(all).not.toMatch(/<f>|<script>/)
    expect(parts.get('xl/workbook.xml')).toContain('name="Evidence index"')
  })
})

/** The parts of a zip archive by their names, read from its directory at the end. */
function unzipped(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = bytes.lastIndexOf('PK\u0005\u0006')
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [packed, length] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const start = local + 30 + bytes.readUInt16LE(local + 26)
    parts.set(name, inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'))
    at += 46 + length
  }
  return parts
}

describe.skipIf(!has('qpdf'))('a memo, checked by qpdf', () => {
  it.each([engine, korean])('is sound', async (lang) => {
    expect(run('qpdf', '--check', await saved(lang))).toContain(
      'No syntax or stream encoding errors',
    )
  })
})

describe.skipIf(!has('pdfdetach'))('a memo, taken apart', () => {
  it('carries the record, the determination and the proof as they are', async () => {
    const of = memoOf(engine)
    run('pdfdetach', '-saveall', '-o', folder, await saved(engine))
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    expect(read('record.json')).toBe(of.json)
    expect(sha256(read('record.json'))).toBe(of.sha256)
    expect(sha256(read('determination.json'))).toBe(determinationOf(of.record).determinationSha256)
    expect(JSON.parse(read('entry.json'))).toEqual(of.proof)
  })
})

describe.skipIf(!has('pdftotext'))('a memo, read by pdftotext', () => {
  it('has the verdict, the people and the hashes on its first page', async () => {
    const of = memoOf(engine)
    const [first = ''] = run('pdftotext', '-layout', await saved(engine), '-').split('\f')
    for (const part of [
      'Export-control memo',
      'on hold',
      'Ada Kim, preparer (ada@desk-1)',
      'Bob Lee',
      of.proof.entry.hash,
      of.proof.signed!.checkpoint.root,
      determinationOf(of.record).determinationSha256,
    ])
      expect(first).toContain(part)
  })

  it.each([engine, korean])('has every text of its model', async (lang) => {
    const shown = memo(memoOf(lang), lang.wording)
    const feet = /D-2026-0207\/1(Record|기록)SHA-256[0-9a-f]{64}(Page\d+of\d+|\d+\/\d+쪽)/g
    const text = run('pdftotext', '-raw', await saved(lang), '-')
      .replace(/\s/g, '')
      .replace(feet, '')
    const bare = (part: string): string => visible(part).normalize('NFC').replace(/\s/g, '')
    for (const { title, blocks } of shown.sections) {
      expect(text).toContain(title.replace(/\s/g, ''))
      for (const block of blocks) {
        if (block.kind === 'text') expect(text).toContain(bare(block.text))
        if (block.kind === 'table')
          for (const cell of block.table.rows.flat()) expect(text).toContain(bare(cell))
        if (block.kind === 'diagram') expect(text).toContain('ListedExampleInstitute')
      }
    }
  })

  it('speaks Korean with nothing missing', async () => {
    const text = run('pdftotext', '-layout', await saved(korean), '-')
    for (const part of [
      '수출통제 검토서',
      '보류 중',
      '증빙 색인',
      '홍콩',
      '이 검토서를 검증하는 방법',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('□')
  })
})
