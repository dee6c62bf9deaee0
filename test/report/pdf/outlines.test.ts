import { describe, expect, it } from 'vitest'
import { outlines } from '../../../src/report/pdf/outlines.ts'
import { offTheMap } from '../../../src/report/pdf/world-map.ts'
import { engine } from '../../engine.ts'

const { countries, regions } = engine.pack.countries
const codes = [...countries, ...regions].map(({ code }) => code)
const world = outlines()

describe('the outlines of the world', () => {
  it('have a place for every destination but Antarctica, and for the DNR and the LNR', () => {
    expect(offTheMap([...codes, 'DNR', 'LNR'])).toEqual(['AQ'])
  })

  it('have none that is no destination, and each only once', () => {
    const placed = [...world.outlines.keys(), ...world.points.keys()]
    expect(placed.filter((code) => !codes.includes(code))).toEqual(['DNR', 'LNR'])
    expect(new Set(placed).size).toBe(placed.length)
  })

  it('lie on the globe, and no side of one crosses it', () => {
    for (const [code, rings] of world.outlines)
      for (const ring of rings) {
        expect(ring.length, code).toBeGreaterThan(2)
        for (const [i, [x, y]] of ring.entries()) {
          expect(Math.abs(x), code).toBeLessThanOrEqual(180)
          expect(Math.abs(y), code).toBeLessThan(90)
          expect(Math.abs(x - ring[(i + 1) % ring.length]![0]), code).toBeLessThan(60)
        }
      }
  })

  it.each([
    ['SG', 103.8, 1.3],
    ['HK', 114.2, 22.3],
    ['MO', 113.5, 22.2],
    ['BH', 50.6, 26],
    ['MT', 14.4, 35.9],
    ['RE', 55.5, -21.1],
    ['GI', -5.4, 36.1],
    ['UA-43', 34.1, 45],
  ])('put %s where it is', (code, longitude, latitude) => {
    const [x, y] = world.points.get(code)!
    expect(Math.hypot(x - longitude, y - latitude)).toBeLessThan(0.5)
  })

  it.each([
    ['TW', 121, 23.7],
    ['XK', 20.9, 42.6],
    ['GF', -53, 4],
    ['RU', 100, 60],
    ['LS', 28.2, -29.5],
  ])('give %s an outline around it', (code, longitude, latitude) => {
    const around = world.outlines.get(code)!.some((ring) => {
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
      return (
        Math.min(...xs) < longitude &&
        longitude < Math.max(...xs) &&
        Math.min(...ys) < latitude &&
        latitude < Math.max(...ys)
      )
    })
    expect(around).toBe(true)
  })
})
