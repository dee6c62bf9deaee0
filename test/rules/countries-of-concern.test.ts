import { describe, expect, it } from 'vitest'
import { engine } from '../engine.ts'
import { membersOn } from '../../src/rules/tables.ts'

/** The six notions, by the table that holds each. */
const NOTIONS = {
  dsp: 'dsp-countries-of-concern',
  outbound: 'outbound-countries-of-concern',
  coins: 'coins-countries-of-concern',
  program: 'ai-exports-program-countries-of-concern',
  militaryIntelligence: 'military-intelligence-countries',
  padfa: 'padfa-foreign-adversary-countries',
} as const

const table = (notion: keyof typeof NOTIONS) =>
  engine.pack.tables.find(({ id }) => id === NOTIONS[notion])!

const members = (notion: keyof typeof NOTIONS, day = '2026-11-22'): string[] =>
  [...membersOn(table(notion), day)].map(String).sort()

describe('the six notions of a country of concern', () => {
  it('have the members that each regime names', () => {
    expect({
      dsp: members('dsp'),
      outbound: members('outbound'),
      coins: members('coins'),
      program: members('program'),
      militaryIntelligence: members('militaryIntelligence'),
      padfa: members('padfa'),
    }).toEqual({
      dsp: ['CN', 'CU', 'HK', 'IR', 'KP', 'MO', 'RU', 'VE'],
      outbound: ['CN', 'HK', 'MO'],
      coins: ['CN', 'CU', 'HK', 'IR', 'KP', 'MO', 'RU', 'VE'],
      program: ['CN', 'HK', 'MO'],
      militaryIntelligence: ['BY', 'CN', 'CU', 'IR', 'KH', 'KP', 'MM', 'RU', 'SY', 'VE'],
      padfa: ['CN', 'IR', 'KP', 'RU'],
    })
  })

  it.each([
    ['dsp', '2025-04-07', '2025-04-08'],
    ['outbound', '2025-01-01', '2025-01-02'],
    ['coins', '2025-12-17', '2025-12-18'],
    ['program', '2026-04-09', '2026-04-10'],
    ['padfa', '2024-06-22', '2024-06-23'],
  ] as const)('%s begins on its own day', (notion, before, first) => {
    expect(members(notion, before)).toEqual([])
    expect(members(notion, first)).toEqual(members(notion))
  })

  it('rest on laws of their own', () => {
    const laws = Object.keys(NOTIONS).map((notion) => table(notion as keyof typeof NOTIONS).law)
    expect(new Set(laws).size).toBe(6)
  })

  it.each([
    ['CU', ['dsp', 'coins', 'militaryIntelligence']],
    ['MO', ['dsp', 'outbound', 'coins', 'program']],
    ['BY', ['militaryIntelligence']],
    ['RU', ['dsp', 'coins', 'militaryIntelligence', 'padfa']],
    ['KR', []],
  ])('%s is of concern to some and not to others', (country, notions) => {
    const naming = Object.keys(NOTIONS).filter((notion) =>
      members(notion as keyof typeof NOTIONS).includes(country),
    )
    expect(naming).toEqual(notions)
  })
})
