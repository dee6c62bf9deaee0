import { describe, expect, it } from 'vitest'
import { chartAnswer, type ChartAnswer } from '../../src/ccl/chart.ts'
import type { Facts } from '../../src/ccl/controls.ts'
import type { Verdict } from '../../src/logic/verdict.ts'
import { membersOn } from './members.ts'
import { classified, entries, footnotes } from './read-ccl.ts'

const at = (text: string, country: string, facts: Facts = {}, day = '2026-09-24'): ChartAnswer =>
  chartAnswer(classified(text), country, { members: membersOn(day), footnotes, day }, facts)
const reasons = (found: ChartAnswer['required']): string[] => found.map(({ reason }) => reason)

describe('an item at a destination', () => {
  it('needs a license for each reason with a mark', () => {
    expect(reasons(at('3A001.a.2', 'CN').required)).toEqual(['NS'])
    expect(reasons(at('3A001.a.2', 'CN').unmarked)).toContain('AT')
    expect(reasons(at('3B001.a.4', 'CN').required)).toEqual(['NS', 'RS'])
  })

  it('with no mark is said to have no mark, which is no clearance', () => {
    const answer = at('3A001.a.2', 'DE')
    expect(answer.status).toBe('no-mark')
    expect(answer.absentMarkIsNotClearance).toBe(true)
    expect(answer.required).toEqual([])
  })

  it('never passes the empty rows of the chart: part 746', () => {
    for (const country of ['CU', 'IR', 'KP', 'SY']) {
      for (const text of ['3A991.a', '3A001.a.2', 'EAR99']) {
        const answer = at(text, country)
        expect(answer.status, `${text} ${country}`).not.toBe('no-mark')
        expect(answer.review.map(({ citation }) => citation).join()).toContain('746.')
      }
    }
    expect(reasons(at('3A991.a', 'IR').required)).toEqual(['AT'])
    expect(reasons(at('3A001.a.2', 'CU').unmarked)).toEqual([
      'NS',
      'RS',
      'RS',
      'RS',
      'MT',
      'MT',
      'MT',
      'NP',
      'NP',
      'NP',
    ])
  })

  it('knows that Macau is not in D:5 and is reached all the same', () => {
    expect(reasons(at('3A090.c', 'MO').required)).toEqual(['RS'])
    expect(at('3A090.c', 'KZ').status).toBe('no-mark')
  })

  it('reads 3D006 by NS column 2 and 3D005 by column 1', () => {
    for (const country of ['JP', 'DE', 'IN']) expect(at('3D006', country).status).toBe('no-mark')
    for (const country of ['TW', 'SG', 'IL', 'MY', 'AE', 'CN', 'MO']) {
      expect(at('3D006', country).status, country).toBe('license-required')
    }
    expect(at('3D005', 'JP').status).toBe('license-required')
    expect(at('3D005', 'CA').status).toBe('no-mark')
  })

  it('keeps a codified worldwide line apart from what BIS enforces', () => {
    const japan = at('3A090.a', 'JP')
    expect(japan.status).toBe('needs-review')
    expect(japan.required.map(({ enforcement }) => enforcement)).toEqual(['depends'])
    expect(at('3A090.a', 'CN').status).toBe('license-required')
    expect(at('3A090.a', 'AE').status).toBe('license-required')
    expect(at('3A090.a', 'JP', {}, '2025-03-01').status).toBe('license-required')
    expect(at('4E091', 'JP').required[0]!.enforcement).toBe('not-enforced')
  })

  it('names the United Arab Emirates beside the country groups', () => {
    expect(at('3A090.b', 'AE').status).toBe('license-required')
    expect(at('3A090.b', 'IL').status).toBe('no-mark')
  })

  it('of 3B993 depends on a party', () => {
    const answer = at('3B993.a', 'SG')
    expect(answer.status).toBe('needs-review')
    expect(answer.review[0]!.questions).toEqual(['footnote-5-party'])
    const settled = (verdict: Verdict): Facts => ({
      answers: new Map([['footnote-5-party', verdict]]),
    })
    expect(at('3B993.a', 'SG', settled('yes')).status).toBe('license-required')
    expect(at('3B993.a', 'SG', settled('no')).status).toBe('no-mark')
  })

  it('of 738.3(a)(1) needs a license even to Canada', () => {
    for (const text of ['5A980', '5A001.f.1', '0A983']) {
      expect(at(text, 'CA').status, text).toBe('license-required')
    }
    expect(at('0E982', 'CA').status).toBe('no-mark')
    expect(at('0E982', 'GB').status).toBe('license-required')
  })

  it('needs a person where no row is known, and where the paragraph is not', () => {
    expect(at('3A001.a.2', 'PS').status).toBe('needs-review')
    expect(at('3A001.a.2', 'ZZ').status).toBe('needs-review')
    expect(at('3B001.s', 'DE').review.map(({ reason }) => reason)).toContain('classification')
    expect(at('3B001', 'CN').status).toBe('needs-review')
  })

  it('needs a person, with the citation, where a scope is prose', () => {
    expect(at('1C007', 'DE').status).toBe('needs-review')
    const open = at('1C007', 'DE').review.find(({ reason }) => reason === 'MT')
    expect(open?.citation).toBe('15 CFR 774 Supp. 1, ECCN 1C007; 15 CFR 738 Supp. 1')
  })

  it('before the snapshot says so', () => {
    expect(at('3A001.a.2', 'CN', {}, '2026-07-22').beforeSnapshot).toBe(true)
    expect(at('3A001.a.2', 'CN', {}, '2026-07-23').beforeSnapshot).toBe(false)
  })

  it('is decided for every entry and a paragraph of it without an exception', () => {
    const statuses = new Set<string>()
    for (const { eccn, paragraphs } of entries) {
      for (const place of [eccn, `${eccn}.${paragraphs?.[0] ?? 'a'}`]) {
        for (const country of ['CA', 'CN', 'DE', 'IR']) statuses.add(at(place, country).status)
        expect(at(place, 'IR').status, place).not.toBe('no-mark')
      }
    }
    expect([...statuses].toSorted()).toEqual(['license-required', 'needs-review', 'no-mark'])
  })
})

