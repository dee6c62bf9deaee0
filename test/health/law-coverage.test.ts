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

/** The last number of each series of rows of the sheet on advanced computing; LIC-04 is two rows. */
const SERIES = {
  CLS: 21,
  LIC: 18,
  EXC: 20,
  REV: 10,
  DD: 11,
  FDD: 9,
  GUI: 3,
  TAR: 1,
  BIL: 5,
  ENF: 3,
}

/** The rows of the sheet on jurisdiction: a series, and what follows its hyphen. */
const JURISDICTION = {
  J: [...upTo(10, 1), ...upTo(32, 20)],
  DM: [...upTo(5, 1), '6i', '6ii', ...upTo(21, 7)],
  FDP: ['b', 'c', 'd', 'e1', 'e2', 'e3', 'f', 'g', 'h', 'i', 'j', 'k', 'l'],
  AC: upTo(8, 1),
  LS: upTo(7, 1),
}

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

  it('are complete for advanced computing', () => {
    const wanted = Object.entries(SERIES).flatMap(([series, last]) =>
      Array.from({ length: last }, (_, i) => rowId(series, i + 1)).flatMap((row) =>
        row === 'LIC-04' ? ['LIC-04a', 'LIC-04b'] : [row],
      ),
    )
    expect(wanted.filter((row) => !(row in rows))).toEqual([])
  })

  it('are complete for jurisdiction', () => {
    const wanted = Object.entries(JURISDICTION).flatMap(([series, of]) =>
      of.map((n) => `${series}-${series === 'J' ? n.padStart(2, '0') : n}`),
    )
    expect(wanted.filter((row) => !(row in rows))).toEqual([])
  })

  describe.each([
    ['advanced-computing', 90],
    ['jurisdiction-fdpr', 70],
  ])('of the sheet %s', (name, atLeast) => {
    const sheet = `../shared/law/${name}.md`
    const beside = existsSync(sheet)
    if (!beside) console.log(`skipped: the rows of the sheet itself, no ${sheet}`)
    it.skipIf(!beside)('are all here', () => {
      const text = readFileSync(sheet, 'utf8')
      const listed = [...text.matchAll(ROW)].map(([, row]) => row!)
      expect(listed.length).toBeGreaterThan(atLeast)
      expect(listed.filter((row) => !(row in rows))).toEqual([])
    })
  })
})

/** A row of a table of a sheet: `| DM-6ii |`, `| FDP-e1 |`. */
const ROW = /^\| ([A-Z]+-[A-Za-z0-9]+) \|/gm

/** The numbers from one to another, as they are written. */
function upTo(last: number, first: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
}

/** Rows of the (dd) package have one digit, all others two. */
function rowId(series: string, n: number): string {
  return `${series}-${series === 'DD' ? n : String(n).padStart(2, '0')}`
}
