import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { pack } from '../engine.ts'

interface Row {
  readonly provisions?: readonly string[]
  readonly why?: string
}

const rows = parse(readFileSync('test/law-coverage.yaml', 'utf8')) as Record<string, Row>
const ids = new Set(pack.provisions.map(({ id }) => id))

/**
 * The sheets of the law and the last number of each of their series of rows; LIC-04 is two rows. What a
 * sheet numbers without a letter (footnotes, general prohibitions, red flags, lists) has one here.
 */
const SHEETS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'advanced-computing.md': {
    'CLS-': 21,
    'LIC-': 18,
    'EXC-': 20,
    'REV-': 10,
    'DD-': 11,
    'FDD-': 9,
    'GUI-': 3,
    'TAR-': 1,
    'BIL-': 5,
    'ENF-': 3,
  },
  'end-use-end-user.md': {
    'EU-': 30,
    'AF-': 4,
    'FN-': 5,
    GP: 10,
    'RF-': 29,
    'RK-': 7,
    'PN-': 6,
  },
}

/** Rows of these series have two digits, those of all others as many as they need. */
const TWO_DIGITS = /^(CLS|LIC|EXC|REV|FDD|GUI|TAR|BIL|ENF|EU)-$/

describe('the rows of the law', () => {
  it('each name the provisions that encode them, or say why none does', () => {
    const silent = Object.entries(rows).filter(
      ([, { provisions = [], why = '' }]) => provisions.length === 0 && why === '',
    )
    expect(silent.map(([row]) => row)).toEqual([])
  })

  it('name no provision that the pack does not have', () => {
    const named = Object.entries(rows).flatMap(([row, { provisions = [] }]) =>
      provisions.map((id) => ({ row, id })),
    )
    expect(named.filter(({ id }) => !ids.has(id))).toEqual([])
  })

  describe.each(Object.entries(SHEETS))('of %s', (sheet, series) => {
    it('are complete', () => {
      const wanted = Object.entries(series).flatMap(([name, last]) =>
        Array.from({ length: last }, (_, i) => rowId(name, i + 1)).flatMap((row) =>
          row === 'LIC-04' ? ['LIC-04a', 'LIC-04b'] : [row],
        ),
      )
      expect(wanted.filter((row) => !(row in rows))).toEqual([])
    })

    const path = `../shared/law/${sheet}`
    const beside = existsSync(path)
    if (!beside) console.log(`skipped: the rows of the sheet itself, no ${path}`)
    it.skipIf(!beside)('are those of the sheet', () => {
      const text = readFileSync(path, 'utf8')
      const listed = [...text.matchAll(/^\| ([A-Z]+-\d+[ab]?) \|/gm)].map(([, row]) => row!)
      expect(listed.length).toBeGreaterThan(40)
      expect(listed.filter((row) => !(row in rows))).toEqual([])
    })
  })
})

function rowId(series: string, n: number): string {
  return series + (TWO_DIGITS.test(series) ? String(n).padStart(2, '0') : n)
}
