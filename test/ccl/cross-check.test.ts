import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chartAnswer } from '../../src/ccl/chart.ts'
import { membersOn } from './members.ts'
import { ccl, classified } from './read-ccl.ts'

interface Chart {
  readonly countries: Record<string, { readonly marks: readonly string[] }>
}
interface List {
  readonly entries: readonly {
    readonly eccn: string
    readonly countryChart: readonly { readonly control: string; readonly countryChart: string }[]
  }[]
}

const folder = new URL('../../../shared/data/ear/', import.meta.url)
const present = existsSync(folder)
if (!present) console.log(`skipped: the list and the chart of 2026-07-23, no ${folder.pathname}`)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** Entries that the snapshot ran together with their neighbors. */
const MERGED = ['0D606', '2B351', '3D005', '3E001', '8C609']

const COUNTRIES = {
  AU: 'Australia',
  BR: 'Brazil',
  CA: 'Canada',
  CN: 'China',
  DE: 'Germany',
  IN: 'India',
  IL: 'Israel',
  JP: 'Japan',
  TW: 'Taiwan',
  AE: 'United Arab Emirates',
}

/** The columns that rows for the entire entry name, as `NS1`. */
function entireColumns(rows: List['entries'][number]['countryChart']): string[] {
  return rows.flatMap(({ control, countryChart }) => {
    if (!/applies to (the )?entire entry\.?\s*$/.test(control)) return []
    const [, reason, column] = /^([A-Z]{2}) Column (\d)\.?\s*$/.exec(countryChart) ?? []
    return reason === undefined ? [] : [`${reason}${column}`]
  })
}

describe.skipIf(!present)('the list and the chart of 2026-07-23', () => {
  const list = present ? (read('ccl.json') as List).entries : []
  const chart = present ? (read('country-chart.json') as Chart).countries : {}
  const usable = list.filter(({ eccn }) => !MERGED.includes(eccn))

  it('have no ECCN that the pack lacks', () => {
    expect(list.length).toBe(633)
    expect(list.filter(({ eccn }) => !ccl.byEccn.has(eccn))).toEqual([])
  })

  it('give every entry the same columns for the entire entry', () => {
    for (const { eccn, countryChart } of usable) {
      const ours = ccl.byEccn
        .get(eccn)!
        .controls.flatMap((line) =>
          'column' in line && line.scope === 'entire' ? [line.column] : [],
        )
      const theirs = entireColumns(countryChart)
      expect(
        theirs.filter((column) => !ours.includes(column)),
        eccn,
      ).toEqual([])
      expect(ours.length >= theirs.length, eccn).toBe(true)
    }
  })

  it('give every entry at least as many lines as the list', () => {
    for (const { eccn, countryChart } of usable) {
      expect(ccl.byEccn.get(eccn)!.controls.length >= countryChart.length, eccn).toBe(true)
    }
  })

  it('agree on 40 entries by 10 countries', () => {
    const whole = usable.filter(({ countryChart }) => {
      const columns = entireColumns(countryChart)
      return columns.length === countryChart.length && columns.some((one) => !one.startsWith('AT'))
    })
    const step = Math.floor(whole.length / 40)
    const sample = whole.filter((_, index) => index % step === 0).slice(0, 40)
    expect(sample).toHaveLength(40)
    const law = { members: membersOn('2026-07-23'), footnotes: [], day: '2026-07-23' }
    for (const { eccn, countryChart } of sample) {
      for (const [code, name] of Object.entries(COUNTRIES)) {
        const marks = chart[name]!.marks.map((mark) => mark.replace(' ', ''))
        const theirs = entireColumns(countryChart).filter((column) => marks.includes(column))
        const ours = chartAnswer(classified(eccn), code, law).required
        const reasons = theirs.map((column) => column.slice(0, 2))
        expect(
          ours.map(({ reason }) => reason),
          `${eccn} to ${name}`,
        ).toEqual(reasons)
      }
    }
  })
})
