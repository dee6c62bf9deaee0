import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalEarth } from '../../../src/report/pdf/equal-earth.ts'

describe('the Equal Earth projection', () => {
  it('has the size that its authors give: twice 2.70663 by twice 1.31736 radii', () => {
    expect(equalEarth(180, 0)[0]).toBeCloseTo(2.706629983696, 10)
    expect(equalEarth(0, 90)[1]).toBeCloseTo(1.317362759157, 10)
    // A pole is a line 0.59 times as long as the equator.
    expect(equalEarth(180, 90)[0] / equalEarth(180, 0)[0]).toBeCloseTo(0.59, 2)
  })

  it('keeps the proportion of areas and mirrors the hemispheres', () => {
    const places = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
    )
    fc.assert(
      fc.property(places, ([longitude, latitude]) => {
        const [x, y] = equalEarth(longitude, latitude)
        const [mirrored, below] = equalEarth(-longitude, -latitude)
        expect(mirrored).toBeCloseTo(-x, 12)
        expect(below).toBeCloseTo(-y, 12)
        const step = 1e-4
        const wide = equalEarth(longitude + step, latitude)[0] - x
        const tall = equalEarth(longitude, latitude + step)[1] - y
        const degree = (step * Math.PI) / 180
        expect((wide * tall) / degree ** 2).toBeCloseTo(Math.cos((latitude * Math.PI) / 180), 3)
      }),
    )
  })
})
