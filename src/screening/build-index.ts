import { numbers } from './growing.ts'
import { ended, HASH_START, hashTableMaker, withLetter } from './hash.ts'
import type { Lexicon, WordKind } from './lexicon.ts'
import { initialLetters } from './initial-letters.ts'
import { latinTokens } from './latin.ts'
import {
  NAME_KINDS,
  rowsMaker,
  textsOf,
  turned,
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

/** Takes names in and makes their index. */
export interface IndexMaker {
  readonly add: (entry: number, text: string, kind: NameKind) => void
  readonly made: () => NameIndex
}

/** Builds the index of all names. The same names in the same order give the same index. */
export function buildIndex(names: readonly ListedName[], lexicon: Lexicon): NameIndex {
  const maker = indexMaker(lexicon)
  for (const { entry, text, kind } of names) maker.add(entry, text, kind)
  return maker.made()
}

/** An index to be given its names one by one, so that they need not all be held beside it. */
export function indexMaker(lexicon: Lexicon): IndexMaker {
  const [entryOf, kindOf, surfaces] = [numbers(), numbers(), numbers()]
  const [tokensOf, tellingOf] = [rowsMaker(), rowsMaker()]
  const names: string[] = []
  const texts: string[] = []
  const kinds = numbers()
  const idIn = (ids: Map<string, number>, text: string, kind: WordKind): number => {
    const known = ids.get(text)
    if (known !== undefined) return known
    const id = texts.length
    ids.set(text, id)
    texts.push(text)
    kinds.add(WORD_KINDS.indexOf(kind))
    return id
  }
  const tokenIds = new Map<string, number>()
  const surfaceIds = new Map<string, number>()
  const joins = hashTableMaker()
  const acronyms = hashTableMaker()
  const add: IndexMaker['add'] = (entry, text, kind) => {
    const name = names.length
    const tokens = latinTokens(text, lexicon)
    const telling = new Set<number>()
    const light = new Set<number>()
    const ids = tokens.map((token) => idIn(tokenIds, token.text, token.kind))
    for (let i = 0; i < tokens.length; i++) {
      const { text: as, surface, kind: word } = tokens[i]!
      const id = ids[i]!
      tokensOf.add(id)
      surfaces.add(as === surface ? id : idIn(surfaceIds, surface, word))
      ;(word === 'legal' || word === 'stop' ? light : telling).add(id)
    }
    tokensOf.end()
    for (const id of telling.size > 0 ? telling : light) tellingOf.add(id)
    tellingOf.end()
    eachJoin(tokens, (hash) => joins.addHash(hash, name))
    const letters = initialLetters(tokens)
    if (letters !== undefined) acronyms.add(letters, name)
    names.push(text)
    entryOf.add(entry)
    kindOf.add(NAME_KINDS.indexOf(kind))
  }
  const made = (): NameIndex => {
    const tokenKinds = Uint8Array.from(kinds.made())
    const neighbors = hashTableMaker()
    const sounds = hashTableMaker()
    for (const [text, id] of tokenIds) {
      eachDeletion(text, editsAllowed(text.length), (hash) => neighbors.addHash(hash, id))
      if (tokenKinds[id] === WORD && text.length > 2) sounds.add(soundOf(text), id)
    }
    return {
      entryOf: entryOf.made(),
      kindOf: Uint8Array.from(kindOf.made()),
      names: textsOf(names),
      tokensOf: tokensOf.made(),
      surfaces: surfaces.made(),
      tokens: textsOf(texts),
      tokenKinds,
      postings: turned(tellingOf.made(), texts.length),
      neighbors: neighbors.table(),
      sounds: sounds.table(),
      joins: joins.table(),
      acronyms: acronyms.table(),
    }
  }
  return { add, made }
}

const WORD = WORD_KINDS.indexOf('word')

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
