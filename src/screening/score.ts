import type { Evidence } from './evidence.ts'

/** What a name score is summed from. */
export const PARTS = [
  'bias',
  'covered',
  'coveredSquared',
  'coveredLeast',
  'letters',
  'lettersSquared',
  'lettersCovered',
  'rare',
  'leftOfQuery',
  'leftOfBoth',
  'numberConflict',
  'numberMissing',
  'placeConflict',
  'placeMissing',
  'outOfOrder',
  'weakestWord',
  'oneWord',
  'shortWord',
  'commonOnly',
  'commonLeft',
  'joined',
] as const
export type Part = (typeof PARTS)[number]

export const BANDS = ['exact', 'strong', 'review', 'near'] as const
export type Band = (typeof BANDS)[number]

/** Weights, curve and bands of `data/names/score.yaml`. */
export interface Scoring {
  readonly weights: Readonly<Record<Part, number>>
  readonly curve: { readonly middle: number; readonly width: number }
  readonly bands: Readonly<Record<Exclude<Band, 'exact'>, number>>
}

/** The evidence as the parts that are weighed, each from 0 to 1. */
export function partsOf(evidence: Evidence): Record<Part, number> {
  const { queryCovered, nameCovered, letters } = evidence
  const covered = queryCovered * nameCovered
  const least = Math.min(queryCovered, nameCovered)
  return {
    bias: 1,
    covered,
    coveredSquared: covered * covered,
    coveredLeast: least,
    letters,
    lettersSquared: letters * letters,
    lettersCovered: letters * covered,
    rare: evidence.told * covered,
    leftOfQuery: evidence.queryLeft,
    leftOfBoth: Math.min(evidence.queryLeft, evidence.nameLeft),
    numberConflict: evidence.numberConflict,
    numberMissing: evidence.numberMissing,
    placeConflict: evidence.placeConflict,
    placeMissing: evidence.placeMissing,
    outOfOrder: evidence.outOfOrder * (1 - least),
    weakestWord: (1 - evidence.weakest) * (1 - evidence.exact),
    oneWord: evidence.oneWord,
    shortWord: evidence.shortWord * (1 - evidence.exact),
    commonOnly: evidence.commonOnly,
    commonLeft: evidence.commonLeft,
    joined: evidence.joined,
  }
}

/** The weighted sum of the evidence; the higher, the more one name is the other. */
export function weighed(evidence: Evidence, { weights }: Scoring): number {
  const parts = partsOf(evidence)
  // Spelled out: a loop over the names of the parts looks each of them up.
  return (
    weights.bias * parts.bias +
    weights.covered * parts.covered +
    weights.coveredSquared * parts.coveredSquared +
    weights.coveredLeast * parts.coveredLeast +
    weights.letters * parts.letters +
    weights.lettersSquared * parts.lettersSquared +
    weights.lettersCovered * parts.lettersCovered +
    weights.rare * parts.rare +
    weights.leftOfQuery * parts.leftOfQuery +
    weights.leftOfBoth * parts.leftOfBoth +
    weights.numberConflict * parts.numberConflict +
    weights.numberMissing * parts.numberMissing +
    weights.placeConflict * parts.placeConflict +
    weights.placeMissing * parts.placeMissing +
    weights.outOfOrder * parts.outOfOrder +
    weights.weakestWord * parts.weakestWord +
    weights.oneWord * parts.oneWord +
    weights.shortWord * parts.shortWord +
    weights.commonOnly * parts.commonOnly +
    weights.commonLeft * parts.commonLeft +
    weights.joined * parts.joined
  )
}

/** A name score, 0 to 100, of a weighted sum. A ranking for reviewers, no probability. */
export const scoreOf = (sum: number, { curve }: Scoring): number =>
  100 / (1 + Math.exp((curve.middle - sum) / curve.width))

/** The weighed sum that has a score. */
export const sumOf = (score: number, { curve }: Scoring): number =>
  curve.middle - curve.width * Math.log(100 / score - 1)

/** The band of a score, or undefined below the near misses. */
export function bandOf(score: number, isExact: boolean, { bands }: Scoring): Band | undefined {
  if (isExact) return 'exact'
  if (score >= bands.strong) return 'strong'
  if (score >= bands.review) return 'review'
  return score >= bands.near ? 'near' : undefined
}
