/** Powers and logarithms of 2 in the field of 256 elements of ISO/IEC 18004 (polynomial 11D). */
const POWERS: number[] = []
const LOGS: number[] = []
for (let i = 0, x = 1; i < 255; i++) {
  POWERS[i] = x
  LOGS[x] = i
  x = x < 128 ? x * 2 : (x * 2) ^ 0x11d
}

const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : POWERS[(LOGS[a]! + LOGS[b]!) % 255]!

/** The generator polynomial of a degree, the highest power first and left out. */
function generator(degree: number): number[] {
  let poly = [1]
  for (let i = 0; i < degree; i++) {
    const root = POWERS[i]!
    const next = [...poly, 0]
    poly.forEach((coefficient, at) => {
      next[at + 1] = next[at + 1]! ^ times(coefficient, root)
    })
    poly = next
  }
  return poly.slice(1)
}

/** The error-correction codewords of a block: the remainder of its division by the generator. */
export function correction(block: readonly number[], count: number): number[] {
  const divisor = generator(count)
  const rest = Array.from({ length: count }, () => 0)
  for (const codeword of block) {
    const factor = codeword ^ rest.shift()!
    rest.push(0)
    divisor.forEach((coefficient, i) => {
      rest[i] = rest[i]! ^ times(coefficient, factor)
    })
  }
  return rest
}
