import { hashTableMaker } from './hash.ts'
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
  const surfaceOf = ({ text, surface, kind }: Token): number => {
    const known = text === surface ? tokenIds.get(text) : surfaceIds.get(surface)
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
    const telling = tokens.filter(({ kind }) => kind !== 'legal' && kind !== 'stop')
    const ids = tokens.map(idOf)
    surfaces.push(...tokens.map(surfaceOf))
    for (const token of new Set(telling.length > 0 ? telling.map(idOf) : ids))
      (postings[token] ??= []).push(name)
    for (const join of joinsOf(tokens)) joins.add(join, name)
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

/** Neighbors written as one word, and the whole name so. */
function joinsOf(tokens: readonly Token[]): string[] {
  const words = tokens.filter(({ kind }) => kind !== 'legal')
  const joins: string[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    joins.push(words[i]!.surface + words[i + 1]!.surface)
    if (i + 2 < words.length)
      joins.push(words[i]!.surface + words[i + 1]!.surface + words[i + 2]!.surface)
  }
  if (words.length > 3) joins.push(words.map(({ surface }) => surface).join(''))
  return joins
    .map((join) => join.replaceAll(' ', ''))
    .filter(({ length }) => length <= LONGEST_JOIN)
}
