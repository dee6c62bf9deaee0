import type { Proof } from '../logic/prove.ts'

/**
 * The part of a proof that carries its verdict: of an "any" that holds the first branch that does, of
 * an "all" that fails those that fail, of what is not known those that are not known. A connective with
 * one branch left is that branch. The whole proof stays in the determination.
 */
export function deciding(proof: Proof): Proof {
  if (proof.because.length === 0) return proof
  const because = carrying(proof).map(deciding)
  const only = because.length === 1 ? because[0]! : undefined
  const isConnective = proof.claim.kind === 'all' || proof.claim.kind === 'any'
  if (
    isConnective &&
    only !== undefined &&
    !(proof.cite !== undefined && only.cite !== undefined)
  ) {
    return proof.cite === undefined ? only : { ...only, cite: proof.cite }
  }
  const isWhole =
    because.length === proof.because.length && because.every((part, i) => part === proof.because[i])
  return isWhole ? proof : { ...proof, because }
}

function carrying({ claim, verdict, because }: Proof): readonly Proof[] {
  const same = (): readonly Proof[] => because.filter((inner) => inner.verdict === verdict)
  switch (claim.kind) {
    case 'all':
    case 'every':
      return verdict === 'yes' ? because : same()
    case 'any':
    case 'some':
      return verdict === 'yes' ? same().slice(0, 1) : verdict === 'no' ? because : same()
    default:
      return because
  }
}
