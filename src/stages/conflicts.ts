import type { Finding } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import { concluded, type Contradiction } from './classify.ts'

/**
 * Claims that the computation contradicts: an ECCN that is not the paragraph computed, a stated value
 * that the catalogue has otherwise. Each holds the answer at review until a person settles it.
 */
export function conflictFindings(
  { index, conflicts, claimed }: DealItem,
  { verdict, possible }: Contradiction,
): Finding[] {
  const computed = [...new Set(possible.map(concluded))].join(' or ')
  const eccn = verdict === 'yes' ? `${claimed} is claimed, ${computed} computed` : null
  return [...conflicts, ...(eccn === null ? [] : [eccn])].map((title) => ({
    id: eccn === title ? 'conflict.eccn' : 'conflict.specs',
    kind: 'conflict',
    title,
    citation: '15 CFR 748.3(a)',
    source: 'the case',
    status: 'in-force',
    verdict: 'yes',
    item: index,
    party: null,
    confidence: 'A',
    liftedBy: [],
    proof: { verdict: 'yes', claim: { kind: 'all' }, because: [] },
  }))
}
