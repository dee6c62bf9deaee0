import type { Posture } from '../determination.ts'
import type { Facts } from '../logic/facts.ts'
import { prove, type Proof, type Proved } from '../logic/prove.ts'
import { all, type Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'

/** A provision that was tested against one item, with the proof of its text and of its enforcement. */
export interface Tested {
  readonly active: Active
  readonly codified: Verdict
  readonly enforced: Verdict
  readonly proof: Proof
  /** The proof of its text alone. */
  readonly textProof: Proof
}

/** The provisions of a day's law as they were tested against one item. */
export type Tests = Pick<ReadonlyMap<Active, Tested>, 'get'>

/** Tests each provision when it is first asked for: in most deals, most of them decide nothing. */
export function testsOf(law: Law, facts: Facts): Tests {
  const tested = new Map<Active, Tested>()
  const proved: Proved = new Map()
  return {
    get: (active) => {
      const known = tested.get(active)
      if (known !== undefined) return known
      const fresh = test(law, active, facts, proved)
      tested.set(active, fresh)
      return fresh
    },
  }
}

/** Every provision of a day's law that can matter to an item. */
export function testAll(law: Law, facts: Facts): ReadonlyMap<Active, Tested> {
  const tests = testsOf(law, facts)
  const { definition: _, ...kinds } = law.by
  return new Map(
    Object.values(kinds)
      .flat()
      .map((active) => [active, tests.get(active)!]),
  )
}

/** The verdicts at once, the proof when somebody reads it: most provisions say no, and few are asked why. */
function test(law: Law, active: Active, facts: Facts, proved: Proved): Tested {
  let proof: Proof | undefined
  return {
    active,
    codified: active.codified(facts),
    enforced: active.applied(facts),
    get textProof() {
      return prove(active.when, facts, law.book, undefined, proved)
    },
    get proof() {
      proof ??= proofOf(law, active, facts, proved)
      return proof
    },
  }
}

function proofOf(law: Law, active: Active, facts: Facts, proved: Proved): Proof {
  const text = prove(active.when, facts, law.book, undefined, proved)
  if (active.enforced !== 'partly') return text
  const narrowed = prove(active.onlyWhen!, facts, law.book, undefined, proved)
  const because = [text, { ...narrowed, cite: `as enforced, ${active.enforcementSource}` }]
  return { verdict: all([text.verdict, narrowed.verdict]), claim: { kind: 'all' }, because }
}

/** Why the verdict under a posture is what it is: what is not enforced may be open in the text. */
export const proofIn = (tested: Tested, posture: Posture): Proof =>
  posture === 'text' ? tested.textProof : tested.proof

/** The verdict of what was tested, under a posture. */
export const verdictIn = (tested: Tested, posture: Posture): Verdict =>
  posture === 'text' ? tested.codified : tested.enforced
