import type { Posture } from '../determination.ts'
import type { DealItem } from '../facts/deal.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { testsOf, verdictIn, wholeProof } from './test.ts'

/** How one basis of jurisdiction, or one exclusion from it, stands for an item. */
export interface JurisdictionTest {
  readonly item: number
  readonly id: string
  readonly kind: 'jurisdiction' | 'exclusion'
  readonly title: string
  readonly citation: string
  readonly source: string
  readonly verdict: Verdict
  /** What it asks for, part by part, such as the product scope and the end-user scope of a direct-product rule. */
  readonly prongs: readonly { readonly cite: string; readonly verdict: Verdict }[]
  /** What carries the verdict; null for a no, whose failing clause stands among what was considered. */
  readonly proof: Proof | null
}

/** Every basis on which the items of a deal could be subject to the EAR (15 CFR 734.3(a)), and every exclusion (734.3(b)). */
export function jurisdictionOf(
  law: Law,
  deals: readonly DealItem[],
  posture: Posture,
): JurisdictionTest[] {
  const bases = [...law.by.jurisdiction, ...law.by.exclusion]
  return deals.flatMap((deal) => {
    const tests = testsOf(law, deal.facts)
    return bases.map((active) => {
      const { id, title, law: citation, kind } = active.provision
      const verdict = verdictIn(tests, active, posture)
      return {
        item: deal.index,
        id,
        kind: kind === 'exclusion' ? kind : 'jurisdiction',
        title,
        citation,
        source: active.text.source,
        verdict,
        prongs: prongsOf(law, active, deal),
        proof: verdict === 'no' ? null : tests.proof(active, posture),
      }
    })
  })
}

function prongsOf(law: Law, active: Active, { facts }: DealItem): JurisdictionTest['prongs'] {
  const { claim, because } = meaningOf(wholeProof(law, active, facts))
  if (claim.kind !== 'all') return []
  return because.flatMap(({ cite, verdict }) => (cite === undefined ? [] : [{ cite, verdict }]))
}

/** What a provision asks for, where it only names a definition. */
function meaningOf(proof: Proof): Proof {
  const [only] = proof.because
  return proof.claim.kind === 'holds' && only !== undefined ? meaningOf(only) : proof
}
