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
 * The sheets of the law and the last number of each of their series of rows, or all of their numbers. What a
 * sheet numbers without a letter (footnotes, general prohibitions, red flags, lists) has one here.
 */
const SHEETS: Readonly<Record<string, Readonly<Record<string, number | readonly string[]>>>> = {
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
  'jurisdiction-fdpr.md': {
    'J-': [...upTo(10, 1), ...upTo(32, 20)],
    'DM-': [...upTo(5, 1), '6i', '6ii', ...upTo(21, 7)],
    'FDP-': ['b', 'c', 'd', 'e1', 'e2', 'e3', 'f', 'g', 'h', 'i', 'j', 'k', 'l'],
    'AC-': 8,
    'LS-': 7,
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
  'eda.md': {
    'EDA-': 21,
    'KEY-': 4,
    'DEE-': 2,
    'EXC-E': 2,
    'RS-': ['11'],
    'ENT-': 1,
    'FN5-': 2,
    'MEU-': 2,
    'AN-': 7,
    'AFF-': 3,
    'SAAS-': 1,
    'LET-': 6,
    'OTH-': 5,
  },
  'cloud-compute.md': {
    'RA-': 7,
    'SV-': [...upTo(13, 1), '4a'],
    'PS-': 5,
    'IG-': 2,
    'GP-': 3,
    'HQ-': 3,
    'DF-': 7,
    'VE-': 4,
    'CN-': 7,
    'AE-': 1,
    'SA-': 2,
    'KY-': 8,
    'BL-': 8,
    'PRC-': 5,
    'DV-': 6,
  },
  'ai-export-program.md': { 'X-': 9, 'Y-': 14, 'S-': upTo(15, 10) },
  'ai-models-and-apis.md': {
    'M-': [...upTo(25, 1), '09a', '09b', '09c', '09d', '12a', '19a'],
    'O-': 16,
    'V-': 4,
    'P-': 9,
  },
  'data-and-investment.md': {
    'D-': [...upTo(18, 1), ...upTo(22, 20)],
    'I-': [...upTo(8, 1), ...upTo(12, 10)],
  },
}

/** Rows of these series have two digits, those of all others as many as they need. */
const TWO_DIGITS =
  /^(CLS|LIC|EXC|REV|FDD|GUI|TAR|BIL|ENF|EU|J|EDA|KEY|DEE|ENT|FN5|MEU|AN|AFF|SAAS|LET|OTH|RA|SV|PS|IG|GP|HQ|DF|VE|CN|AE|SA|KY|BL|PRC|DV|M|O|V|P|D|I|X|Y)-$/

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
      const wanted = Object.entries(series).flatMap(([name, numbers]) =>
        (typeof numbers === 'number' ? upTo(numbers, 1) : numbers).map((n) => rowId(name, n)),
      )
      expect(wanted.flatMap(halves).filter((row) => !(row in rows))).toEqual([])
    })

    const path = `../shared/law/${sheet}`
    const beside = existsSync(path)
    if (!beside) console.log(`skipped: the rows of the sheet itself, no ${path}`)
    it.skipIf(!beside)('are those of the sheet', () => {
      const text = readFileSync(path, 'utf8')
      const listed = [...text.matchAll(ROW)].map(([, row]) => row!)
      expect(listed.length).toBeGreaterThan(25)
      expect(listed.filter((row) => !(row in rows))).toEqual([])
    })
  })
})

/** A row of a table of a sheet: `| DM-6ii |`, `| FDP-e1 |`; `| NS-MBS |` names a list. */
const ROW = /^\| ([A-Z]+-(?:[A-Za-z]?\d[a-z\d]*|[a-z]\d?)) \|/gm

/** The numbers from one to another, as they are written. */
function upTo(last: number, first: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
}

const rowId = (series: string, n: string): string =>
  series + (TWO_DIGITS.test(series) ? n.replace(/^\d(?!\d)/, '0$&') : n)

/** One number of the sheet stands for two rows. */
const halves = (row: string): string[] => (row === 'LIC-04' ? ['LIC-04a', 'LIC-04b'] : [row])
