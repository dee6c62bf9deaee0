import type { Posture } from '../determination.ts'
import type { Facts } from '../logic/facts.ts'
import { prove, type Proof, type Proved } from '../logic/prove.ts'
import { all, type Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import type { ConditionReason } from '../rules/reasons.ts'

/** The provisions of a day's law as they are tested against one item, each when it is first asked for. */
export interface Tests {
  /** What the text says. */
  readonly codified: (active: Active) => Verdict
  /** What the agency applies. */
  readonly enforced: (active: Active) => Verdict
  /**
   * Why: what carries the verdict of the text and, unless the text alone is asked for, of what narrows
   * its enforcement. What is enforced in part may be open in the text and no as enforced.
   */
  readonly proof: (active: Active, posture: Posture) => Proof
  /** One condition of a provision: its verdict, and why. */
  readonly condition: (reason: ConditionReason) => Verdict
  readonly conditionProof: (reason: ConditionReason) => Proof
}

/** Tests a day's law against one item. What the index rules out is no without being looked at. */
export function testsOf(law: Law, facts: Facts): Tests {
  const texts = law.ruledOut(facts)
  const narrowed: Verdict[] = []
  const proofs: Proof[] = []
  const proved: Proved = new Map()
  const codified = ({ number, codified: verdict }: Active): Verdict =>
    (texts[number] ??= verdict(facts))
  return {
    codified,
    enforced: (active) => {
      const { number, applied } = active
      // What is enforced is never more than the text.
      if (applied === active.codified || texts[number] === 'no') return codified(active)
      return (narrowed[number] ??= applied(facts))
    },
    proof: (active, posture) =>
      posture === 'text' && active.enforced === 'partly'
        ? active.reasons().why(facts, undefined, proved)
        : (proofs[active.number] ??= proofOf(active, facts, proved)),
    condition: ({ verdict }) => verdict(facts),
    conditionProof: ({ why }) => why(facts, undefined, proved),
  }
}

function proofOf(active: Active, facts: Facts, proved: Proved): Proof {
  const { why, conditions } = active.reasons()
  if (active.enforced !== 'partly') return why(facts, undefined, proved)
  const parts = conditions.map((part) => part.why(facts, undefined, proved))
  const verdict = all(parts.map((part) => part.verdict))
  const because = parts.filter((part) => part.verdict === verdict)
  return because.length === 1 ? because[0]! : { verdict, claim: { kind: 'all' }, because }
}

/** The whole proof of a provision, with the branches that did not matter too. */
export function wholeProof({ book }: Law, active: Active, facts: Facts): Proof {
  const text = prove(active.when, facts, book)
  if (active.enforced !== 'partly') return text
  const cite = `as enforced, ${active.enforcementSource}`
  const narrowed = prove({ ...active.onlyWhen!, cite }, facts, book)
  const verdict = all([text.verdict, narrowed.verdict])
  return { verdict, claim: { kind: 'all' }, because: [text, narrowed] }
}

/** The verdict on a provision, under a posture. */
export const verdictIn = (tests: Tests, active: Active, posture: Posture): Verdict =>
  posture === 'text' ? tests.codified(active) : tests.enforced(active)

/** What stands behind other provisions, or is about proposals, is not tested of an item. */
const PASSED_BY: ReadonlySet<string> = new Set(['definition', 'program'])

/**
 * The law of a day without what says no to an item under either posture: all that the stages after the
 * tests go through. What lifts, bars or reviews a provision stays at hand.
 */
export function reached(law: Law, tests: Tests): Law {
  const says = (active: Active): boolean =>
    tests.codified(active) !== 'no' || tests.enforced(active) !== 'no'
  const by = {} as Record<keyof Law['by'], readonly Active[]>
  for (const kind of Object.keys(law.by) as (keyof Law['by'])[])
    by[kind] = PASSED_BY.has(kind) ? law.by[kind] : law.by[kind].filter(says)
  return { ...law, by, byRank: law.byRank.filter(says) }
}
