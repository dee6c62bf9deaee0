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

interface Sheet {
  /** Each series of rows and what follows its name. */
  readonly series: Readonly<Record<string, readonly string[]>>
  /** How many rows the sheet itself has at least. */
  readonly atLeast: number
}

/**
 * The sheets of the law. What a sheet numbers without letters (footnotes, General Prohibitions, red
 * flags) has a series of its own here.
 */
const SHEETS: Readonly<Record<string, Sheet>> = {
  'advanced-computing': {
    series: {
      'CLS-': twoDigits(21),
      'LIC-': twoDigits(18).flatMap((n) => (n === '04' ? ['04a', '04b'] : [n])),
      'EXC-': twoDigits(20),
      'REV-': twoDigits(10),
      'DD-': upTo(11),
      'FDD-': twoDigits(9),
      'GUI-': twoDigits(3),
      'TAR-': twoDigits(1),
      'BIL-': twoDigits(5),
      'ENF-': twoDigits(3),
    },
    atLeast: 90,
  },
  'jurisdiction-fdpr': {
    series: {
      'J-': [...twoDigits(10), ...upTo(32, 20)],
      'DM-': [...upTo(5), '6i', '6ii', ...upTo(21, 7)],
      'FDP-': ['b', 'c', 'd', 'e1', 'e2', 'e3', 'f', 'g', 'h', 'i', 'j', 'k', 'l'],
      'AC-': upTo(8),
      'LS-': upTo(7),
    },
    atLeast: 70,
  },
  'end-use-end-user': {
    series: {
      'EU-': twoDigits(30),
      'AF-': upTo(4),
      'FN-': upTo(5),
      GP: upTo(10),
      'RF-': [...upTo(29), 'GUIDANCE'],
      'RK-': upTo(7),
      'PN-': upTo(6),
      'LIST-': 'DPL EL MEU UVL SDN SSI NS-MBS CAPTA FSE NS-CMIC PLC ISN DTC'.split(' '),
    },
    atLeast: 45,
  },
}

/** A row of a table of a sheet: `| DM-6ii |`, `| FDP-e1 |`. */
const ROW = /^\| ([A-Z]+-[A-Za-z0-9]+) \|/gm

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

  describe.each(Object.entries(SHEETS))('of the sheet %s', (name, { series, atLeast }) => {
    it('are complete', () => {
      const wanted = Object.entries(series).flatMap(([row, of]) => of.map((n) => row + n))
      expect(wanted.filter((row) => !(row in rows))).toEqual([])
    })

    const sheet = `../shared/law/${name}.md`
    const beside = existsSync(sheet)
    if (!beside) console.log(`skipped: the rows of the sheet itself, no ${sheet}`)
    it.skipIf(!beside)('are all here', () => {
      const text = readFileSync(sheet, 'utf8')
      const listed = [...text.matchAll(ROW)].map(([, row]) => row!)
      expect(listed.length).toBeGreaterThan(atLeast)
      // The lists of a sheet have no ids; here they stand in a series of their own.
      const missing = listed.filter((row) => !(row in rows) && !(`LIST-${row}` in rows))
      expect(missing).toEqual([])
    })
  })
})

/** The numbers from one to another, as they are written. */
function upTo(last: number, first = 1): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
}

function twoDigits(last: number): string[] {
  return upTo(last).map((n) => n.padStart(2, '0'))
}
