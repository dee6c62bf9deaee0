import { stringify } from 'yaml'
import { describe, expect, it, test } from 'vitest'
import { chartAnswer } from '../../src/ccl/chart.ts'
import { check, contextOf } from '../../src/check.ts'
import { dealItems, type DealItem } from '../../src/facts/deal.ts'
import { CHART_REASONS, listFacts } from '../../src/facts/list-facts.ts'
import { provisionsOf } from '../../src/facts/own-provisions.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { engine } from '../engine.ts'
import { mistakes } from './world.ts'

const DAY = '2026-08-01'
const law = engine.lawOn(DAY, false)
const context = contextOf(engine, law, { profiles: [] })

function caseOf(item: object, deal: object = {}) {
  const input = {
    kind: 'transaction',
    activity: 'export',
    to: 'SG',
    ...deal,
    items: [{ form: 'other', ...item }],
  }
  const [read] = readCases(stringify(input), 'case.yaml', engine.schema)
  if (read === undefined || !read.ok) throw new Error(JSON.stringify(read?.issues))
  return read.value.case
}

/** The item of a deal to Singapore, where only its claim is at stake. */
const itemOf = (item: object, deal?: object): DealItem => dealItems(caseOf(item, deal), context)[0]!
const fact = (name: string, item: object, deal?: object): unknown =>
  itemOf(item, deal).facts.values[name]

describe('a claimed ECCN', () => {
  it('stands under its entry and every paragraph above it', () => {
    expect(fact('item.entry', { eccn: '3B001.c.1.a' })).toBe('3B001')
    expect(fact('item.paragraphs', { eccn: '3B001.c.1.a' })).toEqual([
      '3B001',
      '3B001.c',
      '3B001.c.1',
      '3B001.c.1.a',
    ])
    expect(fact('item.bareEntry', { eccn: '3B001.c.1.a' })).toBe(false)
    expect(fact('item.bareEntry', { eccn: '3B001' })).toBe(true)
  })

  it('that the list does not have makes no claim, and says what may have been meant', () => {
    const item = itemOf({ eccn: '3B009' })
    expect(item.facts.values['item.claimListed']).toBe(false)
    expect(item.remarks()).toEqual([
      expect.stringMatching(/the list has no ECCN `3B009`; did you mean `2B009` or `3B001`/),
    ])
  })

  it('in lower case is refused before it can be read as another', () => {
    expect(mistakes('kind: transaction\nitems: [{ eccn: 3b001 }]')).toEqual([
      expect.stringContaining('4A090.a'),
    ])
  })

  it('of EAR99 has no control and no list-based exception', () => {
    const { values } = itemOf({ eccn: 'EAR99' }).facts
    expect(values['item.entry']).toBe('EAR99')
    expect(
      CHART_REASONS.filter((reason) => values[`item.chart.${reason.toLowerCase()}`] !== false),
    ).toEqual([])
    expect(values['item.eligible.LVS']).toBe(false)
  })

  it('says nothing without a destination, and asks for it', () => {
    const { values, paths } = itemOf({ eccn: '3A225' }, { to: 'unknown' }).facts
    expect(values['item.chart.np']).toBeUndefined()
    expect(paths['item.chart.np']).toBe('to')
  })
})

describe('a control', () => {
  test.each([
    ['at its mark', '3A225', 'SG', true],
    ['without one', '3A225', 'DE', false],
    ['of Hong Kong is that of China', '3A225', 'HK', true],
  ])('%s', (_, eccn, to, expected) => {
    expect(fact('item.chart.np', { eccn }, { to })).toBe(expected)
  })

  it('of a deemed export turns on the nationality', () => {
    const release = (nationality: string) => ({
      activity: 'deemed-export',
      to: 'US',
      parties: [{ role: 'recipient', nationality }],
    })
    const item = { eccn: '3E002.a', form: 'technology' }
    expect(fact('item.chart.ns', item, release('SG'))).toBe(true)
    expect(fact('item.chart.ns', item, release('CA'))).toBe(false)
  })

  it('is open while nobody says whether the deal is a transfer, which meets no mark', () => {
    expect(fact('item.chart.np', { eccn: '3A225' }, { activity: 'transfer' })).toBe(false)
    expect(fact('item.chart.np', { eccn: '3A225' }, { activity: 'unknown' })).toBeUndefined()
  })

  it('of an entry for software is for a person where the form is another', () => {
    expect(fact('item.chart.review', { eccn: '3D101', form: 'software' })).toBe(false)
    expect(fact('item.chart.review', { eccn: '3D101', form: 'other' })).toBe(true)
    expect(fact('item.chart.review', { eccn: '3A225', form: 'technology' })).toBe(true)
  })
})