describe('the footnotes of the chart', () => {
  it('10: firearms to Australia and the United Kingdom need a license without a mark', () => {
    const answer = at('0A501.a', 'AU')
    expect(reasons(answer.required)).toContain('footnote 10')
    expect(answer.status).toBe('license-required')
    expect(reasons(at('0A501.y', 'AU').required)).toEqual([])
    expect(reasons(at('0A501.a', 'NZ').required)).not.toContain('footnote 10')
    expect(reasons(at('0A501', 'GB').review)).toContain('footnote 10')
  })

  it('6: every item on the list to Russia and Belarus needs a license', () => {
    for (const country of ['RU', 'BY']) {
      expect(at('3A991.a', country).status).toBe('license-required')
      expect(at('EAR99', country).status).toBe('needs-review')
    }
  })

  it('7: 9A515.e to India needs a license for RS column 2 reasons', () => {
    expect(reasons(at('9A515.e', 'IN').required)).toContain('footnote 7')
    expect(reasons(at('9A515.x', 'IN').required)).not.toContain('footnote 7')
    expect(reasons(at('6A003.b.4.b', 'IN').review)).toContain('footnote 7')
  })

  it('3: 0A919 is for a person to read', () => {
    expect(reasons(at('0A919', 'JP').review)).toContain('footnote 3')
  })

  it('1 and 9: Iraq is for a person, Ukraine has a notice', () => {
    expect(at('3A991.a', 'IQ').status).toBe('needs-review')
    expect(at('3A991.a', 'UA').notices.map(({ citation }) => citation)).toEqual(['15 CFR 746.6'])
  })
})
