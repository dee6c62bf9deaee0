/** A place on a page, in points from its left and its top. */
export type Point = readonly [x: number, y: number]

export interface Extent {
  readonly width: number
  readonly height: number
}

export function extentOf(shape: readonly Point[]): Extent {
  const [xs, ys] = [shape.map(([x]) => x), shape.map(([, y]) => y)]
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
}

/** Twice the signed area under each side, by which area and middle are summed up. */
const crossings = (shape: readonly Point[]): { from: Point; to: Point; cross: number }[] =>
  shape.map((from, i) => {
    const to = shape[(i + 1) % shape.length]!
    return { from, to, cross: from[0] * to[1] - to[0] * from[1] }
  })

/** The area of a closed shape, in square points. */
export const areaOf = (shape: readonly Point[]): number =>
  Math.abs(crossings(shape).reduce((sum, { cross }) => sum + cross, 0)) / 2

/** The center of gravity of a closed shape; its first corner where it has no area. */
export function middleOf(shape: readonly Point[]): Point {
  const sides = crossings(shape)
  const sum = sides.reduce((all, { cross }) => all + cross, 0)
  if (sum === 0) return shape[0]!
  const along = (axis: 0 | 1): number =>
    sides.reduce((all, { from, to, cross }) => all + (from[axis] + to[axis]) * cross, 0) / (3 * sum)
  return [along(0), along(1)]
}

/** Whether a point lies in a closed shape: a ray from it crosses the outline an odd number of times. */
export function holds(shape: readonly Point[], [x, y]: Point): boolean {
  let isIn = false
  for (const [i, [x1, y1]] of shape.entries()) {
    const [x2, y2] = shape[(i + 1) % shape.length]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn
  }
  return isIn
}
