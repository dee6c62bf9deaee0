import { LEAST_DEGREE } from '../screening/align.ts'
import { buildIndex, type ListedName } from '../screening/build-index.ts'
import { TELLING } from '../screening/evidence.ts'
import type { Form } from '../screening/forms.ts'
import { eachUnder, hashOf } from '../screening/hash.ts'
import { byLetters } from '../screening/initial-letters.ts'
import { kinOf } from '../screening/kin.ts'
import type { WordKind } from '../screening/lexicon.ts'
import { looseLikeness } from '../screening/loose.ts'
import { queryOf, type Query } from '../screening/query.ts'
import { withinReach } from '../screening/reach.ts'
import { WORD_KINDS } from '../screening/name-index.ts'
import type { Scoring } from '../screening/score.ts'
import { NUMBER_LEAST, searcherOf, type Kin, type Searcher } from '../screening/searcher.ts'
import type { Token } from '../screening/tokens.ts'
import { inertIn, rarely, slipsIn } from './inert-words.ts'
import { joinsWith } from './joined-words.ts'
import { looseIn, LOOSEST } from './loose-words.ts'
import { Memo } from './memo.ts'

/** Some names of the lists, to be held against many parties that mostly have nothing to do with them. */
export interface ChangedNames {
  /** Whether a form of a party's name may come to a sum against any of them; never no where it does. */
  readonly mayReach: (form: Form, sum: number) => boolean
}

/** What of a word matters when it is held against the names. */
interface Seen {
  readonly token: Token
  readonly kin: Kin
  /** What it weighs in the whole lists. */
  readonly weight: number
  /** Words of the names that it may be and by which they are found. */
  readonly finds: readonly number[]
  /** Whether it may be any word of the names, or is a legal form as some of these are. */
  readonly isMet: boolean
  /** Whether it may be words of the names written as one. */
  readonly isJoined: boolean
}

const MOST_WORDS = 100_000
const NO_MEANING: ReturnType<Query['meant']> = new Map()

const MOST_QUERIES = 20_000
const NO_KIN: Kin = { ids: [], legal: false, likeness: new Map() }

/**
 * Makes names ready. A party has few words in common with them, and most parties the same few (`Robotics Ltd.`):
 * these are held against the names once, with the heaviest of its other words beside them, since each more that is
 * left over makes a sum no larger. Words weigh what they do in `whole`, the index of all names, or in `earlier`
 * where they are there no more; that no word of these names alone is a slip for another makes it surer here.
 */
