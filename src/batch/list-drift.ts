import { RARE_ENOUGH } from '../screening/align.ts'
import { COMMON as COMMON_SHARE, QUITE_COMMON, RARE, RATHER_RARE } from '../screening/evidence.ts'
import { COMMON } from '../screening/kin.ts'
import { sumOf, type Scoring } from '../screening/score.ts'
import type { Searcher } from '../screening/searcher.ts'
import { CLOSE, ROUNDED } from './parties.ts'

/** Between which weights a word of the lists has stood since the oldest verdict that is kept. */
export type WordDrift = readonly [
  word: string,
  /** Least and most, as far as its names were not held against all parties since. */
  lightest: number,
  heaviest: number,
  /** Most, as far as the parties that have it were not screened again since. */
  heaviestOfParties: number,
]

/** How far the lists have moved under the verdicts that are kept. */
export interface Drift {
  /** Least and most names that they had. */
  readonly names: readonly [least: number, most: number]
  readonly words: readonly WordDrift[]
}

/** No drift: all verdicts are of these lists. */
export const noDrift = (names: number): Drift => ({ names: [names, names], words: [] })

/** What lists that are others do to the weights of words. */
export interface Move {
  /** Whether so much has moved that no verdict holds. */
  readonly isFar: boolean
  /** Names, by their number in the newer index, of which the words may move a score too far to be let pass. */
  readonly names: readonly number[]
  /** By how much a party's sum may rise, at most, since a word of its own has become more common. */
  readonly raises: ReadonlyMap<string, number>
  /** The most that the words of a party may raise its sum together. */
  readonly mostRaised: number
  /** Words that lists have newly, or no longer, or that another kind of word is made of. */
  readonly turned: ReadonlySet<string>
  /** How the lists have moved under the verdicts that hold. */
  readonly drift: Drift
}

/** What of the distance between a verdict that is not close and a hit each kind of drift may use up. */
const SHARES = { count: 1 / 8, names: 3 / 8, parties: 1 / 2 } as const

/** The distance in weighed sums; nothing that is not close comes to a hit by less. */
const slackOf = (scoring: Scoring): number =>
  sumOf(scoring.bands.review, scoring) - sumOf(scoring.bands.review - CLOSE + ROUNDED, scoring)

/** How the weights of the words moved from one version of the lists to another, after an earlier drift. */
export function moveBetween(
  older: Searcher,
  newer: Searcher,
  scoring: Scoring,
  earlier: Drift,
): Move {
  const slack = slackOf(scoring)
  const [mostOfCount, mostOfName, mostRaised] = [
    slack * SHARES.count,
    slack * SHARES.names,
    slack * SHARES.parties,
  ]
  const had = listedWords(older)
  const has = listedWords(newer)
  const before = new Map(earlier.words.map((one) => [one[0], one]))
  const turned = new Set<string>()
  const raises = new Map<string, number>()
  const ofNames = new Map<number, number>()
  const words: WordDrift[] = []
  let lightest = RARE
  for (const word of had.keys()) if (!has.has(word)) turned.add(word)
  for (const [word, id] of has) {
    const at = had.get(word)
    if (at === undefined) {
      turned.add(word)
      continue
    }
    const [names, namesBefore] = [namesWith(newer, id), namesWith(older, at)]
    const [then, now] = [older.weights[at]!, newer.weights[id]!]
    if (newer.index.tokenKinds[id] !== older.index.tokenKinds[at]) {
      turned.add(word)
      ofNames.set(id, Infinity)
      continue
    }
    if (namesBefore > COMMON && names <= COMMON) turned.add(word)
    if (then !== now) lightest = Math.min(lightest, then, now)
    if (LEVELS.some((level) => then >= level !== now >= level)) ofNames.set(id, Infinity)
    const drifted = before.get(word)
    if (drifted === undefined && names === namesBefore) continue
    const [, low, high, ofParties] = drifted ?? [word, then, then, then]
    const span: WordDrift = [
      word,
      Math.min(low, then, now),
      Math.max(high, then, now),
      Math.max(ofParties, then, now),
    ]
    const moved = (span[2] - span[1]) * nameEffect(scoring, span[1])
    if (ofNames.get(id) !== Infinity) ofNames.set(id, moved)
    const raised = (span[3] - now) * partyEffect(scoring, now)
    if (raised > 0) raises.set(word, raised)
    // Where each name that has it, or each party, is looked at now, it begins anew.
    const [least, most] = moved > mostOfName ? [now, now] : [span[1], span[2]]
    const parties = raised > mostRaised ? now : span[3]
    if (least !== most || parties !== now) words.push([word, least, most, parties])
  }
  const count = newer.index.entryOf.length
  const [fewest, most] = [Math.min(earlier.names[0], count), Math.max(earlier.names[1], count)]
  const isFar = Math.log(most / fewest) * countEffect(scoring, lightest) > mostOfCount
  return {
    isFar,
    names: movedNames(newer, ofNames, mostOfName),
    raises,
    mostRaised,
    turned,
    drift: isFar ? noDrift(count) : { names: [fewest, most], words },
  }
}

