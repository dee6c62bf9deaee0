import { describe, expect, it } from 'vitest'
import { correction } from '../../src/report/qr/reed-solomon.ts'
import { symbol, type Symbol } from '../../src/report/qr/symbol.ts'

/** Reads a symbol without mending errors: its mask, its codewords in order, the bytes in them. */
function read(modules: Symbol, blocks: readonly number[], corrections: number): string {
  const size = modules.length
  const version = (size - 17) / 4
  const mask = maskOf(modules)
  const bits: boolean[] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let i = 0; i < size; i++) {
      const row = up ? size - 1 - i : i
      for (const column of [right, right - 1])
        if (!isFixed(row, column, size, version))
          bits.push(modules[row]![column]! !== masked(mask, row, column))
    }
    up = !up
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((word, bit) => word * 2 + Number(bit), 0),
  )
  const data = blocks.map((): number[] => [])
  let at = 0
  for (let i = 0; i < Math.max(...blocks); i++)
    blocks.forEach((length, block) => {
      if (i < length) data[block]!.push(words[at++]!)
    })
  const checks = blocks.map((): number[] => [])
  for (let i = 0; i < corrections; i++) checks.forEach((check) => check.push(words[at++]!))
  data.forEach((block, i) => expect(correction(block, corrections)).toEqual(checks[i]))
  const stream = data
    .flat()
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('')
  const lengthBits = version < 10 ? 8 : 16
  const count = Number.parseInt(stream.slice(4, 4 + lengthBits), 2)
  const bytes = Array.from({ length: count }, (_, i) =>
    Number.parseInt(stream.slice(4 + lengthBits + i * 8, 12 + lengthBits + i * 8), 2),
  )
  return Buffer.from(bytes).toString('utf8')
}

/** The mask of the format information at level M, of which 7.9 of the standard lists all eight. */
function maskOf(modules: Symbol): number {
  const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0]
  const size = modules.length
  let format = 0
  for (let i = 0; i < 8; i++) format |= Number(modules[8]![size - 1 - i]) << i
  for (let i = 8; i < 15; i++) format |= Number(modules[size - 15 + i]![8]) << i
  return FORMATS.indexOf(format)
}

const masked = (mask: number, r: number, c: number): boolean =>
  [
    (r + c) % 2,
    r % 2,
    c % 3,
    (r + c) % 3,
    (Math.floor(r / 2) + Math.floor(c / 3)) % 2,
    ((r * c) % 2) + ((r * c) % 3),
    (((r * c) % 2) + ((r * c) % 3)) % 2,
    (((r + c) % 2) + ((r * c) % 3)) % 2,
  ][mask] === 0

const CENTERS: Readonly<Record<number, readonly number[]>> = { 1: [], 2: [6, 18], 8: [6, 24, 42] }

function isFixed(r: number, c: number, size: number, version: number): boolean {
  const corner = (r < 9 && c < 9) || (r < 9 && c > size - 9) || (r > size - 9 && c < 9)
  const centers = CENTERS[version]!
  const last = centers.at(-1)
  const aligned = centers.some((y) =>
    centers.some(
      (x) =>
        Math.abs(r - y) <= 2 &&
        Math.abs(c - x) <= 2 &&
        !((y === 6 && x === 6) || (y === 6 && x === last) || (y === last && x === 6)),
    ),
  )
  const told = version >= 7 && ((r < 6 && c > size - 12) || (c < 6 && r > size - 12))
  return corner || r === 6 || c === 6 || aligned || told
}

describe('a QR symbol', () => {
  it.each([
    ['licet', 21, [16], 10],
    ['한글 20 바이트', 25, [28], 16],
    [`licet 3 ${'0123456789abcdef'.repeat(8)}`, 49, [38, 38, 39, 39], 22],
  ])('%s can be read', (text, size, blocks, corrections) => {
    const modules = symbol(text)
    expect(modules).toHaveLength(size)
    expect(read(modules, blocks, corrections)).toBe(text)
    expect(symbol(text)).toEqual(modules)
  })

  it('refuses what is too long for it', () => {
    expect(() => symbol('x'.repeat(214))).toThrow('too long')
  })

  it('divides as the example of the standard does', () => {
    // ISO/IEC 18004, annex I: 01234567 in a symbol 1-M.
    const data = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17]
    expect(correction(data, 10)).toEqual([165, 36, 212, 193, 237, 54, 199, 135, 44, 85])
  })
})
