import type { ProposalResult } from './result.ts'

/**
 * The exit code of proposals: 0 where nothing but the consortium's own conditions is left to do, 1 where
 * one is ineligible, 2 otherwise; 1 beats 2 beats 0. docs/decisions/0037.
 */
export function exitOfProposals(results: readonly ProposalResult[]): 0 | 1 | 2 {
  const codes = results.map(exitOf)
  return codes.includes(1) ? 1 : codes.includes(2) ? 2 : 0
}

function exitOf({ outcome, conditions, questions }: ProposalResult): 0 | 1 | 2 {
  if (outcome === 'ineligible') return 1
  if (outcome !== 'eligible' && outcome !== 'eligible-with-conditions') return 2
  return questions.length > 0 || conditions.some(({ by }) => by === 'others') ? 2 : 0
}
