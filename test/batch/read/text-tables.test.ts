import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { failing, fileOf, readTable } from './files.ts'

const TEXT = 'id,name\n1,삼성전자\n2,"a, b"\n3,c\n'
const ROWS = [
  ['1', '삼성전자'],
  ['2', 'a, b'],
  ['3', 'c'],
]

const utf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
/** TEXT in CP949, as an old Korean system writes it. */
const CP949 = Buffer.concat([
  Buffer.from('id,name\n1,'),
  Buffer.from([0xbb, 0xef, 0xbc, 0xba, 0xc0, 0xfc, 0xc0, 0xda]),
  Buffer.from('\n2,"a, b"\n3,c\n'),
])
/** 뷁 is in CP949 and not in KS X 1001, its older part. */
const BEYOND_KSX = Buffer.from([0x94, 0xee])

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), false],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), true],
    ['UTF-16 little-endian', utf16(`\ufeff${TEXT}`, false), true],
    ['UTF-16 big-endian', utf16(`\ufeff${TEXT}`, true), true],
    ['UTF-16 without a mark', utf16(TEXT, false), true],
    ['CP949', CP949, true],
    ['UTF-8, gzipped', gzipSync(TEXT), false],
  ])('is read in %s', async (name, bytes, wantsMark) => {
    const table = await readTable(fileOf(`${name}.csv`, bytes))
    expect(table).toMatchObject({
      headings: ['id', 'name'],
      rows: ROWS,
      wantsMark,
      fault: undefined,
    })
  })

  it('is read in CP949 beyond KS X 1001, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,'), BEYOND_KSX, Buffer.from('\n')])
    const table = await readTable(fileOf('wide.csv', bytes))
    expect(table.rows).toEqual([['1', '뷁']])
    expect(table.remarks.join()).toContain('CP949')
  })

  it('is read in the encoding that is said', async () => {
    const file = fileOf('said.csv', Buffer.concat([Buffer.from('id,name\n1,'), BEYOND_KSX]))
    expect((await readTable(file, { encoding: 'cp949' })).rows).toEqual([['1', '뷁']])
  })

  it.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n"1;";2\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', '"x,y"|b\n1|2\n'],
  ])('is cut at %s', async (delimiter, text) => {
    const table = await readTable(fileOf('cut.csv', text))
    expect([table.delimiter, table.headings.length, table.rows[0]?.length]).toEqual([
      delimiter,
      2,
      2,
    ])
  })

  it('has headings on several lines, and 1,000 of them', async () => {
    const headings = Array.from({ length: 1000 }, (_, i) => `"column\n${i}"`)
    const cells = Array.from({ length: 1000 }, (_, i) => String(i))
    const table = await readTable(fileOf('wide.csv', `${headings.join(',')}\n${cells.join(',')}\n`))
    expect([table.headings[999], table.rows]).toEqual(['column\n999', [cells]])
  })

  it('that is a truncated gzip gives the rows before the cut, and says where it is', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `${i},${(i * 7919) % 10_007}`)
    const whole = gzipSync(`a,b\n${rows.join('\n')}\n`)
    const table = await readTable(fileOf('cut.csv.gz', whole.subarray(0, whole.length / 2)))
    const full = table.rows.slice(0, -1)
    expect(full.length).toBeGreaterThan(100)
    expect(full).toEqual(rows.slice(0, full.length).map((row) => row.split(',')))
    expect(table.fault).toContain(
      `the gzip file is cut off in or after row ${table.rows.length + 1}`,
    )
  })

  it('that is a damaged gzip says so', async () => {
    const bytes = gzipSync(`a,b\n${'1,2\n'.repeat(100)}`)
    bytes.fill(0xff, 20, 30)
    const said = await failing(fileOf('bad.csv.gz', bytes))
    expect(said).toContain('the gzip file is damaged')
  })

  it('may have its heading alone, and not less', async () => {
    expect((await readTable(fileOf('heading.csv', 'a,b'))).rows).toEqual([])
    expect(await failing(fileOf('empty.csv', ''))).toContain('the file is empty')
    expect(await failing(fileOf('blank.csv', '\n\n'))).toContain('the file has no heading row')
    expect(await failing(fileOf('open.csv', '"a,b\n1,2\n'))).toContain("the heading can't be read")
    expect(await failing(fileOf('gone', '').replace('gone', 'none.csv'))).toContain('no such file')
  })
})

describe('an NDJSON file', () => {
  it('has the paths of its cases for headings', async () => {
    const lines = [
      '{"id":"1","items":[{"product":"A","quantity":2}],"via":["SG","MY"]}',
      '',
      '{"id":"2","endUse":{"military":true},"parties":[{"name":null},{"name":"B, \\"C\\""}]}',
    ]
    const table = await readTable(fileOf('cases.ndjson', `${lines.join('\n')}\n`))
    expect(table.headings).toEqual([
      'id',
      'items.0.product',
      'items.0.quantity',
      'via',
      'endUse.military',
      'parties.1.name',
    ])
    expect(table.rows).toEqual([
      ['1', 'A', '2', '["SG","MY"]', '', ''],
      ['2', '', '', '', 'true', 'B, "C"'],
    ])
    expect(table.places).toEqual(['1', '3'])
  })

  it('gives up a line that is no object, and goes on', async () => {
    const table = await readTable(fileOf('bad.jsonl', '{"id":1}\n{"id":\n[1]\n{"id":4}'))
    expect(table.rows).toEqual([['1'], 'bad-json', 'bad-json', ['4']])
  })
})
