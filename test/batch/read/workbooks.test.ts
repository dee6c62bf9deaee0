import { readFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { zip } from '../../../src/report/xlsx/zip.ts'
import { failing, fileOf, readTable } from './files.ts'

/** A workbook with sheets of this XML, and cells that may refer to two strings and a date style. */
function book(name: string, sheets: Readonly<Record<string, string>>, hidden = ''): string {
  const names = Object.keys(sheets)
  return fileOf(
    name,
    zip([
      {
        name: 'xl/workbook.xml',
        content: `<workbook><sheets>${names.map((one, i) => `<sheet name="${one}" sheetId="${i + 1}" r:id="r${i}"${one === hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
      },
      {
        name: 'xl/sharedStrings.xml',
        content:
          '<sst><si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>ナ</t></rPh></si></sst>',
      },
      {
        name: 'xl/styles.xml',
        content:
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      },
      ...Object.values(sheets).map((content, i) => ({
        name: `xl/worksheets/sheet${i + 1}.xml`,
        content: `<worksheet>${content}</worksheet>`,
      })),
    ]),
  )
}

const HEADING = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
const data = (...rows: string[]): string => `<sheetData>${HEADING}${rows.join('')}</sheetData>`

describe('a workbook', () => {
  it('is read as a spreadsheet program wrote it, by type of its cells', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'id' }, { value: 'name' }, { value: 'date' }, { value: 'share' }, { value: 'ok' }],
      [
        { value: 10_045, type: Number },
        { value: '한국 <&> "x"', type: String },
        { value: new Date(Date.UTC(2026, 10, 20)), type: Date, format: 'yyyy-mm-dd' },
        { value: 0.1, type: Number },
        { value: true, type: Boolean },
      ],
    ]).toBuffer()
    const table = await readTable(fileOf('typed.xlsx', bytes))
    expect(table.headings).toEqual(['id', 'name', 'date', 'share', 'ok'])
    expect(table.rows).toEqual([['10045', '한국 <&> "x"', '2026-11-20', '0.1', 'true']])
  })

  it('tells days from numbers by their format', async () => {
    const cells = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>46346</v></c>`).join('')
    const heading =
      '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><v>c</v></c><c t="str"><v>d</v></c></row>'
    const file = book('days.xlsx', {
      A: `<sheetData>${heading}<row r="2">${cells}</row></sheetData>`,
    })
    expect((await readTable(file)).rows).toEqual([['46346', '2026-11-20', '2026-11-20', '46346']])
  })

  it('has the rows of all sheets whose headings are known, in their order', async () => {
    const file = book(
      'sheets.xlsx',
      {
        First: data(
          '<row r="2"><c r="A2"><v>1</v></c></row>',
          '<row r="4"><c r="B4" t="str"><v>x</v></c></row>',
        ),
        Notes:
          '<sheetData><row r="1"><c t="inlineStr"><is><t>a note</t></is></c></row></sheetData>',
        Last: '<sheetData><row r="3"><c r="C3" t="s"><v>1</v></c><c r="D3" t="str"><v>more</v></c></row><row r="4"><c r="C4" t="str"><v>y</v></c><c r="D4"><v>2</v></c></row></sheetData>',
        Old: data('<row r="2"><c r="A2"><v>9</v></c></row>'),
      },
      'Old',
    )
    const table = await readTable(file, {}, (heading) => heading === 'name')
    expect(table.headings).toEqual(['id', 'name', 'more', 'sheet'])
    expect(table.rows).toEqual([
      ['1', '', '', 'First'],
      ['', 'x', '', 'First'],
      ['', 'y', '2', 'Last'],
    ])
    expect(table.places).toEqual(['First 2', 'First 4', 'Last 4'])
    expect(table.remarks).toEqual([expect.stringContaining('sheet Notes is not read')])
    const one = await readTable(file, { sheet: ['Last'] })
    expect([one.headings, one.rows]).toEqual([['name', 'more'], [['y', '2']]])
    expect(await failing(file, { sheet: ['Old'] })).toContain('sheets here: First, Notes, Last')
  })

  it('takes the value of a formula, and refuses one without a value and one in error', async () => {
    const file = book('formulas.xlsx', {
      A: data(
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>',
        '<row r="3"><c r="A3"><f>1+1</f></c><c r="B3" t="str"><v>x</v></c></row>',
        '<row r="4"><c r="A4"><v>4</v></c><c r="B4" t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c></row>',
        '<row r="5"><c r="A5"><v>5</v></c></row>',
      ),
    })
    expect((await readTable(file)).rows).toEqual([
      ['2', 'ab'],
      'no-value id',
      'cell-error name',
      ['5', ''],
    ])
  })

  it('refuses the rows in which a merge hides a value', async () => {
    const file = book('merged.xlsx', {
      A: `${data(
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>x</v></c></row>',
        '<row r="3"><c r="A3"><v>2</v></c><c r="B3"/></row>',
        '<row r="4"><c r="A4"><v>3</v></c><c r="B4" t="str"><v>y</v></c></row>',
      )}<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>`,
    })
    expect((await readTable(file)).rows).toEqual([['1', 'x'], 'merged-cell name', ['3', 'y']])
  })

  it('that is cut off, or none, says so', async () => {
    const whole = readFileSync(book('whole.xlsx', { A: data() }))
    const cut = fileOf('cut.xlsx', whole.subarray(0, whole.length / 2))
    expect(await failing(cut)).toContain('the workbook is cut off, or is none')
    expect(await failing(fileOf('text.xlsx', 'id,name\n'))).toContain('cut off, or is none')
  })

  it('that is damaged inside says in which sheet and row', async () => {
    const file = book('inside.xlsx', { A: data('<row r="2"><c r="A2"><v>1</w></c></row>') })
    const table = await readTable(file)
    expect(table.fault).toContain('sheet A, row 2')
  })
})
