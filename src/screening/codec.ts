/** A section of an index file: an array of numbers or a text, by name. */
export type Section = Uint8Array | Uint32Array | string

const MAGIC = 'LICETNX1'
const ALIGNMENT = 8

interface Place {
  readonly type: 'u8' | 'u32' | 'text'
  readonly offset: number
  readonly bytes: number
}

interface Head {
  readonly sections: Readonly<Record<string, Place>>
  readonly meta: unknown
}

const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT

/** Writes sections and what describes them as one file. The same input gives the same bytes. */
export function encode(meta: unknown, sections: Readonly<Record<string, Section>>): Uint8Array {
  const encoder = new TextEncoder()
  let offset = 0
  const places: Record<string, Place> = {}
  const parts: { bytes: Uint8Array; offset: number }[] = []
  for (const [name, section] of Object.entries(sections)) {
    const bytes =
      typeof section === 'string'
        ? encoder.encode(section)
        : new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
    const type =
      typeof section === 'string' ? 'text' : section instanceof Uint32Array ? 'u32' : 'u8'
    places[name] = { type, offset, bytes: bytes.length }
    parts.push({ bytes, offset })
    offset = aligned(offset + bytes.length)
  }
  const head = encoder.encode(JSON.stringify({ sections: places, meta } satisfies Head))
  const start = aligned(MAGIC.length + 4 + head.length)
  const file = new Uint8Array(start + offset)
  file.set(encoder.encode(MAGIC))
  new DataView(file.buffer).setUint32(MAGIC.length, head.length, true)
  file.set(head, MAGIC.length + 4)
  for (const part of parts) file.set(part.bytes, start + part.offset)
  return file
}

/** A file of sections, read where it lies: arrays are views, texts are decoded when asked for. */
export interface Decoded {
  readonly meta: unknown
  readonly u8: (name: string) => Uint8Array
  readonly u32: (name: string) => Uint32Array
  readonly text: (name: string) => string
}

/** Reads a file of `encode`. @throws where it is none, or is cut off. */
export function decode(file: Uint8Array): Decoded {
  const decoder = new TextDecoder()
  if (file.length < MAGIC.length + 4 || decoder.decode(file.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('no index of screening lists, or one of another version')
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const length = view.getUint32(MAGIC.length, true)
  const start = aligned(MAGIC.length + 4 + length)
  const head = JSON.parse(
    decoder.decode(file.subarray(MAGIC.length + 4, MAGIC.length + 4 + length)),
  ) as Head
  // Numbers can be read in place where they begin at a multiple of their size.
  const whole = file.byteOffset % ALIGNMENT === 0 ? file : file.slice()
  const placeOf = (name: string): Place => {
    const place = head.sections[name]
    if (place === undefined) throw new Error(`the index of screening lists has no ${name}`)
    if (start + place.offset + place.bytes > file.length)
      throw new Error('the index of screening lists is cut off')
    return place
  }
  const at = (place: Place): number => whole.byteOffset + start + place.offset
  return {
    meta: head.meta,
    u8: (name) => {
      const place = placeOf(name)
      return new Uint8Array(whole.buffer, at(place), place.bytes)
    },
    u32: (name) => {
      const place = placeOf(name)
      return new Uint32Array(whole.buffer, at(place), place.bytes / 4)
    },
    text: (name) => {
      const place = placeOf(name)
      return decoder.decode(new Uint8Array(whole.buffer, at(place), place.bytes))
    },
  }
}
