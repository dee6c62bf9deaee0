import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes outlines.json of Natural Earth's countries as world-atlas packs them (README.md says which).
 *
 *     node src/report/pdf/world/derive.mjs WORLD-ATLAS-FOLDER ISO-CODES.json
 *
 * ISO-CODES.json lists `[alpha-2, alpha-3, numeric]`, as the package i18n-iso-countries has it.
 */
const [, , atlas, codes] = process.argv
const alpha2 = new Map(JSON.parse(readFileSync(codes)).map(([two, , numeric]) => [numeric, two]))
/** Features without an ISO number, under the destination that U.S. export law has them as. */
const NAMED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' }
/** Destinations of their own that lie in the outline of another: west, south, east and north in degrees. */
const PARTS = [
  ['GF', 'France', [-56, 1, -50, 7]],
  ['SJ', 'Norway', [8, 74, 36, 82]],
  ['GP', 'France', [-62, 15.8, -60.9, 16.6]],
  ['MQ', 'France', [-61.3, 14.3, -60.7, 15]],
  ['RE', 'France', [55, -21.6, 56, -20.6]],
  ['YT', 'France', [44.9, -13.2, 45.4, -12.5]],
  ['BQ', 'Netherlands', [-68.6, 11.9, -68.1, 12.4]],
  ['BV', 'Norway', [3, -55, 4, -54]],
  ['CC', 'Indian Ocean Ter.', [96, -13, 97.5, -11]],
  ['CX', 'Indian Ocean Ter.', [105, -11, 106.2, -10]],
  ['TK', 'New Zealand', [-173, -10, -171, -8]],
]
/** Regions of Ukraine that 15 CFR 746.6 names, and their towns: Simferopol, Sevastopol, Donetsk, Luhansk. */
const TOWNS = {
  'UA-43': [341, 450],
  'UA-40': [335, 446],
  'UA-14': [378, 480],
  'UA-09': [393, 486],
  DNR: [378, 480],
  LNR: [393, 486],
}

/** Outer rings of each country of a scale, in degrees. */
function countries(scale) {
  const { arcs, transform, objects } = JSON.parse(
    readFileSync(`${atlas}/countries-${scale}.json`, 'utf8'),
  )
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      const [kx, ky] = transform.scale
      return [x * kx + transform.translate[0], y * ky + transform.translate[1]]
    })
  })
  // TopoJSON: a negative index is the arc of its complement, backwards.
  const ring = (indexes) =>
    indexes.flatMap((i) => (i < 0 ? lines[~i].toReversed() : lines[i]).slice(0, -1))
  const found = new Map()
  for (const { type, id, properties, arcs: own } of objects.countries.geometries) {
    const rings = (type === 'Polygon' ? [own] : own).flatMap(([outer]) => cut(ring(outer)))
    for (const one of rings) {
      const code = partOf(properties.name, one) ?? alpha2.get(id) ?? NAMED[properties.name]
      if (code !== undefined) found.set(code, [...(found.get(code) ?? []), one])
    }
  }
  return found
}

/** A ring that crosses the 180th meridian as its parts on either side. */
function cut(ring) {
  let turn = 0
  const whole = ring.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - ring[i - 1][0]
    turn += step > 180 ? -360 : step < -180 ? 360 : 0
    return [x + turn, y]
  })
  const [west, east] = [Math.min(...whole.map(([x]) => x)), Math.max(...whole.map(([x]) => x))]
  if (west >= -180 && east <= 180) return [ring]
  const edge = east > 180 ? 180 : -180
  const beyond = side(whole, edge, 1).map(([x, y]) => [edge === 180 ? x - 360 : x, y])
  const before = side(whole, edge, -1).map(([x, y]) => [edge === 180 ? x : x + 360, y])
  return [before, beyond].filter(({ length }) => length > 2)
}

/** What of a ring lies east (1) or west (-1) of a meridian: Sutherland and Hodgman, CACM 17 (1974). */
function side(ring, edge, east) {
  const isIn = ([x]) => (x - edge) * east >= 0
  return ring.flatMap((to, i) => {
    const from = ring.at(i - 1)
    const share = (edge - from[0]) / (to[0] - from[0])
    const crossing = [edge, from[1] + share * (to[1] - from[1])]
    if (isIn(to)) return isIn(from) ? [to] : [crossing, to]
    return isIn(from) ? [crossing] : []
  })
}

const partOf = (name, ring) =>
  PARTS.find(
    ([, whole, [west, south, east, north]]) =>
      whole === name && ring.every(([x, y]) => x > west && x < east && y > south && y < north),
  )?.[0]

const tenths = (degrees) => Math.round(degrees * 10)

/** A ring in tenths of a degree, each point as the step from the one before. */
function steps(ring) {
  const flat = []
  let last
  for (const point of ring) {
    const here = point.map(tenths)
    if (last !== undefined && here[0] === last[0] && here[1] === last[1]) continue
    flat.push(...(last === undefined ? here : [here[0] - last[0], here[1] - last[1]]))
    last = here
  }
  return flat
}

/** The middle of the box around the largest ring. */
function middle(rings) {
  const boxes = rings.map((ring) => {
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  })
  const size = ([west, south, east, north]) => (east - west) * (north - south)
  const [west, south, east, north] = boxes.toSorted((a, b) => size(b) - size(a))[0]
  return [tenths((west + east) / 2), tenths((south + north) / 2)]
}

const outlines = countries('110m')
// No deal goes there, and no projection shows it well.
outlines.delete('AQ')
const points = new Map(Object.entries(TOWNS))
for (const scale of ['50m', '10m'])
  for (const [code, rings] of countries(scale))
    if (!outlines.has(code) && !points.has(code) && code !== 'AQ') points.set(code, middle(rings))

const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
const listed = (entries) =>
  entries
    .map(([code, value]) => `    ${JSON.stringify(code)}: ${JSON.stringify(value)}`)
    .join(',\n')
writeFileSync(
  new URL('outlines.json', import.meta.url),
  `{
  "source": "Natural Earth 4.1.0",
  "unit": "tenths of a degree, longitude before latitude",
  "outlines": {
${listed(sorted(outlines).map(([code, rings]) => [code, rings.map(steps).filter(({ length }) => length > 4)]))}
  },
  "points": {
${listed(sorted(points))}
  }
}
`,
)
