import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import type { Case } from '../../src/facts/case.ts'
import { engine } from '../engine.ts'

/** The rows of the Country Chart that need no license for NS Column 2, as the sheet of the law lists them. */
const FREE = [
  ...'AR AU AT BE BG CA HR CZ DK EE FI FR DE GR HU IS IN IE IT JP KR LV LI LT LU MX NL NZ NO PL'.split(
    ' ',
  ),
  ...'PT RO SK SI ZA ES SE CH TR GB'.split(' '),
]
/** A:6, where STA covers what is controlled for national security alone; of these Mexico and South Africa are free. */
const UNDER_STA = 'AL CY IL MT SG TW'.split(' ')
/** Part 746 governs these rows, which carry no marks. */
const EMBARGOED = 'CU IR KP SY'.split(' ')

const OPTIONS = {
  today: '2026-11-22',
  posture: 'enforced',
  includeProposed: false,
  profiles: [],
  caseSha256: '',
  fallbackId: 'case',
} as const

/** A GAAFET tool to a civil design house of a country. */
function outcomeTo(country: string, asOf: string): string {
  const designer = {
    role: 'end-user',
    name: 'Designer',
    country,
    headquarters: country,
    ultimateParent: { headquarters: country },
    lists: [],
    listedOwnership: 0,
  }
  const input = {
    kind: 'transaction',
    activity: 'export',
    from: 'US',
    to: country,
    items: [
      {
        description: 'nanosheet implementation',
        form: 'software',
        eccn: '3D006',
        origin: 'US',
        modules: [{ does: ['gaafet', 'rtl-to-layout'] }],
      },
    ],
    parties: [designer],
    chip: { type: 'logic', node: 2, nonPlanarTransistors: true, madeIn: 'TW' },
    endUse: {
      military: false,
      militaryIntelligence: false,
      supercomputer: false,
      advancedNode: false,
      semiconductorEquipment: false,
      nuclear: false,
      missile: false,
      chemicalBiological: false,
      forFootnoteEntity: [],
      goodsFor: [],
    },
    licenseExceptions: ['STA'],
    evidence: { sta: { eccnFurnished: true, priorConsigneeStatement: true } },
    letters: [],
    redFlags: [],
  } as unknown as Case
  return check(engine, input, { ...OPTIONS, asOf }).outcome
}

const rows = engine.pack.countries.countries
  .filter(({ code, treatAs }) => treatAs === undefined && code !== 'US')
  .map(({ code }) => code)
const DAY = '2026-06-01'
const CLEARED = new Set(['no-license-required', 'permitted-with-conditions', 'not-subject'])

describe('3D006 by the rows of the Country Chart', () => {
  it('has 40 rows that need no license', () => {
    expect(FREE).toHaveLength(40)
    expect(new Set(FREE).size).toBe(40)
    expect(FREE.filter((code) => !rows.includes(code))).toEqual([])
  })

  it.each(FREE)('needs no license to %s', (code) => {
    expect(outcomeTo(code, DAY)).toBe('no-license-required')
  })

  it.each(UNDER_STA)('goes to %s under STA', (code) => {
    expect(outcomeTo(code, DAY)).toBe('permitted-with-conditions')
  })

  const others = rows.filter((code) => ![...FREE, ...UNDER_STA, ...EMBARGOED].includes(code))
  it('is cleared to none of the other rows', () => {
    expect(others.length).toBeGreaterThan(140)
    expect(others.filter((code) => CLEARED.has(outcomeTo(code, DAY)))).toEqual([])
  })

  it('is cleared to no row under part 746', () => {
    expect(EMBARGOED.filter((code) => CLEARED.has(outcomeTo(code, DAY)))).toEqual([])
  })

  it('needs one to Hong Kong, as to China', () => {
    expect(outcomeTo('HK', DAY)).toBe('license-required')
  })

  it('still needs one to the United Arab Emirates in A:5, where STA is for approved companies alone', () => {
    expect(outcomeTo('AE', '2026-07-09')).toBe('license-required')
    expect(outcomeTo('AE', '2026-07-10')).not.toMatch(/no-license|permitted/)
  })
})
