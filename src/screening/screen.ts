import { addressesLike } from './addresses.ts'
import { align, type Alignment } from './align.ts'
import { candidatesOf } from './candidates.ts'
import { queryOf, type Query } from './query.ts'
import { briefsOf, type EntryBrief } from './entries.ts'
import { evidenceOf, type Evidence } from './evidence.ts'
import type { NotComparable } from './not-comparable.ts'
import { formsOf, type Form, type Romanizers } from './forms.ts'
import type { IndexFile } from './index-file.ts'
import { lexiconOf, type WordKind } from './lexicon.ts'
import { NAME_KINDS, textAt, WORD_KINDS, type NameKind } from './name-index.ts'
import { withinReach } from './reach.ts'
import { bandOf, scoreOf, sumOf, weighed, type Band, type Scoring } from './score.ts'
import { searcherOf, type Searcher } from './searcher.ts'

/** Who is to be screened. */
export interface Subject {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  readonly address?: string | undefined
}

/** The best name of one entry, with how it was reached. */
export interface Match {
  /** Number of the entry in the index. */
  readonly entry: number
  /** Number of the name in the index. */
  readonly name: number
  readonly text: string
  readonly kind: NameKind
  readonly form: Form
  /** 0 to 100. */
  readonly score: number
  /** Undefined below the near misses. */
  readonly band: Band | undefined
  readonly sum: number
  /** What of the weight of a missing place is given back, since the entry is in its country. */
  readonly placeBack: number
  /** What is taken since one is a company and the other a person, a vessel or an aircraft. */
  readonly otherKindLess: number
  readonly evidence: Evidence
  readonly query: Query
  readonly alignment: Alignment
}

/** An entry that is hit by its address. */
export interface AddressMatch {
  readonly entry: number
  readonly text: string
  /** 0 to 100. */
  readonly score: number
  readonly words: readonly string[]
}

/** What screening one subject gave. */
export interface Screened {
  /** Entries by falling score; those without a band are no near misses. */
  readonly matches: readonly Match[]
  readonly addresses: readonly AddressMatch[]
  /** Why the name could not be compared, or not in full; an answer with one is never a clear. */
  readonly notComparable: readonly NotComparable[]
}

/** What of the matches of a subject is asked for; all where nothing is said. */
export interface Asked {
  /** Entries to screen against. */
  readonly only?: ReadonlySet<number> | undefined
  /** Score below which matches that are not exact may be left out. */
  readonly least?: number | undefined
}

/** Lists made ready to screen against. */
export interface Screener {
  readonly file: IndexFile
  readonly searcher: Searcher
  readonly scoring: Scoring
  /** Screens a subject, against some entries only where asked. */
  readonly screen: (subject: Subject, asked?: Asked) => Screened
}

/** Makes the lists of an index ready. Names in other scripts than Latin need `romanizers`. */
export function screenerOf(file: IndexFile, romanizers?: Romanizers): Screener {
  const searcher = searcherOf(file.names, lexiconOf(file.meta.tables))
  const { scoring } = file.meta
  const means: Means = { file, searcher, scoring, romanizers, briefOf: briefsOf(file.entries) }
  return { file, searcher, scoring, screen: (subject, asked = {}) => screen(means, subject, asked) }
}

/** What one subject after the other is screened with. */
interface Means {
  readonly file: IndexFile
  readonly searcher: Searcher
  readonly scoring: Scoring
  readonly romanizers: Romanizers | undefined
  readonly briefOf: (entry: number) => EntryBrief
}

/** Whether any listed address is like one; an address that is like none changes nothing of a screening. */
export const hasAddressLike = ({ file, searcher }: Screener, address: string): boolean =>
  addressesLike(file.addresses, address, searcher.lexicon).length > 0

const MOST_MATCHES = 50

function screen(means: Means, { name, address }: Subject, { only, least }: Asked): Screened {
  const { file, searcher, scoring, romanizers } = means
  const { forms, notComparable } = formsOf(name, searcher, romanizers)
  const best = new Map<number, Match>()
  const leastSum = least === undefined ? undefined : sumOf(least, scoring)
  for (const form of forms) {
    const query = queryOf(searcher, form.tokens)
    const candidates = candidatesOf(searcher, query, only)
    const reached =
      leastSum === undefined
        ? candidates
        : withinReach(searcher, scoring, query, candidates, leastSum + form.less)
    for (const at of reached) {
      const match = matchOf(means, form, query, at)
      const had = best.get(match.entry)
      if (had === undefined || isBetter(match, had)) best.set(match.entry, match)
    }
  }
  const matches = best.size === 0 ? [] : [...best.values()].sort(byScore).slice(0, MOST_MATCHES)
  const addresses = (
    address === undefined ? [] : addressesLike(file.addresses, address, searcher.lexicon)
  )
    .filter(({ entry }) => only === undefined || only.has(entry))
    .map(({ entry, text, share, words }) => ({ entry, text, score: 100 * share, words }))
  return { matches, addresses, notComparable }
}

