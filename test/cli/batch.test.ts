import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../batch/read/files.ts'
import { folderWith, licet } from './licet.ts'

const HEAD =
  'id,activity,from,to,items.0.product,items.0.quantity,parties.0.role,parties.0.name,parties.0.country'
const ROW = 'export,US,KR,NVIDIA H100 SXM,8,end-user'
const OPTIONS = ['--as-of', '2026-11-20', '--workers', '1']

const textIn = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')
const batch = (folder: string, ...args: string[]): ReturnType<typeof licet> =>
  licet(['batch', 'deals.csv', ...OPTIONS, ...args], { cwd: folder })

describe('licet batch', () => {
  it('writes a row for every row, in their order, with every column of theirs', async () => {
    const rows = [`1,${ROW},Example Cloud,KR`, `2,${ROW},"Huawei Technologies Co., Ltd.",CN`]
    const folder = folderWith({
      'deals.csv': `${HEAD},note\n${rows[0]},a\n${rows[1]},"b\n""c"""\n`,
    })
    const { code, stderr } = await batch(folder)
    expect(code).toBe(1)
    expect(stderr).toContain('carried along unread: note')
    expect(stderr).toMatch(/^2 rows: .*$/m)
    const { headings, rows: found } = await readTable(join(folder, 'deals.results.csv'))
    expect(headings.slice(0, 10)).toEqual([...HEAD.split(','), 'note'])
    expect(headings.slice(10, 12)).toEqual(['licet_outcome', 'licet_review_policy'])
    expect(found.map((row) => [row[0], row[9]])).toEqual([
      ['1', 'a'],
      ['2', 'b\n"c"'],
    ])
    expect(found[1]![10]).toBe('license-required')
    expect(found[1]!.at(-1)).toContain('Huawei Technologies Co., Ltd.: EL ')
    expect(existsSync(join(folder, 'deals.results.errors.csv'))).toBe(false)
  })

  it('says of each bad row where and why, and goes on', async () => {
    const lines = [
      HEAD,
      `1,${ROW},A Cloud,KR`,
      `2,"${ROW},B Cloud,KR`,
      `3,export,US,Korea,NVIDIA H100 SXM,8,end-user,C Cloud,KR`,
      `4,export,US,KR,NVIDIA H100 SXM,"1,000",end-user,D Cloud,KR`,
      `5,${ROW},E Cloud`,
      `6,${ROW},F\u0000Cloud,KR`,
      ',,,,,,,,',
      `8,${ROW},H Cloud,KR`,
    ]
    const folder = folderWith({ 'deals.csv': `${lines.join('\n')}\n` })
    const { code, stderr } = await batch(folder)
    expect(code).toBe(4)
    expect(stderr).toContain('8 rows: ')
    expect(stderr).toContain('6 rejected')
    const errors = await readTable(join(folder, 'deals.results.errors.csv'))
    expect(errors.headings).toEqual([
      'row',
      'line',
      'sheet',
      'column',
      'code',
      'message',
      'help',
      'record',
    ])
    expect(errors.rows.map((row) => [row[0], row[1], row[3], row[4]])).toEqual([
      ['3', '3', '', 'unclosed-quote'],
      ['4', '4', 'to', 'bad-value'],
      ['5', '5', 'items.0.quantity', 'bad-value'],
      ['6', '6', '', 'wrong-width'],
      ['7', '7', 'parties.0.name', 'control-character'],
      ['8', '8', '', 'empty-row'],
    ])
    expect(errors.rows[0]!.at(-1)).toBe(lines[2])
    expect(errors.rows[1]![5]).toContain('did you mean `KR`')
    const results = await readTable(join(folder, 'deals.results.csv'))
    expect(results.rows.map((row) => row[9] === 'rejected')).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('stops at the first bad row where it is told to', async () => {
    const folder = folderWith({ 'deals.csv': `${HEAD}\n1,${ROW},A,KR\n2,${ROW},B,Korea\n` })
    const { code, stderr } = await batch(folder, '--on-error', 'stop')
    expect(code).toBe(4)
    expect(stderr).toContain('row 3, column parties.0.country: no country has the code `Korea`')
    expect(existsSync(join(folder, 'deals.results.csv'))).toBe(false)
  })

  it('writes no cell that a spreadsheet takes for a formula, and leaves numbers alone', async () => {
    const folder = folderWith({
      'deals.csv': `${HEAD},note,"=sum"\n1,${ROW},"=HYPERLINK(""x"",""y"")",KR,@x,-5\n2,${ROW},+82 Cloud,KR,"\tcmd",-5+1\n`,
    })
    await batch(folder)
    const { headings, rows } = await readTable(join(folder, 'deals.results.csv'))
    expect(headings[10]).toBe("'=sum")
    expect(rows.map((row) => [row[7], row[9], row[10]])).toEqual([
      [`'=HYPERLINK("x","y")`, "'@x", '-5'],
      ["'+82 Cloud", "'\tcmd", "'-5+1"],
    ])
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+@\t|%]/)
  })

  it('guesses what the columns of an own system mean, and decides nothing by a guess', async () => {
    const text =
      'Sales Order;Material;Qty;Ship-to country;Sold-to party;Customer country;Plant\n1;NVIDIA H100 SXM;8;KR;Example Cloud;KR;P1\n'
    const folder = folderWith({ 'deals.csv': text })
    const guessed = await batch(folder)
    expect(guessed.code).toBe(4)
    expect(guessed.stderr).toContain('Material -> items.0.product')
    expect(guessed.stderr).toContain('run again with --map deals.mapping.yaml')
    expect(existsSync(join(folder, 'deals.results.csv'))).toBe(false)
    const mapping = textIn(folder, 'deals.mapping.yaml')
    expect(mapping).toContain('Ship-to country: to')
    expect(mapping).toContain('- Plant')
    const confirmed = await batch(folder, '--map', 'deals.mapping.yaml')
    expect(confirmed.stderr).toContain('1 rows: ')
    const results = textIn(folder, 'deals.results.csv')
    expect(results).toContain('\n1;NVIDIA H100 SXM;8;KR;Example Cloud;KR;P1;')
  })

  it('reads what the words of a column mean, and what is the same in every row', async () => {
    const folder = folderWith({
      'deals.csv': 'no,land,ware\n1,"Korea, South",NVIDIA H100 SXM\n2,KR,NVIDIA H100 SXM\n',
      'mapping.yaml':
        'columns: { no: id, land: to, ware: items.0.product }\nconstants: { activity: export, from: US }\nvalues: { land: { "Korea, South": KR } }\n',
    })
    await batch(folder, '--map', 'mapping.yaml')
    const { rows } = await readTable(join(folder, 'deals.results.csv'))
    expect(rows[0]!.slice(3)).toEqual(rows[1]!.slice(3))
    expect(rows[0]![3]).toBe('needs-facts')
  })

  it('says what is wrong with a mapping', async () => {
    const folder = folderWith({
      'deals.csv': `${HEAD}\n1,${ROW},A,KR\n`,
      'mapping.yaml': 'columns: { idd: id, to: items.0.prodct, from: from }\nvalues: { frm: {} }\n',
    })
    const { code, stderr } = await batch(folder, '--map', 'mapping.yaml')
    expect(code).toBe(4)
    expect(stderr).toContain('no column `idd`\n    did you mean `id`?')
    expect(stderr).toContain('a case has no `items.0.prodct`\n    did you mean `items.0.product`?')
    expect(stderr).toContain('no column `frm`\n    did you mean `from`?')
  })

  it('gives the same bytes with two workers, and small chunks', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i},${ROW},Example ${i % 7} Cloud,KR`)
    const folder = folderWith({ 'deals.csv': `${HEAD}\n${rows.join('\n')}\n` })
    await batch(folder, '--out', 'one.csv')
    await licet(
      [
        'batch',
        'deals.csv',
        '--as-of',
        '2026-11-20',
        '--workers',
        '2',
        '--chunk',
        '7',
        '--out',
        'two.csv',
      ],
      { cwd: folder },
    )
    expect(textIn(folder, 'two.csv')).toBe(textIn(folder, 'one.csv'))
  })

  it('writes a workbook and Parquet with the cells as they are, and reads them again', async () => {
    const folder = folderWith({
      'deals.csv': `${HEAD},note\n1,${ROW},=Example,KR,"a ""b""\nc"\n2,${ROW},한국,KR,\n`,
    })
    await batch(folder, '--out', 'results.csv')
    const { headings, rows } = await readTable(join(folder, 'results.csv'))
    const plain = rows.map((row) => (row as string[]).map((cell) => cell.replace(/^'=/, '=')))
    for (const out of ['results.xlsx', 'results.parquet']) {
      const { stderr } = await batch(folder, '--out', out)
      expect(stderr).toContain(`wrote ${out}`)
      const table = await readTable(join(folder, out))
      expect([table.headings, table.rows]).toEqual([headings, plain])
    }
  })

  it('that is half a Parquet file is refused', async () => {
    const folder = folderWith({ 'deals.csv': `${HEAD}\n1,${ROW},A,KR\n` })
    await batch(folder, '--out', 'deals.parquet')
    const whole = readFileSync(join(folder, 'deals.parquet'))
    const half = folderWith({})
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(half, 'half.parquet'), whole.subarray(0, whole.length / 2))
    const { code, stderr } = await licet(['batch', 'half.parquet'], { cwd: half })
    expect(code).toBe(4)
    expect(stderr).toContain('half.parquet: the Parquet file is cut off, or is none')
  })
})
