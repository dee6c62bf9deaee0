import type { Proof } from '../logic/prove.ts'

/**
 * A proof without what lies below the branches that did not decide: of a yes, the alternatives that are
 * not met; of a no, the conditions that are; of an unknown, all that is known. The branches themselves stay.
 */
export function fold(proof: Proof): Proof {
  const because = proof.because.map((inner) => {
    const decides = proof.claim.kind === 'unless' || inner.verdict === proof.verdict
    return decides ? fold(inner) : { ...inner, because: [] }
  })
  return { ...proof, because }
}
