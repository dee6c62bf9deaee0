import type { Posture } from '../determination.ts'
import { failedClause } from '../explain/failed-clause.ts'
import type { Condition } from '../logic/condition.ts'
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
}

/** The provisions of a day's law as they were tested against one item. */
export type Tests = Pick<ReadonlyMap<Active, Tested>, 'get'>

/**
 * Proves each provision when it is first asked for: in most deals, most of them decide nothing. One that
 * does not apply is proved as far as the clause that fails; only an exception shows all that fail.
 */
export function testsOf(law: Law, facts: Facts): Tests {
  const tested = new Map<Active, Tested>()
  const proved: Proved = new Map()
  const proveHere: Prove = (condition) => prove(condition, facts, law.book, undefined, proved)
  const proveBriefly: Prove = (condition) => refuted(condition, proveHere) ?? proveHere(condition)
  return {
    get: (active) => {
      const known = tested.get(active)
      if (known !== undefined) return known
      const fresh = test(active, active.provision.kind === 'exception' ? proveHere : proveBriefly)
      tested.set(active, fresh)
      return fresh
    },
  }
}

/** Proves every provision of a day's law that can matter to an item, each with every branch. */
export function testAll(law: Law, facts: Facts): ReadonlyMap<Active, Tested> {
  const proved: Proved = new Map()
  const proveHere: Prove = (condition) => prove(condition, facts, law.book, undefined, proved)
  const { definition: _, ...kinds } = law.by
  const actives = Object.values(kinds).flat()
  return new Map(actives.map((active) => [active, test(active, proveHere)]))
}

type Prove = (condition: Condition) => Proof

/** The proof that a conjunction fails: its first clause that does so by a fact; undefined where none does. */
function refuted(condition: Condition, proveHere: Prove): Proof | undefined {
  if (condition.kind !== 'all') return undefined
  for (const part of condition.of) {
    const proof = proveHere(part)
    if (proof.verdict === 'no' && failedClause(proof).claim.kind === 'leaf') {
      return { verdict: 'no', claim: { kind: 'all' }, because: [proof] }
    }
  }
  return undefined
}

function test(active: Active, proveHere: Prove): Tested {
  const text = proveHere(active.when)
  const codified = text.verdict
  switch (active.enforced) {
    case 'as-codified':
    case 'unverified':
      return { active, codified, enforced: codified, proof: text }
    case 'not':
      return { active, codified, enforced: 'no', proof: text }
    case 'partly': {
      const narrowed = proveHere(active.onlyWhen!)
      const enforced = all([codified, narrowed.verdict])
      const because = [text, { ...narrowed, cite: `as enforced, ${active.enforcementSource}` }]
      return {
        active,
        codified,
        enforced,
        proof: { verdict: enforced, claim: { kind: 'all' }, because },
      }
    }
  }
}

/** The verdict of what was tested, under a posture. */
export const verdictIn = (tested: Tested, posture: Posture): Verdict =>
  posture === 'text' ? tested.codified : tested.enforced
