import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'cp949'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** How the bytes of a file are to be read, and whether it says so itself by a byte order mark. */
export interface Encoded {
  readonly encoding: Encoding
  readonly hasMark: boolean
}

/**
 * The encoding of a text file, told from its beginning: a byte order mark, else the zero bytes that UTF-16
 * has between Latin letters, else UTF-8 where it is valid, else CP949, which old Korean systems write.
 */
export function encodingOf(start: Uint8Array): Encoded {
  const [a, b, c] = start
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', hasMark: true }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', hasMark: true }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', hasMark: true }
  const zeros = zerosOf(start.subarray(0, 4096))
  if (zeros.odd > 0.3 && zeros.even < 0.05) return { encoding: 'utf-16le', hasMark: false }
  if (zeros.even > 0.3 && zeros.odd < 0.05) return { encoding: 'utf-16be', hasMark: false }
  if (isUtf8(wholeLetters(start))) return { encoding: 'utf-8', hasMark: false }
  return { encoding: isKorean(start) ? 'cp949' : 'utf-8', hasMark: false }
}

/** Decodes a file piece by piece. */
export interface Decoder {
  readonly write: (bytes: Uint8Array) => string
  readonly end: () => string
}

/**
 * A decoder of an encoding. What can't be decoded becomes U+FFFD, and is refused row by row. CP949 needs a
 * table of its own: what Node calls EUC-KR lacks 8,822 of its syllables.
 */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'cp949') {
    const korean = iconv.getDecoder('cp949')
    return {
      write: (bytes) => korean.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
      end: () => korean.end() ?? '',
    }
  }
  const decoder = new TextDecoder(encoding)
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

function zerosOf(bytes: Uint8Array): { odd: number; even: number } {
  const counts = [0, 0]
  for (const [i, byte] of bytes.entries()) if (byte === 0) counts[i % 2]! += 1
  const half = Math.max(1, bytes.length / 2)
  return { even: counts[0]! / half, odd: counts[1]! / half }
}

/** Without the letter that the end of the sample may have cut in two. */
function wholeLetters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 3 && (bytes[end - 1]! & 0xc0) === 0x80) end -= 1
  return end > 0 && bytes[end - 1]! >= 0xc0 ? bytes.subarray(0, end - 1) : bytes
}

/** Whether the bytes are CP949 with Hangul in it, but for a letter cut at the end. */
function isKorean(bytes: Uint8Array): boolean {
  const text = decoderOf('cp949').write(bytes)
  return /\p{Script=Hangul}/u.test(text) && !text.includes('\ufffd')
}
