/** A value in the Distinguished Encoding Rules (X.690): its tag, its content, and itself as it stands. */
export interface Der {
  readonly tag: number
  readonly content: Buffer
  readonly raw: Buffer
}

/** The values that stand one behind the other. @throws RangeError where the bytes are cut off. */
export function readAll(bytes: Buffer): Der[] {
  const found: Der[] = []
  for (let at = 0; at < bytes.length;) {
    const one = readOne(bytes, at)
    found.push(one)
    at += one.raw.length
  }
  return found
}

function readOne(bytes: Buffer, at: number): Der {
  const short = bytes.readUInt8(at + 1)
  const size = short < 0x80 ? 0 : short & 0x7f
  const length = size === 0 ? short : bytes.readUIntBE(at + 2, size)
  const start = at + 2 + size
  if (start + length > bytes.length) throw new RangeError('the value is cut off')
  return {
    tag: bytes.readUInt8(at),
    content: bytes.subarray(start, start + length),
    raw: bytes.subarray(at, start + length),
  }
}

/** The values inside of a value. */
export const inside = ({ content }: Der): Der[] => readAll(content)

/** An object identifier in dotted form. */
export function oidOf({ content }: Der): string {
  const numbers: number[] = []
  let number = 0
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  const [first = 0, ...rest] = numbers
  return [
    Math.min(2, Math.floor(first / 40)),
    first - Math.min(2, Math.floor(first / 40)) * 40,
    ...rest,
  ].join('.')
}

/** Encodes a value. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const hex = content.length.toString(16)
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)
export const integer = (small: number): Buffer => der(0x02, Buffer.from([small]))
export const NULL = der(0x05)

/** A set, in the order of its encodings, as DER wants it. */
export const set = (...parts: readonly Buffer[]): Buffer =>
  der(0x31, ...parts.toSorted((a, b) => a.compare(b)))

/** Encodes an object identifier. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((number) => {
    const groups = [number & 0x7f]
    for (let left = number >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return der(0x06, Buffer.from(bytes))
}
