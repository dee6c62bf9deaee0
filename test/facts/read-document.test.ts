import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../src/facts/read-document.ts'
import { isLong } from '../long.ts'

const read = (text: string) => {
  const documents = readDocuments(text, 'case.yaml')
  if (!documents.ok) throw new Error(documents.issues[0]?.message)
  return documents.value
}
const first = (text: string) => read(text)[0]!.value
const issues = (text: string) => {
  const documents = readDocuments(text, 'case.yaml')
  return documents.ok ? [] : documents.issues
}

/** Of this process, whatever else the machine does. */
const seconds = (): number => process.cpuUsage().user / 1e6

describe('readDocuments', () => {
  const source = `kind: transaction
items:
  - product: NVIDIA H20
    specs: { tpp: 2368, dieArea: 814 }
  - product: NVIDIA L4
parties: []
`
  const [document] = read(source)

  it.each([
    [['kind'], 1, 1, 'kind'],
    [['items'], 2, 1, 'items'],
    [['items', 0], 3, 5, 'items[0]'],
    [['items', 0, 'specs'], 4, 5, 'items[0].specs'],
    [['items', 0, 'specs', 'dieArea'], 4, 25, 'items[0].specs.dieArea'],
    [['items', 1, 'product'], 5, 5, 'items[1].product'],
    [['parties'], 6, 1, 'parties'],
  ])('places %j', (path, line, column, said) => {
    expect(document!.place(path)).toEqual({ file: 'case.yaml', line, column, path: said })
  })

  it('places what is missing at the nearest key that is there', () => {
    expect(document!.place(['items', 0, 'specs', 'tpp', 'value'])).toMatchObject({
      line: 4,
      column: 14,
    })
    expect(document!.place(['items', 7, 'product'])).toMatchObject({ line: 2, column: 1 })
    expect(document!.place(['letters', 0])).toMatchObject({
      line: 1,
      column: 1,
      path: 'letters[0]',
    })
  })

  it('counts the lines of the whole file over several documents', () => {
    const [, second] = read('kind: transaction\n---\n# about it\nkind: transaction\n')
    expect(second!.place(['kind'])).toMatchObject({ line: 4, column: 1 })
  })

  it('counts lines that end as on Windows, and columns of Chinese text', () => {
    const [crlf] = read('kind: transaction\r\nto: CN\r\n')
    expect(crlf!.place(['to'])).toMatchObject({ line: 2, column: 1 })
    const [names] = read('parties: [{ name: 浪潮集团, role: end-user }]')
    expect(names!.place(['parties', 0, 'role'])).toMatchObject({ line: 1, column: 25 })
  })

  it('takes Norway, a technology ECCN and dates for text', () => {
    expect(first('to: NO\neccn: 3E001\nclaim: 4E001\ndate: 2026-11-20\n')).toEqual({
      to: 'NO',
      eccn: '3E001',
      claim: '4E001',
      date: '2026-11-20',
    })
    expect(first('%YAML 1.1\n---\nto: NO\nmilitary: yes\n')).toEqual({ to: 'NO', military: 'yes' })
  })

  it('takes 1e26 training operations for a number', () => {
    expect(first('operations: 1e26\nbig: 6.5E25\n')).toEqual({ operations: 1e26, big: 6.5e25 })
  })

  it('reads JSON', () => {
    expect(first('{"kind": "transaction", "items": [{"quantity": 3}], "to": null}')).toEqual({
      kind: 'transaction',
      items: [{ quantity: 3 }],
      to: null,
    })
  })

  it('names both places of a doubled key, in JSON too', () => {
    expect(issues('{\n"to": "CN",\n"to": "SG" }')).toEqual([
      {
        code: 'duplicate-key',
        message: 'the key `to` stands twice',
        at: { file: 'case.yaml', line: 3, column: 1, path: 'to' },
        help: 'keep one of the two; the other is on line 2',
      },
    ])
  })

  it('tells a mistake of every document, at most twenty and one', () => {
    expect(issues('a: 1\na: 2\n---\nb: 1\nb: 2\n').map(({ at }) => at.line)).toEqual([2, 5])
    expect(issues('a: 1\n'.repeat(100))).toHaveLength(21)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    const [issue] = issues(`a: [{ b: { ${key}: 1 } }]`)
    expect(issue).toMatchObject({
      code: 'forbidden-key',
      at: { line: 1, column: 12, path: `a[0].b.${key}` },
    })
    expect(issues(JSON.stringify({ a: 1 }).replace('a', key))).toHaveLength(1)
  })

  it('leaves the prototypes of objects alone', () => {
    const value = first('toString: 1\nvalueOf: 2\nhasOwnProperty: 3\n')
    expect(Object.keys(value as object)).toEqual(['toString', 'valueOf', 'hasOwnProperty'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it.each(['['.repeat(10_000), '{a: '.repeat(10_000), '- '.repeat(10_000), '? '.repeat(10_000)])(
    'refuses a bottomless text, without a crash',
    (text) => expect(issues(text)).toMatchObject([{ code: 'too-deep' }]),
  )

  it.each([
    ['many keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')],
    [
      'many keys on one line',
      `{${Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join(', ')}}`,
    ],
  ])('reads %s in time that grows with their number alone', (_, text) => {
    const start = seconds()
    expect(Object.keys(first(text) as object).length).toBeGreaterThanOrEqual(50_000)
    expect(seconds() - start).toBeLessThan(8)
  })

  it.skipIf(!isLong)('reads 5 MB of cases', () => {
    const one = `kind: transaction\nactivity: export\nfrom: US\nto: CN\nitems:\n  - product: NVIDIA H20\n    quantity: 1000\n---\n`
    const count = Math.floor(4_900_000 / one.length)
    const start = seconds()
    expect(read(one.repeat(count))).toHaveLength(count + 1)
    expect(seconds() - start).toBeLessThan(12)
  })

  it.each([
    '}'.repeat(100_000),
    '*a '.repeat(50_000),
    `[${','.repeat(100_000)}]`,
    '!a !b '.repeat(50_000),
    '"'.repeat(100_000),
  ])('tells one mistake of a text that is nothing but mistakes', (text) =>
    expect(issues(text)).toHaveLength(1),
  )
})
