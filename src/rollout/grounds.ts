import type { Determination, Finding, Outcome } from '../determination.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import { strictest } from '../stages/decide.ts'
import type { Policy } from './policy.ts'
import type { Ground, GroundAnswer, Reason } from './rollout.ts'

/** Facts of a party by which a provision is one about lists, or about who owns it. */
const LISTS = new Set(['party.lists', 'party.seenLists', 'party.sdnPrograms'])
const OWNERSHIP = new Set([
  'party.listedOwnership',
  'party.sdnOwnership',
  'party.d5Ownership',
  'party.parentHeadquarters',
])

/** The reasons of a determination, each with the ground that it stands on. */
export function reasonsOf(
  { findings, because }: Determination,
  policies: readonly Policy[],
): Reason[] {
  const deciding = new Set(because)
  const byId = new Map<string, Reason>()
  for (const finding of findings) {
    const grounds = groundsOf(finding)
    if (!deciding.has(finding.id) && grounds[0] === 'law') continue
    const { id, citation, title, status, verdict } = finding
    byId.set(id, { id, citation, title, grounds, status, verdict, decides: deciding.has(id) })
  }
  for (const { provision, verdict } of policies) {
    const { id, law: citation, title } = provision
    const policy: Reason = {
      id,
      citation,
      title,
      grounds: ['policy'],
      status: 'policy',
      verdict,
      decides: false,
    }
    byId.set(id, policy)
  }
  return [...byId.values()]
}

/** What each ground alone says, in the order of strictness of the contract. */
export function groundAnswers(
  determination: Determination,
  policies: readonly Policy[],
): Record<Ground, GroundAnswer> {
  const nothing: GroundAnswer = { outcome: null, because: [] }
  const found = { law: nothing, list: nothing, ownership: nothing, policy: nothing }
  const add = (ground: Ground, outcome: Outcome, id: string): void => {
    const known = found[ground]
    found[ground] = {
      outcome: known.outcome === null ? outcome : strictest([known.outcome, outcome]),
      because: known.because.includes(id) ? known.because : [...known.because, id],
    }
  }
  for (const finding of determination.findings)
    for (const ground of groundsOf(finding)) add(ground, outcomeOf(finding), finding.id)
  for (const { provision, verdict } of policies)
    add('policy', verdict === 'yes' ? 'prohibited' : 'needs-facts', provision.id)
  return found
}

function outcomeOf({ kind, verdict, liftedBy }: Finding): Outcome {
  if (liftedBy.length > 0) return 'permitted-with-conditions'
  if (verdict === 'unknown') return 'needs-facts'
  if (kind === 'prohibition') return 'prohibited'
  return kind === 'requirement' ? 'license-required' : 'needs-review'
}

/** What rests on a list or on owners is not the law of the place. */
function groundsOf({ verdict, proof }: Finding): Ground[] {
  const facts = new Set<string>()
  collect(proof, verdict, facts)
  const grounds: Ground[] = []
  if ([...facts].some((fact) => LISTS.has(fact))) grounds.push('list')
  if ([...facts].some((fact) => OWNERSHIP.has(fact))) grounds.push('ownership')
  return grounds.length === 0 ? ['law'] : grounds
}

/**
 * The facts of the leaves that give a proof its verdict. That a party is on no list, where a provision
 * excepts those that are, is no ground of it.
 */
function collect({ claim, verdict, because }: Proof, wanted: Verdict, into: Set<string>): void {
  if (verdict !== wanted || (claim.kind === 'unless' && wanted === 'yes')) return
  if (claim.kind === 'leaf') into.add(claim.fact)
  for (const part of because) collect(part, wanted, into)
}
