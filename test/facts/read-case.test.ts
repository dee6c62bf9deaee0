import { describe, expect, it } from 'vitest'
import { readCases } from '../../src/facts/read-case.ts'
import { mistakes, schema } from './world.ts'

const read = (text: string) => readCases(text, 'case.yaml', schema)
const ids = (text: string) =>
  read(text).map((one) => (one.ok ? [one.value.number, one.value.case.id] : 'bad'))

describe('readCases', () => {
  it('reads one document, several, and lists of cases, and numbers them through', () => {
    expect(ids('kind: transaction\nid: A\n')).toEqual([[1, 'A']])
    expect(ids('kind: transaction\nid: A\n---\nkind: transaction\nid: B\n---\n')).toEqual([
      [1, 'A'],
      [2, 'B'],
    ])
    expect(
      ids(
        '- { kind: transaction, id: A }\n- { kind: transaction, id: B }\n---\nkind: transaction\nid: C\n',
      ),
    ).toEqual([
      [1, 'A'],
      [2, 'B'],
      [3, 'C'],
    ])
    expect(ids('[{"kind":"transaction","id":"A"}]')).toEqual([[1, 'A']])
  })

  it('keeps the good cases of a file with a bad one', () => {
    expect(
      ids(
        'kind: transaction\nid: A\n---\nkind: transaction\nitms: []\n---\nkind: transaction\nid: C\n',
      ),
    ).toEqual([[1, 'A'], 'bad', [3, 'C']])
  })

  it('takes nothing in a list for a case that got lost', () => {
    expect(ids('[{"kind":"transaction","id":"A"}, null]')).toEqual([[1, 'A'], 'bad'])
  })

  it('says that a file holds no case', () => {
    for (const text of ['', '# nothing\n', '---\n---\n', '[]', 'null']) {
      expect(read(text)).toMatchObject([{ ok: false, issues: [{ code: 'empty' }] }])
    }
  })

  it('places the case in its file', () => {
    const [, second] = read('- { kind: transaction, id: A }\n- kind: transaction\n  id: B\n')
    expect(second?.ok === true && second.value.place(['id'])).toMatchObject({ line: 3, column: 3 })
  })

  it('orders mistakes by their place, each with a path', () => {
    expect(
      mistakes('kind: transaction\nto: UK\nitems:\n  - quantity: -1\n    prodct: H20\nform: US\n'),
    ).toEqual([
      'case.yaml:2:1: no country has the code `UK`; did you mean `GB`?\n    at to',
      'case.yaml:4:5: expected a number above 0, found `-1`\n    at items[0].quantity',
      'case.yaml:5:5: unknown key `prodct`; did you mean `product`?\n    at items[0].prodct',
      'case.yaml:6:1: unknown key `form`; did you mean `from`?\n    at form',
    ])
  })

  it('names no word of a library', () => {
    const said = mistakes(`kind: transaction
id: 3
title: ""
via: CN
items: [{ quantity: 1.5, unitValue: .nan, circuits: [], specs: [] }, 7]
parties: [{ owners: {}, ultimateParent: none }]
letters: [{ received: 3, items: [-1, 0.5] }]
redFlags: [{ flag: [], resolved: yes }]
licenseExceptions: NAC
`)
    expect(said.length).toBeGreaterThan(12)
    for (const line of said) {
      expect(line).not.toMatch(
        /invalid|received (?!`)|string|object|array|undefined|NaN to|Too (small|big)|unrecognized|union|zod|\.$/i,
      )
      expect(line.split('\n')).toContainEqual(expect.stringMatching(/^ {4}at /))
    }
  })

  it('judges the keys of a case only if the case is of a kind that it knows', () => {
    expect(mistakes('kind: proposal\nlayers: []\n')).toHaveLength(1)
    expect(mistakes('to: CN\n')).toEqual([
      'case.yaml:1:1: `kind` is missing\n    at kind\n    a case begins with `kind: transaction`',
    ])
  })

  it('refuses a red flag about a fact or an item that is not there', () => {
    expect(
      mistakes('kind: transaction\nredFlags: [{ flag: no. 2, touches: [endUse.millitary] }]\n'),
    ).toHaveLength(1)
    expect(
      mistakes('kind: transaction\nredFlags: [{ flag: no. 2, item: 1 }]\nitems: [{}]\n'),
    ).toHaveLength(1)
    expect(
      mistakes(
        'kind: transaction\nletters: [{ received: 2026-01-01, covers: all, items: [1] }]\nitems: [{}]\n',
      ),
    ).toHaveLength(1)
    expect(
      mistakes(
        'kind: transaction\nredFlags: [{ flag: no. 2, item: 0, touches: [endUse.military] }]\nitems: [{}]\n',
      ),
    ).toEqual([])
  })
})
