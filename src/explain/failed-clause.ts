import type { Proof } from '../logic/prove.ts'

/** The first fact that made a proof say no, with what was asked of it; the proof itself where it has no fact. */
export function failedClause(proof: Proof): Proof {
  if (proof.verdict !== 'no' || proof.claim.kind === 'leaf') return proof
  return firstLeaf(proof) ?? proof
}

/** The first leaf of the part that carries a verdict, the part that `deciding` would keep. */
function firstLeaf({ claim: { kind }, verdict, because }: Proof): Proof | undefined {
  const isAll = kind === 'all' || kind === 'every'
  const isAny = kind === 'any' || kind === 'some'
  const onlySame = isAll ? verdict !== 'yes' : isAny && verdict !== 'no'
  for (const inner of because) {
    if (onlySame && inner.verdict !== verdict) continue
    const leaf = inner.claim.kind === 'leaf' ? inner : firstLeaf(inner)
    if (leaf !== undefined || (isAny && verdict === 'yes')) return leaf
  }
  return undefined
}
