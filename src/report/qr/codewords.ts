import { correction } from './reed-solomon.ts'

/** How a symbol of a version divides its codewords at level M: ISO/IEC 18004, table 9. */
interface Version {
  readonly version: number
  readonly correction: number
  /** Data codewords of each block. */
  readonly blocks: readonly number[]
}

const times = (count: number, size: number): number[] => Array.from({ length: count }, () => size)

const VERSIONS: readonly Version[] = [
  { version: 1, correction: 10, blocks: times(1, 16) },
  { version: 2, correction: 16, blocks: times(1, 28) },
  { version: 3, correction: 26, blocks: times(1, 44) },
  { version: 4, correction: 18, blocks: times(2, 32) },
  { version: 5, correction: 24, blocks: times(2, 43) },
  { version: 6, correction: 16, blocks: times(4, 27) },
  { version: 7, correction: 18, blocks: times(4, 31) },
  { version: 8, correction: 22, blocks: [...times(2, 38), ...times(2, 39)] },
  { version: 9, correction: 22, blocks: [...times(3, 36), ...times(2, 37)] },
  { version: 10, correction: 26, blocks: [...times(4, 43), 44] },
]

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/**
 * The codewords of a text in byte mode with error correction M, in the order in which they are placed,
 * and the smallest version that holds them.
 * @throws RangeError where the text has more than 213 bytes.
 */
export function codewords(text: string): { version: number; codewords: number[] } {
  const bytes = [...Buffer.from(text, 'utf8')]
  const fits = VERSIONS.find(
    ({ version, blocks }) => bytes.length <= sum(blocks) - (version < 10 ? 2 : 3),
  )
  if (fits === undefined) throw new RangeError('the text is too long for the symbol')
  const data = padded(bytes, fits)
  let at = 0
  const blocks = fits.blocks.map((size) => data.slice(at, (at += size)))
  const corrections = blocks.map((block) => correction(block, fits.correction))
  return {
    version: fits.version,
    codewords: [...interleaved(blocks), ...interleaved(corrections)],
  }
}

/** Mode, length, bytes, terminator, and the padding 236, 17 by turns. */
function padded(bytes: readonly number[], { version, blocks }: Version): number[] {
  const lengthBits = version < 10 ? 8 : 16
  const bits = [
    '0100',
    bytes.length.toString(2).padStart(lengthBits, '0'),
    ...bytes.map((byte) => byte.toString(2).padStart(8, '0')),
    '0000',
  ].join('')
  const data: number[] = []
  for (let i = 0; i + 8 <= bits.length; i += 8) data.push(Number.parseInt(bits.slice(i, i + 8), 2))
  const size = sum(blocks)
  for (let i = 0; data.length < size; i++) data.push(i % 2 === 0 ? 236 : 17)
  return data
}

function interleaved(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length))
  return Array.from({ length: longest }, (_, i) => blocks.flatMap((block) => block[i] ?? [])).flat()
}