/** Weights at which a word begins to tell enough for a letter to stand for another. */
const LEVELS = Object.values(RARE_ENOUGH)

const namesWith = ({ index: { postings } }: Searcher, id: number): number =>
  postings.starts[id + 1]! - postings.starts[id]!

/** Words by which names are found; the words that names write for them stand in no name of their own. */
const listedWords = (searcher: Searcher): ReadonlyMap<string, number> =>
  new Map(
    searcher.words.flatMap((word, id): [string, number][] =>
      namesWith(searcher, id) > 0 ? [[word, id]] : [],
    ),
  )

/** Names of which the words together, each as often as it stands there, may move a sum by more than is let pass. */
function movedNames(
  { index: { postings, tokensOf } }: Searcher,
  effects: ReadonlyMap<number, number>,
  most: number,
): number[] {
  const moved = new Set<number>()
  for (const [id, effect] of effects) {
    if (effect === 0) continue
    for (const name of postings.items.subarray(postings.starts[id], postings.starts[id + 1])) {
      let sum = 0
      for (let at = tokensOf.starts[name]!; at < tokensOf.starts[name + 1]!; at++)
        sum += effects.get(tokensOf.items[at]!) ?? 0
      if (sum > most) moved.add(name)
    }
  }
  return [...moved].sort((a, b) => a - b)
}

/**
 * How much a weighed sum moves, at most, for a weight of one that a word of a name moves. Shares of what is met
 * move by no more than the word's own share, 1 / weight for each unit; products and squares of two shares by twice
 * as much and four times; the rest stands against a fixed weight.
 */
export function nameEffect({ weights }: Scoring, lightest: number): number {
  const of = sizesOf(weights)
  return (
    sharesEffect(of) / lightest +
    of.rare / (3 * RARE) +
    (of.leftOfQuery + of.leftOfBoth) / RARE +
    of.commonOnly / (COMMON_SHARE * RARE) +
    of.commonLeft / (RATHER_RARE - QUITE_COMMON)
  )
}

const sharesEffect = (of: Scoring['weights']): number =>
  2 * of.covered +
  4 * of.coveredSquared +
  of.coveredLeast +
  of.letters +
  2 * of.lettersSquared +
  3 * of.lettersCovered +
  2 * of.rare +
  of.weakestWord +
  of.outOfOrder +
  of.shortWord

/** The same where the weights of all words move together, as they do by the number of names. */
const countEffect = (scoring: Scoring, lightest: number): number =>
  nameEffect(scoring, lightest) +
  scoring.weights.rare / lightest +
  Math.abs(scoring.weights.commonLeft) / QUITE_COMMON

/**
 * How much a sum rises, at most, for a weight of one by which a word of a party becomes lighter that a name does
 * not have: it is left over, and lowers what is met. A share of q, of which it is the rest or a part of it, rises by
 * no more than q (1 - q) / weight: a quarter, 8/27 for a square. Where it becomes heavier, the sum falls.
 */
export function partyEffect({ weights }: Scoring, now: number): number {
  const of = sizesOf(weights)
  const shares =
    of.covered / 4 +
    (of.coveredSquared * 8) / 27 +
    of.coveredLeast / 4 +
    of.letters / 4 +
    (of.lettersSquared * 8) / 27 +
    of.lettersCovered / 2 +
    of.rare / 4 +
    of.weakestWord / 4 +
    of.outOfOrder / 4 +
    of.shortWord / 4
  return (
    shares / now +
    (of.leftOfQuery + of.leftOfBoth) / RARE +
    (now < QUITE_COMMON ? of.commonLeft / QUITE_COMMON : 0)
  )
}

const sizesOf = (weights: Scoring['weights']): Scoring['weights'] =>
  Object.fromEntries(
    Object.entries(weights).map(([part, weight]) => [part, Math.abs(weight)]),
  ) as Scoring['weights']
