import type { Doc } from './fonts.ts'
import type { Point } from './shapes.ts'

/** How an area of a map is filled. It is told apart in gray print too: by its letter, and by lines across it. */
export interface Shade {
  /** Hexadecimal color. */
  readonly fill: string
  /** Ink of what stands on it, from 0 (black) to 1 (white). */
  readonly ink: number
  readonly letter: string
  /** Lines across it: rising or falling to the right. */
  readonly lines?: 'rising' | 'falling'
}

const EDGE = { color: '#4d4d4d', width: 0.25 } as const
const BLANK = { fill: '#ffffff', color: '#a6a6a6', width: 0.25 } as const
/** Points between two lines. */
const APART = 2.4

/** Fills a closed shape with a shade, or leaves it blank where there is none. */
export function fillShape(doc: Doc, shape: readonly Point[], shade: Shade | undefined): void {
  doc.polygon(...shape.map(([x, y]) => [x, y]))
  if (shade === undefined) {
    doc.lineWidth(BLANK.width).fillAndStroke(BLANK.fill, BLANK.color)
    return
  }
  doc.lineWidth(EDGE.width).fillAndStroke(shade.fill, EDGE.color)
  if (shade.lines === undefined) return
  const [xs, ys] = [shape.map(([x]) => x), shape.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const tall = bottom - top
  doc.save()
  doc.polygon(...shape.map(([x, y]) => [x, y])).clip()
  doc.lineWidth(0.45).strokeColor('#000000')
  // Counted from the edge of the page, so that the lines of neighbors meet.
  const first = Math.floor((left - tall) / APART) * APART
  for (let x = first; x <= right + tall; x += APART)
    if (shade.lines === 'rising') doc.moveTo(x, bottom).lineTo(x + tall, top)
    else doc.moveTo(x, top).lineTo(x + tall, bottom)
  doc.stroke()
  doc.restore()
}
