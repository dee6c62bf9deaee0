import type { Proof } from '../../src/logic/prove.ts'

/**
 * The part of a whole proof that carries its verdict, read off the proof: what `why.ts` must build
 * without it.
 */
export function deciding(proof: Proof): Proof {
  if (proof.because.length === 0) return proof
  const because = carrying(proof).map(deciding)
  const only = because.length === 1 ? because[0]! : undefined
  const isConnective = proof.claim.kind === 'all' || proof.claim.kind === 'any'
  if (isConnective && only !== undefined && (proof.cite === undefined || only.cite === undefined)) {
    return proof.cite === undefined ? only : { ...only, cite: proof.cite }
  }
  return { ...proof, because }
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

/** The leaves of a proof, first to last. */
export function leavesOf(proof: Proof): Proof[] {
  return proof.claim.kind === 'leaf' ? [proof] : proof.because.flatMap(leavesOf)
}
