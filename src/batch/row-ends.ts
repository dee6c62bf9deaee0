import type { GrowingBytes } from './growing-bytes.ts'
import { filled, HAS_MARK } from './marks.ts'
import type { Party, Verdict } from './parties.ts'
import type { ResultWriter } from './result-rows.ts'
import type { Words } from './shared.ts'

/** The companies of a row, what was found of each, and how the results say it. */
export interface Own {
  readonly named: readonly (Party | undefined)[]
  readonly found: readonly (Verdict | undefined)[]
  readonly said: string
}

/** What stands behind the rows of some words: bytes that all of them have, and values with names to fill in. */
type Piece = Uint8Array | { readonly at: number; readonly value: string }

/** Writes what was decided behind each row. Most of it is the same for many rows, and is made once. */
export function rowEnds(
  writer: ResultWriter,
): (words: Words, own: Own, into: GrowingBytes) => void {
  const known = new WeakMap<Words, readonly Piece[]>()
  return (words, own, into) => {
    let pieces = known.get(words)
    if (pieces === undefined) known.set(words, (pieces = piecesOf(words.values, writer)))
    for (const piece of pieces)
      if (piece instanceof Uint8Array) into.bytes(piece)
      else into.text(writer.value(piece.at, filled(piece.value, ownWords(own))))
    into.text(writer.value(words.values.length, own.said) + writer.end)
  }
}

function piecesOf(values: readonly string[], writer: ResultWriter): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const close = (): void => {
    if (text !== '') pieces.push(Buffer.from(text))
    text = ''
  }
  for (const [at, value] of values.entries()) {
    if (HAS_MARK.test(value)) {
      close()
      pieces.push({ at, value })
    } else text += writer.value(at, value)
  }
  close()
  return pieces
}

/** What fills the marks of a row. */
export const ownWords = ({ named, found }: Own): Parameters<typeof filled>[1] => ({
  name: (at) => named[at]?.name ?? '',
  hint: (at) => {
    const one = found[at]?.hint ?? ''
    return one === '' ? '' : ` ${one}`
  },
})