export function changedNames(
  names: readonly ListedName[],
  whole: Searcher,
  earlier: Searcher,
  scoring: Scoring,
): ChangedNames {
  const { lexicon } = whole
  const plainly = searcherOf(buildIndex(names, lexicon), lexicon)
  const isSlip = slipsIn(plainly)
  const small: Searcher = { ...plainly, common: rarely(plainly, isSlip) }
  // No function below names the earlier lists, so that they need not be held.
  for (const [id, word] of small.words.entries())
    small.weights[id] =
      listedWeight(whole, word) ?? listedWeight(earlier, word) ?? small.weights[id]!
  const { postings } = small.index
  const unheard = unheardIn(whole)
  const loose = looseIn(small)
  const joins = joinsWith(small)
  const isInert = inertIn(small, loose, isSlip)
  const known = new Map<string, Seen | undefined>()
  const weightOfWord = ({ kind, text }: Token): number =>
    unheard.has(kind) ? (listedWeight(whole, text) ?? unheard.get(kind)!) : NUMBER_LEAST
  const look = (token: Token): Seen | undefined => {
    const { kind, text, surface, bare } = token
    const key =
      kind === 'word' && text === surface && bare !== true
        ? text
        : `${kind} ${bare === true} ${text} ${surface}`
    let seen = known.get(key)
    if (seen !== undefined || known.has(key)) return seen
    if (known.size >= MOST_WORDS) known.clear()
    seen = isInert(token) && !joins.isRun(token) ? undefined : lookAt(token)
    known.set(key, seen)
    return seen
  }
  const lookAt = (asRead: Token): Seen => {
    const kin = kinOf(small, asRead)
    // Whether it is a legal form mistyped is told by all words of the lists.
    const token: Token =
      kin.legal && kinOf(whole, asRead).legal ? { ...asRead, kind: 'legal' } : asRead
    const met = [...kin.likeness]
      .filter(([, { degree }]) => degree > LEAST_DEGREE)
      .map(([id]) => id)
    for (const id of loose.of(token)) {
      if (kin.likeness.has(id)) continue
      const one = looseLikeness(small, token, id, LOOSEST)
      if (one !== undefined && one.degree > LEAST_DEGREE) met.push(id)
    }
    const isLegal = token.kind === 'legal'
    return {
      token,
      kin,
      weight: weightOfWord(token),
      finds: met.filter((id) => postings.starts[id + 1]! > postings.starts[id]!),
      isMet: isLegal || met.length > 0,
      isJoined: !isLegal && joins.isRun(token),
    }
  }
  const answers = new Memo<boolean>(MOST_QUERIES)
  const reaches = (some: readonly Seen[], sum: number): boolean => {
    const query = {
      tokens: some.map(({ token }) => token),
      kin: some.map(({ kin }) => kin),
      weights: Float32Array.from(some, ({ weight }) => weight),
      meant: () => NO_MEANING,
    }
    const found = new Set<number>()
    for (const { finds } of some)
      for (const id of finds)
        for (let at = postings.starts[id]!; at < postings.starts[id + 1]!; at++)
          found.add(postings.items[at]!)
    return withinReach(small, scoring, query, [...found], sum).length > 0
  }
  return {
    mayReach: ({ tokens: asRead, less }, sum) => {
      const all = asRead.map(look)
      const tokens = asRead.map((token, i) => all[i]?.token ?? token)
      if (
        all.some((one) => one?.isJoined === true) ||
        joins.haveOne(tokens) ||
        byLetters(small, { tokens }).length > 0
      )
        return true
      const met = all.filter((one) => one?.isMet === true) as Seen[]
      if (!met.some(({ finds }) => finds.length > 0)) return false
      const rest = tokens.filter(({ kind }, i) => all[i]?.isMet !== true && TELLING.has(kind))
      const left = rest
        .map((token) => ({ token, weight: weightOfWord(token) }))
        .sort((a, b) => b.weight - a.weight)[0]
      const some = left === undefined ? met : [...met, leftOver(left)]
      const key = some.map(
        ({ token: { kind, text, surface }, weight }) => `${kind} ${text} ${surface} ${weight}`,
      )
      const asked = `${less} ${sum} ${key.join('\u0001')}`
      let answer = answers.get(asked)
      if (answer === undefined) answers.set(asked, (answer = reaches(some, sum + less)))
      return answer
    },
  }
}

/** A word that is left over, and can be joined to no other. */
const leftOver = ({ token, weight }: Pick<Seen, 'token' | 'weight'>): Seen => ({
  token: { ...token, text: '', surface: APART },
  kin: NO_KIN,
  weight,
  finds: [],
  isMet: false,
  isJoined: false,
})

/** Longer than any words that are joined. */
const APART = '\u0001'.repeat(100)

/** What a word of the lists weighs in them, if it is one. */
function listedWeight({ index, words, weights }: Searcher, word: string): number | undefined {
  let weight: number | undefined
  eachUnder(index.neighbors, hashOf(word.slice(0, 7)), (id) => {
    if (words[id] === word) weight = weights[id]!
  })
  return weight
}

/** What words of each kind weigh in a query that no list has; a number weighs the same always. */
const unheardIn = (whole: Searcher): ReadonlyMap<WordKind, number> =>
  new Map(
    WORD_KINDS.filter((kind) => kind !== 'number').map((kind) => [
      kind,
      queryOf(whole, [{ text: APART, surface: APART, kind }]).weights[0]!,
    ]),
  )
