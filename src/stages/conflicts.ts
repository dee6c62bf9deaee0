import type { Finding } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import { concluded, type Contradiction } from './classify.ts'

const CITATIONS = {
  headquarters: '15 CFR 732 Supp. 3, 742.6(a)(6)(iii)',
  'ultimate-parent': '15 CFR 732 Supp. 3, red flag 29',
}

/**
 * Claims that the computation contradicts: an ECCN that is not the paragraph computed, a stated value
 * that the catalogue has otherwise, a seat that the owners make doubtful, a listed ultimate parent whose
 * share nobody tells. Each holds the answer at review until a person settles it.
 */
export function conflictFindings(
  { index, conflicts, partyConflicts, claimed }: DealItem,
  { verdict, possible }: Contradiction,
): Finding[] {
  const computed = [...new Set(possible.map(concluded))].join(' or ')
  const finding = (id: string, title: string, citation: string, party: number | null): Finding => ({
    id,
    kind: 'conflict',
    title,
    citation,
    source: 'the case',
    status: 'in-force',
    verdict: 'yes',
    item: index,
    party,
    confidence: 'A',
    liftedBy: [],
    proof: { verdict: 'yes', claim: { kind: 'all' }, because: [] },
  })
  const found = conflicts.map((text) => finding('conflict.specs', text, '15 CFR 748.3(a)', null))
  for (const { party, about, text } of partyConflicts) {
    found.push(finding(`conflict.${about}`, text, CITATIONS[about], party))
  }
  if (verdict !== 'yes') return found
  const eccn = `${claimed} is claimed, ${computed} computed`
  return [...found, finding('conflict.eccn', eccn, '15 CFR 748.3(a)', null)]
}
