import { codewords } from './codewords.ts'
import { penalty } from './penalty.ts'

/** The modules of a QR symbol by row and column, dark where true; without the quiet zone. */
export type Symbol = readonly (readonly boolean[])[]

type Grid = (boolean | undefined)[][]

/** Rows and columns of the centers of alignment patterns: ISO/IEC 18004, annex E. */
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** A text as a QR symbol (ISO/IEC 18004, byte mode, error correction M), the same each time. */
export function symbol(text: string): Symbol {
  const { version, codewords: words } = codewords(text)
  const frame = framed(version)
  const bits = words.flatMap((word) =>
    [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((word >> bit) & 1) === 1),
  )
  const candidates = MASKS.map((_, mask) => filled(frame, bits, version, mask))
  return candidates.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
}

/** Finders, timing and alignment: what is the same in every symbol of a version. */
function framed(version: number): Grid {
  const size = version * 4 + 17
  const grid: Grid = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => undefined),
  )
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    square(grid, top + 3, left + 3, 4, (ring) => ring !== 4 && ring !== 2)
  const centers = ALIGNMENT[version - 1]!
  const last = centers.at(-1)
  for (const row of centers)
    for (const column of centers) {
      const inFinder = [row, column].filter((at) => at === 6).length === 2
      const inOther = (row === 6 && column === last) || (row === last && column === 6)
      if (!inFinder && !inOther) square(grid, row, column, 2, (ring) => ring !== 1)
    }
  for (let i = 8; i < size - 8; i++) {
    grid[6]![i] ??= i % 2 === 0
    grid[i]![6] ??= i % 2 === 0
  }
  grid[size - 8]![8] = true
  return grid
}

/** Rings around a center, cut off at the edge. */
function square(
  grid: Grid,
  row: number,
  column: number,
  reach: number,
  dark: (ring: number) => boolean,
): void {
  for (let r = row - reach; r <= row + reach; r++)
    for (let c = column - reach; c <= column + reach; c++)
      if (grid[r] !== undefined && c >= 0 && c < grid.length)
        grid[r]![c] = dark(Math.max(Math.abs(r - row), Math.abs(c - column)))
}

function filled(frame: Grid, bits: readonly boolean[], version: number, mask: number): Symbol {
  const grid = frame.map((row) => [...row])
  writeFormat(grid, mask)
  if (version >= 7) writeVersion(grid, version)
  let next = 0
  for (const [row, column] of path(grid)) {
    const bit = bits[next++] ?? false
    grid[row]![column] = bit !== MASKS[mask]!(row, column)
  }
  return grid.map((row) => row.map((dark) => dark === true))
}

/** The free modules in the order of the codewords: in pairs of columns from the right, up and down. */
function path(grid: Grid): [number, number][] {
  const size = grid.length
  const free: [number, number][] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let i = 0; i < size; i++) {
      const row = up ? size - 1 - i : i
      for (const column of [right, right - 1])
        if (grid[row]![column] === undefined) free.push([row, column])
    }
    up = !up
  }
  return free
}

/** Bits with the remainder of their division by a polynomial behind them. */
function withRemainder(value: number, polynomial: number, bits: number): number {
  let rest = value << bits
  for (let at = 31 - Math.clz32(rest); at >= bits; at = 31 - Math.clz32(rest))
    rest ^= polynomial << (at - bits)
  return (value << bits) | rest
}

/** Level M and the mask, twice: 7.9 of the standard. */
function writeFormat(grid: Grid, mask: number): void {
  const size = grid.length
  const format = withRemainder(mask, 0x537, 10) ^ 0x5412
  const dark = (bit: number): boolean => ((format >> bit) & 1) === 1
  const around = [0, 1, 2, 3, 4, 5, 7, 8]
  around.forEach((row, i) => {
    grid[row]![8] = dark(i)
  })
  ;[7, 5, 4, 3, 2, 1, 0].forEach((column, i) => {
    grid[8]![column] = dark(i + 8)
  })
  for (let i = 0; i < 8; i++) grid[8]![size - 1 - i] = dark(i)
  for (let i = 8; i < 15; i++) grid[size - 15 + i]![8] = dark(i)
}

/** The version, twice: 7.10 of the standard. */
function writeVersion(grid: Grid, version: number): void {
  const size = grid.length
  const code = withRemainder(version, 0x1f25, 12)
  for (let i = 0; i < 18; i++) {
    const dark = ((code >> i) & 1) === 1
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)]
    grid[far]![near] = dark
    grid[near]![far] = dark
  }
}
