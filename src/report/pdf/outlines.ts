import { existsSync, readFileSync } from 'node:fs'

/** A place in degrees, longitude before latitude. */
export type Place = readonly [longitude: number, latitude: number]

/** Where destinations lie, by the code that a case gives them. */
export interface Outlines {
  /** Outer rings of countries that a small map can show. */
  readonly outlines: ReadonlyMap<string, readonly (readonly Place[])[]>
  /** The middle of those that it can't. */
  readonly points: ReadonlyMap<string, Place>
}

/** The outlines lie beside this module, or, for the bundled command, where the build copied them. */
const FILE = ['./world/outlines.json', '../src/report/pdf/world/outlines.json']
  .map((place) => new URL(place, import.meta.url))
  .find((file) => existsSync(file))

/** As world/derive.mjs writes it: tenths of a degree, each point of a ring as the step from the one before. */
interface Packed {
  readonly outlines: Readonly<Record<string, readonly (readonly number[])[]>>
  readonly points: Readonly<Record<string, readonly [number, number]>>
}

let read: Outlines | undefined

/** Outlines of the countries of the world, of Natural Earth. */
export function outlines(): Outlines {
  if (read !== undefined) return read
  const packed = JSON.parse(readFileSync(FILE!, 'utf8')) as Packed
  read = {
    outlines: new Map(
      Object.entries(packed.outlines).map(([code, rings]) => [code, rings.map(unpacked)]),
    ),
    points: new Map(
      Object.entries(packed.points).map(([code, [x, y]]) => [code, [x / 10, y / 10] as const]),
    ),
  }
  return read
}

function unpacked(steps: readonly number[]): Place[] {
  const ring: Place[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]!
    y += steps[i + 1]!
    ring.push([x / 10, y / 10])
  }
  return ring
}
