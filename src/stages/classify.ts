import type { Confidence, ItemResult } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import type { Source, Value } from '../logic/facts.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import type { Tests } from './test.ts'

/** A leaf that decided a proof: the fact, what it was, and how far that can be relied on. */
interface Deciding {
  readonly fact: string
  readonly saw: Value
  readonly source: Source | undefined
}

/**
 * Names the paragraph of an item: the highest-ranked classification that is yes. While a higher one is
 * unknown no paragraph is named, only the candidates; a .z overlay blocks nothing while unknown.
 */
export function classify(
  law: Law,
  tested: Tests,
  item: DealItem,
  sayFact: (fact: string, saw: Value, source: Source | undefined) => string,
): ItemResult['classification'] & { reasonsForControl: readonly string[] } {
  const { named: active, candidates } = paragraphOf(law, tested.codified)
  const paragraph = active === undefined ? null : concluded(active)
  const leaves = active === undefined ? [] : decidingLeaves(tested.proof(active, 'text'))
  const shown = active ?? candidates[0]
  return {
    paragraph,
    candidates: [...new Set(candidates.map(concluded))],
    claimed: item.claimed,
    conflict: conflictOf(item.claimed, paragraph),
    confidence: active === undefined ? 'C' : weakest(active, leaves),
    decidedBy: [...new Set(leaves.map(({ fact, saw, source }) => sayFact(fact, saw, source)))],
    citation: active?.provision.law ?? '',
    proof: shown === undefined ? null : tested.proof(shown, 'text'),
    reasonsForControl: active?.provision.reasonsForControl ?? [],
  }
}

/** The classification that names the paragraph, or those that stay possible while facts are missing. */
export function paragraphOf(
  law: Law,
  verdictOf: (active: Active) => Verdict,
): { readonly named: Active | undefined; readonly candidates: readonly Active[] } {
  const candidates: Active[] = []
  for (const active of law.byRank) {
    const verdict = verdictOf(active)
    if (verdict === 'yes') {
      return candidates.length === 0
        ? { named: active, candidates }
        : { named: undefined, candidates: [...candidates, active] }
    }
    if (verdict === 'unknown' && !active.provision.overlay) candidates.push(active)
  }
  return { named: undefined, candidates }
}

export const concluded = ({ provision }: Active): string => provision.concludes ?? provision.id

/** A claim conflicts where neither it nor the computed paragraph contains the other. */
export function conflictOf(claimed: string | null, paragraph: string | null): string | null {
  if (claimed === null || paragraph === null) return null
  const claim = claimed.toUpperCase()
  const found = paragraph.toUpperCase()
  if (found.startsWith(claim) || claim.startsWith(found)) return null
  return `${claimed} is claimed, ${paragraph} computed`
}

/** How a claimed ECCN stands to what was computed. */
export interface Contradiction {
  readonly verdict: Verdict
  /** The classifications that are or may be the item's, overlays that are not known to apply among them. */
  readonly possible: readonly Active[]
}

/**
 * Does the computation contradict the ECCN that the case claims? Unknown while one of the paragraphs
 * that stay possible would, and another, or none of them, would not.
 */
export function contradiction(
  law: Law,
  verdictOf: (active: Active) => Verdict,
  claimed: string | null,
): Contradiction {
  if (claimed === null) return { verdict: 'no', possible: [] }
  const possible: Active[] = []
  let isCertain = false
  for (const active of law.byRank) {
    const verdict = verdictOf(active)
    if (verdict === 'no') continue
    possible.push(active)
    if (verdict === 'yes') {
      isCertain = true
      break
    }
  }
  const against = possible.filter((active) => conflictOf(claimed, concluded(active)) !== null)
  if (against.length === 0) return { verdict: 'no', possible }
  return { verdict: isCertain && against.length === possible.length ? 'yes' : 'unknown', possible }
}

/** The known leaves on the way to a yes or no. */
function decidingLeaves(proof: Proof): Deciding[] {
  if (proof.claim.kind === 'leaf') {
    return proof.saw === undefined
      ? []
      : [{ fact: proof.claim.fact, saw: proof.saw, source: proof.source }]
  }
  if (proof.claim.kind === 'unless') return proof.because.flatMap(decidingLeaves)
  const same = proof.because.filter(({ verdict }) => verdict === proof.verdict)
  return (proof.claim.kind === 'any' ? same.slice(0, 1) : same).flatMap(decidingLeaves)
}

function weakest(active: Active, leaves: readonly Deciding[]): Confidence {
  const measured = leaves
    .filter(({ fact }) => fact.startsWith('circuit.') || fact === 'item.trainingOperations')
    .map(({ source }) => source?.confidence ?? 'A')
  return [active.text.confidence, ...measured].reduce((a, b) => (a > b ? a : b))
}
