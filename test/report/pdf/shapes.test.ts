import { describe, expect, it } from 'vitest'
import { areaOf, extentOf, holds, middleOf, type Point } from '../../../src/report/pdf/shapes.ts'

/** An L of three unit squares. */
const L: Point[] = [
  [0, 0],
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 2],
  [0, 2],
]

describe('a shape', () => {
  it('has an extent, an area whichever way it is drawn, and a middle', () => {
    expect(extentOf(L)).toEqual({ width: 2, height: 2 })
    expect([areaOf(L), areaOf(L.toReversed())]).toEqual([3, 3])
    const [x, y] = middleOf(L)
    expect([x, y]).toEqual([expect.closeTo(5 / 6, 12), expect.closeTo(5 / 6, 12)])
    expect(
      middleOf([
        [1, 2],
        [3, 4],
        [1, 2],
      ]),
    ).toEqual([1, 2])
  })

  it('holds what lies in it and nothing else', () => {
    const inside: Point[] = [
      [0.5, 0.5],
      [1.5, 0.5],
      [0.5, 1.5],
    ]
    const outside: Point[] = [
      [1.5, 1.5],
      [-0.5, 0.5],
      [2.5, 0.5],
      [0.5, -1],
      [0.5, 3],
    ]
    expect(inside.filter((point) => holds(L, point))).toEqual(inside)
    expect(outside.filter((point) => holds(L, point))).toEqual([])
  })
})
