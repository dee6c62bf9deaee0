import type { GrowingBytes } from './growing-bytes.ts'
import { filled, HAS_MARK } from './marks.ts'
import type { Party } from './parties.ts'
import type { KnownParty } from './party-keys.ts'
import type { ResultWriter } from './result-rows.ts'
import type { Words } from './shared.ts'

/** What a row has of its own: its companies, those of them that are screened, and how the results say what was found. */
export interface Own {
  readonly named: () => readonly (Party | undefined)[]
  readonly parties: readonly (KnownParty | undefined)[]
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
export const ownWords = ({ named, parties }: Own): Parameters<typeof filled>[1] => ({
  name: (at) => named()[at]?.name ?? '',
  hint: (at) => {
    const one = parties[at]?.verdict?.hint ?? ''
    return one === '' ? '' : ` ${one}`
  },
})
