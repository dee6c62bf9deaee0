import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alikeOn, NAMED_IN_CODE } from '../../src/rollout/alike.ts'
import { expand, gazetteerOf, placeOf } from '../../src/rollout/places.ts'
import { filesBelow } from '../health/imports.ts'
import { engine } from '../engine.ts'

const gazetteer = gazetteerOf(engine)
const on = (day: string) => {
  const { place, seat } = alikeOn(engine, engine.lawOn(day, false))
  const { mentioned } = expand(['all'], gazetteer, day)
  return { place: (code: string) => place(placeOf(code, engine, mentioned)), seat }
}

describe('places that the law treats alike', () => {
  const { place } = on('2026-11-20')

  it('are far fewer than places', () => {
    const kinds = new Set(gazetteer.all.map(place))
    expect(kinds.size).toBeLessThan(110)
    expect(kinds.size).toBeGreaterThan(40)
  })

  it('are those whose treatment one takes of the other', () => {
    expect(place('HK')).toBe(place('CN'))
    expect(place('GI')).toBe(place('GB'))
  })

  it('are never places that stand in different groups, or that a provision names', () => {
    expect(place('MO')).not.toBe(place('CN'))
    expect(place('RU')).not.toBe(place('BY'))
    expect(place('SG')).not.toBe(place('MY'))
    expect(place('AE')).not.toBe(place('QA'))
  })

  it('are no regions of Ukraine', () => {
    const regions = ['UA', 'UA-43', 'UA-40', 'DNR', 'LNR'].map(place)
    expect(new Set(regions).size).toBe(5)
  })

  it('follow the day', () => {
    const [before, after] = [on('2026-07-09'), on('2026-07-10')]
    expect(before.place('AE')).not.toBe(after.place('AE'))
  })
})

describe('seats that the law tells apart', () => {
  const { seat } = on('2026-11-20')

  it('are told apart by what is tested of that fact', () => {
    const fact = 'party.parentHeadquarters'
    expect(seat(fact, 'CN')).toBe(seat(fact, 'HK'))
    expect(seat(fact, 'CN')).not.toBe(seat(fact, 'KR'))
    expect(seat(fact, 'FR')).toBe(seat(fact, 'DE'))
  })

  it('are each its own where nothing is known of the fact', () => {
    expect(seat('party.nowhere', 'FR')).not.toBe(seat('party.nowhere', 'DE'))
  })
})

describe('the code from which facts are derived', () => {
  it('names no country but those that are told apart for it', () => {
    const codes = new Set(engine.pack.countries.countries.map(({ code }) => code))
    // Reasons for control are written in two letters too.
    const reasons = /list-facts\.ts$|ccl\/entry\.ts$|claim-facts\.ts$/
    const folders = ['facts', 'derive', 'ccl', 'ownership', 'de-minimis', 'stages', 'logic']
    const files = folders.flatMap((folder) => filesBelow(`src/${folder}`, '.ts'))
    const named = files
      .filter((file) => !reasons.test(file))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/'([A-Z]{2})'/g)].map(([, code]) => code!),
      )
      .filter((code) => codes.has(code))
    expect([...new Set(named)].filter((code) => !NAMED_IN_CODE.includes(code))).toEqual([])
  })
})
