import { MEASURE, PAGE, type Paper } from './paper.ts'
import { fillShape, type Shade } from './shade.ts'
import type { Point } from './shapes.ts'
import type { Style } from './type.ts'

/** A place on the map that is too small to be seen. */
export interface SmallPlace {
  readonly code: string
  readonly at: Point
  readonly shade: Shade
}

interface Box extends SmallPlace {
  /** Its upper left corner. */
  readonly corner: Point
  readonly width: number
}

const CODE: Style = { face: 'bold', size: 4.8 }
const HEIGHT = 6.4
const PAD = 1.2
/** Points between two boxes. */
const APART = 0.8
/** Where a box may stand that has no room at its place: points away from it, in sixteen directions. */
const AWAY = [9, 13, 18, 24, 31, 39]
const DIRECTIONS = 16

/** Draws a box with its code and its letter for each place, beside the place where boxes would meet, with a line to it. */
export function drawBoxes(
  { doc, type }: Paper,
  places: readonly SmallPlace[],
  bounds: { readonly top: number; readonly bottom: number },
): void {
  const boxes: Box[] = []
  for (const place of places) {
    const width = type.measure(textOf(place), CODE) + 2 * PAD
    const boxAt = ([x, y]: Point): Box => ({
      ...place,
      width,
      corner: [x - width / 2, y - HEIGHT / 2],
    })
    const tries = placesAround(place.at).map(boxAt)
    const free = tries.find(
      (box) => isWithin(box, bounds) && !boxes.some((other) => meets(box, other)),
    )
    boxes.push(free ?? tries[0]!)
  }
  for (const { at, corner, width } of boxes) {
    const [x, y] = [corner[0] + width / 2, corner[1] + HEIGHT / 2]
    if (x === at[0] && y === at[1]) continue
    doc.lineWidth(0.35).strokeColor('#000000')
    doc.moveTo(...at).lineTo(x, y)
    doc.stroke()
    doc.circle(...at, 0.7).fill('#000000')
  }
  for (const box of boxes) {
    const { shade, width } = box
    const [x, y] = box.corner
    const outline: Point[] = [
      [x, y],
      [x + width, y],
      [x + width, y + HEIGHT],
      [x, y + HEIGHT],
    ]
    // Lines would hide so small a text.
    const { lines: _, ...plain } = shade
    fillShape(doc, outline, plain)
    type.draw(textOf(box), x + PAD, y + HEIGHT / 2 + CODE.size * 0.36, { ...CODE, ink: shade.ink })
  }
}

/** `HK L`: the code, and the letter of its shade. */
const textOf = ({ code, shade }: SmallPlace): string => `${code} ${shade.letter}`

/** The place itself, then places ever further from it. */
const placesAround = (at: Point): Point[] => [
  at,
  ...AWAY.flatMap((away) =>
    Array.from({ length: DIRECTIONS }, (_, i): Point => {
      const angle = (2 * Math.PI * i) / DIRECTIONS
      const step = (along: number): number => Math.round(away * along * 100) / 100
      return [at[0] + step(Math.cos(angle)), at[1] + step(Math.sin(angle))]
    }),
  ),
]

const isWithin = (
  { corner: [x, y], width }: Box,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): boolean => x >= PAGE.side && x + width <= PAGE.side + MEASURE && y >= top && y + HEIGHT <= bottom

const meets = (a: Box, b: Box): boolean =>
  a.corner[0] < b.corner[0] + b.width + APART &&
  b.corner[0] < a.corner[0] + a.width + APART &&
  a.corner[1] < b.corner[1] + HEIGHT + APART &&
  b.corner[1] < a.corner[1] + HEIGHT + APART
