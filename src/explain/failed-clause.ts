import type { Proof } from '../logic/prove.ts'

/** The first clause that made a proof say no: the innermost branch that is enough by itself. */
export function failedClause(proof: Proof): Proof {
  if (proof.verdict !== 'no') return proof
  switch (proof.claim.kind) {
    case 'all':
    case 'every': {
      const failed = proof.because.find(({ verdict }) => verdict === 'no')
      return failed === undefined ? proof : failedClause(failed)
    }
    case 'any':
    case 'some':
      return proof.because.length === 1 ? failedClause(proof.because[0]!) : proof
    case 'holds':
    case 'member': {
      const inner = proof.because[0]
      return inner === undefined || inner.claim.kind === 'any' ? proof : failedClause(inner)
    }
    default:
      return proof
  }
}
