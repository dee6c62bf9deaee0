import type { NumberWords } from './words.ts'

/** What a word of a name is: how much it says about who the party is. */
export type WordKind = 'word' | 'number' | 'place' | 'legal' | 'stop' | 'initial'

/** The tables of `data/names`, as they stand in the files. */
export interface NameTables {
  /** Legal forms by their code. */
  readonly legalForms: Readonly<Record<string, readonly string[]>>
  /** Words of legal forms that stand in no other name. */
  readonly legalWords: readonly string[]
  /** Words that mean the same, the one to compare under first. */
  readonly same: readonly (readonly string[])[]
  readonly stop: readonly string[]
  /** Groups of which so many companies are listed that their names look common. */
  readonly groups: readonly string[]
  /** What stands between the parties of one line: `c/o`. */
  readonly between: readonly string[]
  /** Places by ISO country code, other spellings of one place together. */
  readonly places: Readonly<Record<string, readonly (readonly string[])[]>>
  /** Spellings of one name in Latin letters. */
  readonly spellings: readonly (readonly string[])[]
  readonly acronyms: Readonly<Record<string, string>>
  /** Words of numbers and the number that each is, and what stands before a number. */
  readonly numbers: Readonly<Record<string, number>>
  readonly numberSigns: readonly string[]
  /** Words of addresses and how they are compared. */
  readonly inAddresses: Readonly<Record<string, string>>
  /** Words of their own, which are less likely a slip for another. */
  readonly knownWords: readonly string[]
  /** Words of names in other scripts and what lists write for them, by script. */
  readonly scripts: ScriptTables
}

export interface ScriptTables {
  readonly han: Readonly<Record<string, string>>
  /** Traditional and Japanese forms of Han and the simplified one. */
  readonly hanVariants: Readonly<Record<string, string>>
  /** Cantonese readings of Han that stand in names. */
  readonly cantonese: Readonly<Record<string, string>>
  readonly hangul: Readonly<Record<string, string>>
  readonly kana: Readonly<Record<string, string>>
  readonly cyrillic: Readonly<Record<string, string>>
  readonly arabic: Readonly<Record<string, string>>
}

export interface Phrase {
  readonly words: readonly string[]
  /** Its words with a space between them. */
  readonly surface: string
  /** Letters of its words. */
  readonly letters: number
  /** The word under which the phrase is compared. */
  readonly as: string
  readonly kind: WordKind
}

export interface Lexicon extends NumberWords {
  readonly tables: NameTables
  /** Phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** The country of a place, by the word under which it is compared. */
  readonly countryOf: ReadonlyMap<string, string>
  /** Other spellings of a word that custom or another romanization has. */
  readonly spellings: ReadonlyMap<string, readonly string[]>
  readonly known: ReadonlySet<string>
  readonly inAddresses: ReadonlyMap<string, string>
  /** Finds what stands between the parties of one line. */
  readonly between: RegExp
  /** Groups known by their letters, by their names without words that say nothing. */
  readonly writtenOut: WrittenOut
}

/** The names of groups that are known by their letters. */
export interface WrittenOut {
  readonly letters: ReadonlyMap<string, string>
  /** The first words of these names. */
  readonly begun: ReadonlySet<string>
  /** Words of the longest of these names. */
  readonly longest: number
  /** Words that these names are compared without. */
  readonly ignored: ReadonlySet<string>
}

/** Makes the tables ready to look up. */
export function lexiconOf(tables: NameTables): Lexicon {
  const phrases = new Map<string, Phrase[]>()
  const add = (text: string, as: string, kind: WordKind): void => {
    const words = text.split(' ')
    const known = phrases.get(words[0]!) ?? []
    if (known.some(({ surface }) => surface === text)) return
    const letters = words.join('').length
    phrases.set(words[0]!, [...known, { words, surface: text, letters, as, kind }])
  }
  for (const [code, forms] of Object.entries(tables.legalForms))
    for (const form of forms) add(form, code, 'legal')
  for (const word of tables.legalWords) add(word, word, 'legal')
  const countryOf = new Map<string, string>()
  for (const [country, places] of Object.entries(tables.places)) {
    for (const [first, ...others] of places) {
      countryOf.set(first!, country)
      for (const name of [first!, ...others]) add(name, first!, 'place')
    }
  }
  for (const [first, ...others] of tables.same)
    for (const word of [first!, ...others]) add(word, first!, 'word')
  for (const word of tables.stop) add(word, word, 'stop')
  for (const known of phrases.values()) known.sort((a, b) => b.words.length - a.words.length)
  return {
    tables,
    phrases,
    countryOf,
    spellings: spellingsOf(tables.spellings),
    known: new Set(tables.knownWords),
    numbers: new Map(Object.entries(tables.numbers).map(([word, n]) => [word, String(n)])),
    numberSigns: new Set(tables.numberSigns),
    inAddresses: new Map(Object.entries(tables.inAddresses)),
    between: betweenOf(tables.between),
    writtenOut: writtenOutOf(tables),
  }
}

/** Matches any of the signs and words, where it stands apart. */
function betweenOf(signs: readonly string[]): RegExp {
  const escaped = signs.map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?:^|[\\s,;(]+)(?:${escaped.join('|')})(?=[\\s:.])[:.]?|;|\\s/\\s`, 'g')
}

function writtenOutOf({ acronyms, stop }: NameTables): WrittenOut {
  const ignored = new Set(stop)
  const letters = new Map<string, string>()
  const begun = new Set<string>()
  let longest = 0
  for (const [short, name] of Object.entries(acronyms)) {
    const words = name.split(' ').filter((word) => !ignored.has(word))
    if (words.length < 2) continue
    letters.set(words.join(' '), short)
    begun.add(words[0]!)
    longest = Math.max(longest, words.length)
  }
  return { letters, begun, longest, ignored }
}

function spellingsOf(lines: readonly (readonly string[])[]): Map<string, string[]> {
  const all = new Map<string, Set<string>>()
  for (const line of lines) {
    for (const one of line) {
      const others = all.get(one) ?? new Set<string>()
      for (const other of line) if (other !== one) others.add(other)
      all.set(one, others)
    }
  }
  return new Map([...all].map(([word, others]) => [word, [...others]]))
}
