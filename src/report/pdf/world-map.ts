import { equalEarth } from './equal-earth.ts'
import { drawBoxes } from './map-boxes.ts'
import { outlines, type Place } from './outlines.ts'
import { ensure, mark, MEASURE, PAGE, type Paper } from './paper.ts'
import { fillShape, type Shade } from './shade.ts'
import { areaOf, extentOf, holds, middleOf, type Point } from './shapes.ts'
import type { Style } from './type.ts'

/** Latitudes between which there are destinations, in degrees. */
const [SOUTH, NORTH] = [-56, 83.7]
const [EAST_END] = equalEarth(180, 0)
const [, NORTH_END] = equalEarth(0, NORTH)
const [, SOUTH_END] = equalEarth(0, SOUTH)
/** Points on the page for one radius of the earth. */
const SCALE = MEASURE / (2 * EAST_END)
/** Points that a map takes on the page. */
export const MAP_HEIGHT = (NORTH_END - SOUTH_END) * SCALE

const LETTER: Style = { face: 'bold', size: 6 }
/** Points: an outline smaller than the one is shown by a box, larger than the other has the letter of its shade. */
const [SMALLEST, ROOM] = [3, 8]

interface Country {
  readonly code: string
  readonly shapes: readonly (readonly Point[])[]
  readonly largest: readonly Point[]
}

/**
 * Draws a map of the world with some countries shaded, each with the letter of its shade where it has
 * room. Places that are too small to be seen stand as boxes with their codes.
 */
export function drawWorldMap(paper: Paper, shades: ReadonlyMap<string, Shade>, alt: string): void {
  ensure(paper, MAP_HEIGHT + 6)
  const top = paper.y
  const bottom = top + MAP_HEIGHT
  const figure = paper.doc.struct('Figure', {
    alt,
    bbox: [PAGE.side, PAGE.height - bottom, PAGE.side + MEASURE, PAGE.height - top],
  } as PDFKit.Mixins.StructureElementOptions)
  paper.root.add(figure)
  mark(paper, figure, 'Figure', () => draw(paper, shades, { top, bottom }))
  paper.y = bottom + 6
}

/** Codes that the map has no place for. */
export function offTheMap(codes: readonly string[]): string[] {
  const known = outlines()
  return codes.filter((code) => !known.outlines.has(code) && !known.points.has(code))
}

function draw(
  paper: Paper,
  shades: ReadonlyMap<string, Shade>,
  bounds: { readonly top: number; readonly bottom: number },
): void {
  const world = outlines()
  const countries = [...world.outlines].map(([code, rings]): Country => {
    const shapes = rings.map((ring) => ring.map((place) => onPage(place, bounds.top)))
    return { code, shapes, largest: shapes.toSorted((a, b) => areaOf(b) - areaOf(a))[0]! }
  })
  // Outlines have no holes: a country within another is drawn after it.
  countries.sort((a, b) => areaOf(b.largest) - areaOf(a.largest))
  for (const { code, shapes } of countries)
    for (const shape of shapes) fillShape(paper.doc, shape, shades.get(code))
  const small = [...world.points].map(([code, place]) => ({ code, at: onPage(place, bounds.top) }))
  for (const { code, largest } of countries) {
    const { width, height } = extentOf(largest)
    const at = middleOf(largest)
    if (Math.max(width, height) < SMALLEST) small.push({ code, at })
    else if (Math.min(width, height) > ROOM && holds(largest, at))
      drawLetter(paper, shades.get(code), at)
  }
  const places = small
    .flatMap(({ code, at }) => {
      const shade = shades.get(code)
      return shade === undefined ? [] : [{ code, at, shade }]
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  drawBoxes(paper, places, bounds)
}

/** Rounded, so that the last digit of a sine changes no byte. */
function onPage([longitude, latitude]: Place, top: number): Point {
  const [x, y] = equalEarth(longitude, latitude)
  const rounded = (points: number): number => Math.round(points * 100) / 100
  return [rounded(PAGE.side + (EAST_END + x) * SCALE), rounded(top + (NORTH_END - y) * SCALE)]
}

function drawLetter({ doc, type }: Paper, shade: Shade | undefined, [x, y]: Point): void {
  if (shade === undefined) return
  const style = { ...LETTER, ink: shade.ink }
  // Lines would cross the letter, and a narrow country would not hold it.
  doc.circle(x, y, LETTER.size * 0.62).fill(shade.fill)
  const left = x - type.measure(shade.letter, style) / 2
  type.draw(shade.letter, left, y + LETTER.size * 0.36, style)
}
