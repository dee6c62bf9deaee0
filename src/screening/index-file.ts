import type { AddressIndex } from './addresses.ts'
import { decode, encode, type Decoded, type Section } from './codec.ts'
import type { HashTable } from './hash.ts'
import type { NameTables } from './lexicon.ts'
import type { NameIndex, Rows, Texts } from './name-index.ts'
import type { Scoring } from './score.ts'

/** A list as an index holds it. */
export interface ListMeta {
  readonly code: string
  readonly title: string
  readonly date: string
  readonly from: string
  readonly entries: number
  /** SHA-256 of the list as text: the canonical JSON of its entries, one a line, by id. */
  readonly sha256: string
  /** Days after its date from which it is stale. */
  readonly staleAfter: number
  /** What follows from standing on it; undefined for a list of one's own. */
  readonly law?: ListLaw
}

/** What follows from standing on a list. */
export interface ListLaw {
  readonly publisher: string
  readonly citation: string
  readonly requirement: string
  readonly exceptions?: string | undefined
  /** What a party on it is known to be, as `lists` of a case writes it. */
  readonly facts: readonly string[]
  /** Whether it takes two people to decide that a hit is another party. */
  readonly twoPeople: boolean
  /** Whether it matters that a party does not stand on it. */
  readonly decides: boolean
  /** A read in primary text, B in a secondary source, C recollection. */
  readonly confidence: string
}

/** What an index says of itself. */
export interface IndexMeta {
  readonly lists: readonly ListMeta[]
  /** SHA-256 over all lists. */
  readonly sha256: string
  readonly tables: NameTables
  readonly scoring: Scoring
  /** What footnotes of the Entity List make a party, by number. */
  readonly footnotes: Readonly<Record<string, string>>
  /** What an entry that is an address alone makes a party at it. */
  readonly addressFacts: readonly string[]
  /** Countries under an embargo: a hit there takes two people, whatever its list. */
  readonly twoPeopleIn: readonly string[]
  /** Programs of the SDN List whose parties need a BIS license, 15 CFR 744.8. */
  readonly programsOf7448: readonly string[]
  /** Flaws of the files that were handled, by kind. */
  readonly faults: Readonly<Record<string, number>>
}

/** Everything that screening needs, in one file. */
export interface IndexFile {
  readonly meta: IndexMeta
  readonly names: NameIndex
  readonly addresses: AddressIndex
  readonly entries: EntryStore
  /** Every flaw of the files that was handled, as JSON. */
  readonly faults: string
}

/** Entries as JSON, one behind the other, decoded when they are hit. */
export interface EntryStore {
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
  /** SHA-256 of each entry, 32 bytes each. */
  readonly digests: Uint8Array
}

/** The index as a file. */
export function encodeIndex({ meta, names, addresses, entries, faults }: IndexFile): Uint8Array {
  return encode(meta, {
    entryOf: names.entryOf,
    kindOf: names.kindOf,
    ...texts('names', names.names),
    ...rows('tokensOf', names.tokensOf),
    surfaces: names.surfaces,
    ...texts('tokens', names.tokens),
    tokenKinds: names.tokenKinds,
    ...rows('postings', names.postings),
    ...table('neighbors', names.neighbors),
    ...table('sounds', names.sounds),
    ...table('joins', names.joins),
    ...table('acronyms', names.acronyms),
    addressEntryOf: addresses.entryOf,
    ...texts('addresses', addresses.texts),
    ...rows('addressTokensOf', addresses.tokensOf),
    ...texts('addressTokens', addresses.tokens),
    ...rows('addressPostings', addresses.postings),
    ...table('addressWords', addresses.words),
    entryStarts: entries.starts,
    entryBytes: entries.bytes,
    entryDigests: entries.digests,
    faults,
  })
}

/** Reads an index file. @throws where it is none, or is cut off. */
export function decodeIndex(file: Uint8Array): IndexFile {
  const from = decode(file)
  return {
    meta: from.meta as IndexMeta,
    names: {
      entryOf: from.u32('entryOf'),
      kindOf: from.u8('kindOf'),
      names: textsIn(from, 'names'),
      tokensOf: rowsIn(from, 'tokensOf'),
      surfaces: from.u32('surfaces'),
      tokens: textsIn(from, 'tokens'),
      tokenKinds: from.u8('tokenKinds'),
      postings: rowsIn(from, 'postings'),
      neighbors: tableIn(from, 'neighbors'),
      sounds: tableIn(from, 'sounds'),
      joins: tableIn(from, 'joins'),
      acronyms: tableIn(from, 'acronyms'),
    },
    addresses: {
      entryOf: from.u32('addressEntryOf'),
      texts: textsIn(from, 'addresses'),
      tokensOf: rowsIn(from, 'addressTokensOf'),
      tokens: textsIn(from, 'addressTokens'),
      postings: rowsIn(from, 'addressPostings'),
      words: tableIn(from, 'addressWords'),
    },
    entries: {
      starts: from.u32('entryStarts'),
      bytes: from.u8('entryBytes'),
      digests: from.u8('entryDigests'),
    },
    faults: from.text('faults'),
  }
}

const rows = (name: string, { starts, items }: Rows): Record<string, Section> => ({
  [`${name}.starts`]: starts,
  [`${name}.items`]: items,
})
const texts = (name: string, { starts, all }: Texts): Record<string, Section> => ({
  [`${name}.starts`]: starts,
  [`${name}.all`]: all,
})
const table = (name: string, { hashes, values, starts }: HashTable): Record<string, Section> => ({
  [`${name}.hashes`]: hashes,
  [`${name}.values`]: values,
  [`${name}.starts`]: starts,
})
const rowsIn = ({ u32 }: Decoded, name: string): Rows => ({
  starts: u32(`${name}.starts`),
  items: u32(`${name}.items`),
})
const textsIn = ({ u32, text }: Decoded, name: string): Texts => ({
  starts: u32(`${name}.starts`),
  all: text(`${name}.all`),
})
const tableIn = ({ u32 }: Decoded, name: string): HashTable => ({
  hashes: u32(`${name}.hashes`),
  values: u32(`${name}.values`),
  starts: u32(`${name}.starts`),
})