describe('a question of the list', () => {
  const words = (item: object, deal?: object): string[] =>
    check(engine, caseOf({ product: 'Stepper', alsoDescribedIn: 'none', ...item }, deal), {
      asOf: DAY,
      today: DAY,
      posture: 'enforced',
      includeProposed: false,
      profiles: [],
      caseSha256: '',
      fallbackId: 'case',
    }).questions.flatMap(({ fact: path, name, ask }) =>
      path.startsWith('items') ? [`${path} (${name}) ${ask}`] : [],
    )

  it('is asked in its own words', () => {
    expect(words({ eccn: '3A002.h' }, { to: 'IN' })).toContain(
      'items[0].listFacts.meets-3A101.a.2.b (item.chart.mt) Stepper: Does the converter meet or exceed 3A101.a.2.b?',
    )
  })

  it('for the paragraph names the entry, and is answered with an ECCN', () => {
    expect(words({ eccn: '3B001' })).toContain(
      'items[0].eccn (item.eccn) 3B001: which paragraph describes the item?',
    )
  })

  it('that there is not is refused with the nearest one', () => {
    expect(mistakes('kind: transaction\nitems: [{ listFacts: { above-18-GH: yes } }]')).toEqual([
      expect.stringContaining('did you mean `above-18-GHz`?'),
    ])
  })
})

describe('eligibility by the entry', () => {
  const tool = { eccn: '3B001.g' }
  const within = (quantity: number | undefined, unitValue: number | undefined): unknown =>
    fact('item.lvsWithinValue', { ...tool, quantity, unitValue })

  test.each([
    [1, 500, true],
    [1, 500.01, false],
    [2, 250, true],
    [2, 250.01, false],
  ])('for LVS of %d at %d dollars, of a limit of 500', (quantity, unitValue, expected) => {
    expect(within(quantity, unitValue)).toBe(expected)
  })

  it('for LVS is open without the value, which is asked for', () => {
    expect(within(1, undefined)).toBeUndefined()
    expect(itemOf(tool).facts.paths['item.lvsWithinValue']).toBe('items[0].purchaseValue')
  })

  test.each([
    ['LVS', '3B001.g', true],
    ['LVS', '3B001.d', false],
    ['LVS', '3B001', undefined],
    ['GBS', '3A002.a', false],
    ['GBS', '3B001.g', true],
    ['IEC', '3B001.q', true],
    ['IEC', '3B001.g', false],
    ['APP', '4A003.b', true],
    ['TSR', '3A002.a', false],
  ])('%s of %s', (name, eccn, expected) => {
    expect(fact(`item.eligible.${name}`, { eccn })).toBe(expected)
  })

  test.each([
    ['3A002.a', 'DE', true],
    ['3A002.g.1', 'DE', true],
    ['3A002.g.1', 'TW', false],
    ['3A002.a', 'TW', true],
    ['3A002.a', 'SG', true],
    ['3A002.a', 'CN', false],
    ['0A604', 'TW', false],
  ])('STA of %s to %s', (eccn, to, expected) => {
    expect(fact('item.eligible.STA', { eccn }, { to })).toBe(expected)
  })
})

describe('nothing that the list requires or leaves open', () => {
  const places = ['CN', 'MO', 'DE', 'SG', 'IN', 'CA', 'LB', 'IR', 'AQ']
  const formOf = (eccn: string): string => ({ D: 'software', E: 'technology' })[eccn[1]!] ?? 'other'

  it('is silent in the facts, save what provisions of their own test', () => {
    const silent: string[] = []
    for (const entry of engine.ccl.byEccn.values()) {
      const lines = entry.controls.map((line) =>
        'law' in line ? line.law : 'see' in line ? line.see : '',
      )
      if (lines.some((cited) => provisionsOf(cited, entry).length > 0)) continue
      for (const paragraph of [null, 'x.9', ...(entry.paragraphs ?? [])]) {
        const claimed = paragraph === null ? entry.eccn : `${entry.eccn}.${paragraph}`
        for (const to of places) {
          const found = { entry, paragraph, paragraphStatus: 'none' } as const
          const { required, review } = chartAnswer(found, to, context.list)
          if (required.length + review.filter(({ reason }) => reason !== 'embargo').length === 0)
            continue
          const claim = {
            item: {},
            claimed,
            form: formOf(entry.eccn),
            activity: 'export',
            to,
            prefix: 'items[0]',
            order: [],
          }
          const { values } = listFacts(claim, context.list)
          const facts = [
            ...CHART_REASONS.map((reason) => reason.toLowerCase()),
            'footnote',
            'review',
          ]
          if (facts.every((name) => values[`item.chart.${name}`] === false))
            silent.push(`${claimed} to ${to}`)
        }
      }
    }
    expect(silent).toEqual([])
  })

  test.each([
    '3A090',
    '4A090',
    '5A992.z',
    '3A001.z',
    '3B001.d',
    '3B002',
    '3B993',
    '3D992',
    '3E992',
    '4E091',
    '3E069',
  ])('is left to provisions that are not in force: %s to China', (claimed) => {
    const claim = {
      item: {},
      claimed,
      form: formOf(claimed),
      activity: 'export',
      to: 'CN',
      prefix: 'items[0]',
      order: [],
    }
    const { values } = listFacts(claim, { ...context.list, inForce: new Set() })
    const facts = ['ns', 'rs', 'review'].map((name) => values[`item.chart.${name}`])
    expect(facts.every((value) => value === false)).toBe(false)
  })
})
