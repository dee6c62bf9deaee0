import type { Value } from '../logic/facts.ts'
import type { Case } from './case.ts'
import { unboxed } from './known.ts'
import { saidAt, type Layer } from './layer.ts'

/** The kinds of data of `data.kinds`, and the fact that counts each. */
const COUNTS: Readonly<Record<string, string>> = {
  'human-genomic': 'data.humanGenomic',
  'other-human-omic': 'data.otherHumanOmic',
  'human-biospecimens': 'data.humanBiospecimens',
  biometric: 'data.biometric',
  'precise-geolocation': 'data.preciseGeolocation',
  'personal-health': 'data.personalHealth',
  'personal-financial': 'data.personalFinancial',
  'personal-identifiers': 'data.personalIdentifiers',
}

/** What a case only says where it is so: exemptions that it claims, and what was seen of a deal. */
const SILENT: Readonly<Record<string, Value>> = {
  'data.outsideDefinition': 'none',
  'data.exemption': 'none',
  'investment.exception': 'none',
  'data.evasion': false,
  'data.trainingDataRecoverable': false,
}

/** The end uses of 744.6 that a U.S. person may support. */
const SUPPORTED = [
  'nuclear',
  'missile',
  'chemicalBiological',
  'militaryIntelligence',
  'advancedNode',
  'fabOfUnknownNode',
].map((name) => `endUse.${name}`)

/** Whether a deal is a data transfer or an investment, of which the red flags of part 732 speak only where one was seen. */
export const isOfData = (activity: unknown): boolean =>
  activity === 'data-transfer' || activity === 'investment'

/** Facts that stand under these keys of a case are of data transfers and investments alone. */
const OWN = ['data.', 'investment.']

/**
 * Reads what a case says of a data set or an investment with what it leaves out. A kind of data that
 * `data.kinds` does not name is not in the set; exemptions, exceptions and what must have been seen are
 * none where the case is silent, and stay unknown where it says so.
 */
export function completeDataFacts({ values, sources }: Layer, input: Case): void {
  for (const [fact, silent] of Object.entries(SILENT))
    if (values[fact] === undefined && saidAt(input, fact) === undefined) values[fact] = silent
  if (isOfData(values['activity']) && !speaksOfSupport(input)) {
    values['usPersonSupport'] = false
    sources['usPersonSupport'] = { from: 'derived', text: 'the case speaks of no such end use' }
  }
  const kinds = values['data.kinds'] as readonly string[] | undefined
  if (kinds === undefined) return
  for (const [kind, fact] of Object.entries(COUNTS)) {
    if (kinds.includes(kind) || values[fact] !== undefined) continue
    values[fact] = 0
    sources[fact] = { from: 'derived', text: `data.kinds does not name ${kind}` }
  }
}

/** Whether a case speaks of support by a U.S. person, or of an end use that one may not support. */
const speaksOfSupport = (input: Case): boolean =>
  saidAt(input, 'usPersonSupport') !== undefined ||
  SUPPORTED.some((use) => ![undefined, false, 'no'].includes(unboxed(saidAt(input, use)) as string))

/**
 * Where a missing fact is asked for at the place of another: the counts of kinds that may not be in the
 * set at `data.kinds`, and everything at `activity` while nobody knows what kind of deal it is.
 */
export function dataAsks(
  { values }: Layer,
  facts: Iterable<string>,
): Readonly<Record<string, string>> {
  if (values['activity'] === undefined) {
    const own = [...facts].filter((fact) => OWN.some((start) => fact.startsWith(start)))
    return Object.fromEntries([...own, 'usPersonRole'].map((fact) => [fact, 'activity']))
  }
  const isOpen = values['activity'] === 'data-transfer' || values['data.trainingDataRecoverable']
  if (isOpen !== true || values['data.kinds'] !== undefined) return {}
  return Object.fromEntries(Object.values(COUNTS).map((fact) => [fact, 'data.kinds']))
}

/** The facts of a party that only these deals ask for, at `activity` while that is not known. */
export const concernAsks = (input: Case): Readonly<Record<string, string>> =>
  saidAt(input, 'activity') === undefined || saidAt(input, 'activity') === 'unknown'
    ? Object.fromEntries(OF_PARTY.map((fact) => [fact, 'activity']))
    : {}

const OF_PARTY = [
  'individual',
  'foreignBranch',
  'worksForCoveredPerson',
  'dojDesignated',
  'coveredOwnership',
  'concernOwnership',
  'adversaryOwnership',
  'adversaryDirected',
  'revenueFromConcern',
].map((name) => `party.${name}`)