/** What is taken from the weighed sum of a name that stands inside another. */
export const PART_LESS = 0.4

/** A place that only the query has says less where the entry is in its country: `Beijing Megvii`. */
const HOME_SHARE = 0.7
/** Below this sum nothing that follows could make a match. */
const LEAST_SUM = -5

/** What is taken from a match of names that are not the same, and of parties of different kinds. */
const OTHER_KIND_LESS = 1.5

/** A vessel or an aircraft is seldom meant, and a name with a legal form is neither's, nor a person's. */
function otherKinds({ tokens }: Query, { type }: EntryBrief): 0 | 1 | 2 {
  const isCompany = tokens.some(({ kind, surface }) => kind === 'legal' && surface.length > 2)
  if (type === 'Vessel' || type === 'Aircraft') return isCompany ? 2 : 1
  return type === 'Individual' && isCompany ? 1 : 0
}

function placeIsHome(
  { searcher: { lexicon }, briefOf }: Means,
  { tokens }: Query,
  { leftOfQuery }: Alignment,
  entry: number,
): boolean {
  const places = leftOfQuery.filter((i) => tokens[i]!.kind === 'place')
  if (places.length === 0) return false
  const { countries } = briefOf(entry)
  return places.every((i) => countries.includes(lexicon.countryOf.get(tokens[i]!.text) ?? ''))
}

function matchOf(means: Means, form: Form, query: Query, name: number): Match {
  const { searcher, scoring, briefOf } = means
  const { index } = searcher
  const alignment = align(searcher, query, name)
  const evidence = evidenceOf(searcher, query, alignment)
  const kind = NAME_KINDS[index.kindOf[name]!]!
  const base = weighed(evidence, scoring) - form.less - (kind === 'part' ? PART_LESS : 0)
  const isAtHome =
    evidence.placeMissing === 1 &&
    base > LEAST_SUM &&
    placeIsHome(means, query, alignment, index.entryOf[name]!)
  const placeBack = isAtHome ? -scoring.weights.placeMissing * HOME_SHARE : 0
  const same = isSame(searcher, query, alignment)
  const otherKindLess =
    base > LEAST_SUM && !same
      ? otherKinds(query, briefOf(index.entryOf[name]!)) * OTHER_KIND_LESS
      : 0
  const sum = base + placeBack - otherKindLess
  const isExact = form.less === 0 && same
  const score = scoreOf(sum, scoring)
  const band = bandOf(score, isExact, scoring)
  return {
    entry: index.entryOf[name]!,
    name,
    text: textAt(index.names, name),
    kind,
    form,
    score: isExact ? Math.max(score, scoring.bands.strong) : score,
    band,
    sum,
    placeBack,
    otherKindLess,
    evidence,
    query,
    alignment,
  }
}

/** Every word is met letter by letter; legal forms and stop words may differ. */
function isSame(searcher: Searcher, { tokens }: Query, alignment: Alignment): boolean {
  const { pairs, leftOfQuery, leftOfName, tokens: ofName } = alignment
  const isLight = (kind: WordKind): boolean => kind === 'legal' || kind === 'stop'
  const kindOfName = (j: number): WordKind => WORD_KINDS[searcher.index.tokenKinds[ofName[j]!]!]!
  if (leftOfQuery.some((i) => !isLight(tokens[i]!.kind))) return false
  if (leftOfName.some((j) => !isLight(kindOfName(j)))) return false
  return pairs.every(({ degree, query: [i] }) => degree === 1 || isLight(tokens[i!]!.kind))
}

const KIND_ORDER: Readonly<Record<NameKind, number>> = { name: 2, alias: 1, part: 0 }

/** Of two sure names of one entry the one that stands as it was written, so that the answer shows that one. */
const isBetter = (a: Match, b: Match): boolean =>
  (isSure(a) && isSure(b) ? a.form.less - b.form.less || byScore(a, b) : byScore(a, b)) < 0

const isSure = ({ band }: Match): boolean => band === 'exact' || band === 'strong'

/** Surest first: by band, score, whether the written form won, the kind of name, the order of the lists. */
function byScore(a: Match, b: Match): number {
  return (
    Number(b.band === 'exact') - Number(a.band === 'exact') ||
    b.score - a.score ||
    a.form.less - b.form.less ||
    KIND_ORDER[b.kind] - KIND_ORDER[a.kind] ||
    a.entry - b.entry
  )
}
