import { ended, HASH_START, hashTableMaker, withLetter } from './hash.ts'
import type { Lexicon } from './lexicon.ts'
import { initialLetters } from './initial-letters.ts'
import { latinTokens } from './latin.ts'
import {
  NAME_KINDS,
  rowsOf,
  textsOf,
  WORD_KINDS,
  type NameIndex,
  type NameKind,
} from './name-index.ts'
import { eachDeletion, editsAllowed } from './neighbors.ts'
import { soundOf } from './sound.ts'
import type { Token } from './tokens.ts'

/** A name to be found: its entry's number, its text as the list writes it. */
export interface ListedName {
  readonly entry: number
  readonly text: string
  readonly kind: NameKind
}

const LONGEST_JOIN = 40
const SPACE = 32

/** Builds the index of all names. The same names in the same order give the same index. */
export function buildIndex(names: readonly ListedName[], lexicon: Lexicon): NameIndex {
  const tokenIds = new Map<string, number>()
  const texts: string[] = []
  const kinds: number[] = []
  const idOf = ({ text, kind }: Token): number => {
    const known = tokenIds.get(text)
    if (known !== undefined) return known
    tokenIds.set(text, texts.length)
    texts.push(text)
    kinds.push(WORD_KINDS.indexOf(kind))
    return texts.length - 1
  }
  const surfaceIds = new Map<string, number>()
  const surfaceOf = ({ surface, kind }: Token): number => {
    const known = surfaceIds.get(surface)
    if (known !== undefined) return known
    surfaceIds.set(surface, texts.length)
    texts.push(surface)
    kinds.push(WORD_KINDS.indexOf(kind))
    return texts.length - 1
  }
  const surfaces: number[] = []
  const postings: number[][] = []
  const joins = hashTableMaker()
  const acronyms = hashTableMaker()
  const tokensOf = names.map(({ text }, name) => {
    const tokens = latinTokens(text, lexicon)
    const ids = tokens.map(idOf)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      surfaces.push(token.text === token.surface ? ids[i]! : surfaceOf(token))
    }
    const telling = ids.filter((_, i) => tokens[i]!.kind !== 'legal' && tokens[i]!.kind !== 'stop')
    for (const id of telling.length > 0 ? telling : ids) {
      const under = (postings[id] ??= [])
      if (under.at(-1) !== name) under.push(name)
    }
    eachJoin(tokens, (hash) => joins.addHash(hash, name))
    const letters = initialLetters(tokens)
    if (letters !== undefined) acronyms.add(letters, name)
    return ids
  })
  const neighbors = hashTableMaker()
  const sounds = hashTableMaker()
  for (const [text, id] of tokenIds) {
    eachDeletion(text, editsAllowed(text.length), (hash) => neighbors.addHash(hash, id))
    if (kinds[id] === WORD_KINDS.indexOf('word') && text.length > 2) sounds.add(soundOf(text), id)
  }
  return {
    entryOf: Uint32Array.from(names, ({ entry }) => entry),
    kindOf: Uint8Array.from(names, ({ kind }) => NAME_KINDS.indexOf(kind)),
    names: textsOf(names.map(({ text }) => text)),
    tokensOf: rowsOf(tokensOf),
    surfaces: Uint32Array.from(surfaces),
    tokens: textsOf(texts),
    tokenKinds: Uint8Array.from(kinds),
    postings: rowsOf(texts.map((_, id) => postings[id] ?? [])),
    neighbors: neighbors.table(),
    sounds: sounds.table(),
    joins: joins.table(),
    acronyms: acronyms.table(),
  }
}

/** Calls back with the hash of neighbors written as one word, and of the whole name so; makes no strings. */
function eachJoin(tokens: readonly Token[], take: (hash: number) => void): void {
  const words = tokens.filter(({ kind }) => kind !== 'legal')
  const join = (from: number, to: number): void => {
    let hash = HASH_START
    let length = 0
    for (let i = from; i < to; i++) {
      const { surface } = words[i]!
      for (let at = 0; at < surface.length; at++) {
        const code = surface.charCodeAt(at)
        if (code === SPACE) continue
        hash = withLetter(hash, code)
        length++
      }
    }
    if (length <= LONGEST_JOIN) take(ended(hash))
  }
  for (let i = 0; i + 1 < words.length; i++) {
    join(i, i + 2)
    if (i + 2 < words.length) join(i, i + 3)
  }
  if (words.length > 3) join(0, words.length)
}
