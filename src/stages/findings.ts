import type {
  Confidence,
  Considered,
  Finding,
  FindingKind,
  Posture,
  RedFlag,
} from '../determination.ts'
import type { Facts } from '../logic/facts.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Kind } from '../rules/provision.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { verdictIn, type Tests } from './test.ts'
import { isUnverified, liftedBy, subjectOf } from './verdicts.ts'

const APPLYING: readonly (Kind & FindingKind)[] = [
  'prohibition',
  'requirement',
  'red-flag',
  'unsettled',
]

/** Every provision that applies to an item, or that a missing fact keeps open; proved where one looks. */
export function findings(
  law: Law,
  tested: Tests,
  posture: Posture,
  item: number | null,
): Finding[] {
  const verdictOf = (active: Active): Verdict => verdictIn(tested, active, posture)
  // What is outside the EAR meets only the requirements that bind all the same, such as 744.6.
  const outside = subjectOf(law, verdictOf, posture) === 'no'
  return APPLYING.flatMap((kind) =>
    law.by[kind].flatMap((active) => {
      const verdict = verdictOf(active)
      const binds = kind !== 'requirement' || !outside || active.provision.regardlessOfSubject
      return verdict === 'no' || !binds
        ? []
        : [
            finding(
              law,
              tested,
              active,
              isUnverified(active, posture) ? 'unsettled' : kind,
              verdict,
              posture,
              item,
            ),
          ]
    }),
  )
}

function finding(
  law: Law,
  tested: Tests,
  active: Active,
  kind: FindingKind,
  verdict: Finding['verdict'],
  posture: Posture,
  item: number | null,
): Finding {
  const { provision, text, status } = active
  const lifters = (law.lifters.get(active) ?? []).filter(
    (exception) =>
      liftedBy(law, exception, (other) => verdictIn(tested, other, posture), posture) === 'yes',
  )
  return {
    id: provision.id,
    kind,
    title: provision.title,
    citation: provision.law,
    source: text.source,
    status,
    verdict,
    item,
    // Proofs are most of the work, and not everyone who needs the findings needs to show why.
    get party() {
      return partyIn(tested.proof(active, posture))
    },
    confidence: weaker(text.confidence, provision.verified.confidence),
    liftedBy: lifters.map((exception) => exception.provision.id),
    get proof() {
      return tested.proof(active, posture)
    },
  }
}

const weaker = (a: Confidence, b: Confidence): Confidence => (a > b ? a : b)

/** Index of the first party whose facts made a proof true, null where none did. */
function partyIn(proof: Proof): number | null {
  if (proof.verdict !== 'yes') return null
  if (proof.claim.kind === 'some' && proof.claim.list === 'parties') {
    const members = proof.because.filter(({ claim }) => claim.kind === 'member')
    const found = members.find(({ verdict }) => verdict === 'yes')
    return found !== undefined && found.claim.kind === 'member' ? found.claim.index : null
  }
  for (const inner of proof.because) {
    const found = partyIn(inner)
    if (found !== null) return found
  }
  return null
}

const CONSIDERED: readonly Kind[] = [
  'jurisdiction',
  'exclusion',
  'prohibition',
  'requirement',
  'red-flag',
  'unsettled',
]

/** Every provision that was tested and did not apply, with the clause that failed. */
export function considered(
  law: Law,
  tested: Tests,
  facts: Facts,
  posture: Posture,
  item: number | null,
  sayClause: (proof: Proof) => string,
): Considered[] {
  const found: Considered[] = []
  for (const kind of CONSIDERED) {
    for (const active of law.by[kind]) {
      if (verdictIn(tested, active, posture) !== 'no') continue
      const { provision, status } = active
      const { id, title, law: citation } = provision
      const clause = active.reasons().failing(facts)
      const failed = clause === undefined ? status : sayClause(clause)
      found.push({ id, kind, title, citation, status, item, failed })
    }
  }
  return found
}

/** The red flags of an item: open ones hold the answer at review until evidence resolves them. */
export function redFlags(
  law: Law,
  tested: Tests,
  posture: Posture,
  item: number | null,
): RedFlag[] {
  return law.by['red-flag'].flatMap((active) => {
    if (verdictIn(tested, active, posture) !== 'yes') return []
    const { provision } = active
    return [
      {
        id: provision.id,
        title: provision.title,
        citation: provision.law,
        item,
        open: true,
        resolution: null,
      },
    ]
  })
}
