import type { Ask } from '../logic/asks.ts'
import { asks } from '../logic/asks.ts'
import type { Facts } from '../logic/facts.ts'
import type { Proof } from '../logic/prove.ts'
import type { Verdict } from '../logic/verdict.ts'
import type { Active, Law } from '../rules/on-day.ts'
import { PROGRAM_STEPS, type ProgramEffect } from '../rules/provision.ts'
import type { Subject } from './reading.ts'
import type { ProgramFinding, ProposalOutcome, ProposalResult } from './result.ts'

/** Everything that the program's provisions of a day say of a proposal. */
export interface Judged {
  readonly findings: readonly ProgramFinding[]
  readonly considered: ProposalResult['considered']
}

/** Tests each provision of the program on each thing that it is about, in the order of the check. */
export function judge(law: Law, subjects: readonly Subject[]): Judged {
  const findings: ProgramFinding[] = []
  const considered: ProposalResult['considered'] = []
  for (const active of inOrder(law.by.program)) {
    const { program, id, title, law: citation } = active.provision
    for (const subject of subjects.filter(({ of }) => of === program!.of)) {
      const verdict = active.applied(subject.facts)
      if (verdict === 'no') considered.push({ id, title, citation, about: aboutOf(subject) })
      else if (verdict === 'yes' || ASKING.has(program!.effect))
        findings.push(findingOf(active, subject, verdict))
    }
  }
  return { findings, considered }
}

/** Effects for which a missing fact is worth a question. */
const ASKING: ReadonlySet<ProgramEffect> = new Set([
  'ineligible',
  'incomplete',
  'unsettled',
  'case-by-case',
  'open',
  'condition',
])

const inOrder = (actives: readonly Active[]): Active[] =>
  actives.toSorted((a, b) => stepOf(a) - stepOf(b) || a.number - b.number)

const stepOf = ({ provision }: Active): number => PROGRAM_STEPS.indexOf(provision.program!.step)

function findingOf(active: Active, subject: Subject, verdict: Verdict): ProgramFinding {
  const { provision, text, status } = active
  const proof = active.reasons().why(subject.facts)
  const { verified } = provision
  return {
    id: provision.id,
    step: provision.program!.step,
    effect: provision.program!.effect,
    title: provision.title,
    citation: provision.law,
    source: text.source,
    status,
    verdict,
    confidence: text.confidence > verified.confidence ? text.confidence : verified.confidence,
    note: text.note ?? null,
    about: aboutOf(subject),
    where: placeOf(proof, subject),
    proof,
  }
}

const aboutOf = ({
  of,
  label,
  party,
  layer,
  target,
  country,
}: Subject): ProgramFinding['about'] => ({
  kind: of,
  label,
  party,
  layer,
  target,
  country,
})

/** Where in the proposal the fact stands, or would stand, that made a finding so. */
function placeOf(proof: Proof, { facts }: Subject): string {
  const [asked] = asks(proof)
  if (asked !== undefined) return asked.path
  return decidingPlace(proof, facts) ?? ''
}

function decidingPlace({ claim, because }: Proof, facts: Facts, list?: string): string | undefined {
  if (claim.kind === 'leaf') return facts.paths[claim.fact] ?? claim.fact
  const member = claim.kind === 'member' ? facts.lists[list ?? '']?.members[claim.index] : undefined
  const named = claim.kind === 'some' || claim.kind === 'every' ? claim.list : list
  for (const inner of because) {
    const found = decidingPlace(inner, member ?? facts, named)
    if (found !== undefined) return found
  }
  return undefined
}

/** The missing facts of a finding; none where it is settled. */
export const asksOf = ({ proof }: ProgramFinding): Ask[] => asks(proof)

const SETTLING: readonly ProgramEffect[] = ['ineligible', 'incomplete', 'unsettled', 'case-by-case']

/**
 * The outcome: the first row that fits. A part that is certainly missing or wrong is not hidden by an
 * unrelated unknown; what is unknown never falls through to the rows below it.
 */
export function decideProposal(findings: readonly ProgramFinding[]): ProposalOutcome {
  const has = (effect: ProgramEffect, verdict: Verdict): boolean =>
    findings.some((one) => one.effect === effect && one.verdict === verdict)
  // 1  Something is in it that may not be.
  if (has('ineligible', 'yes')) return 'ineligible'
  // 2  Something is not in it that must be.
  if (has('incomplete', 'yes')) return 'incomplete'
  // 3  A missing fact could do either, or nobody can say what the law is.
  if (has('unsettled', 'yes')) return 'undetermined'
  if (
    ['ineligible', 'incomplete', 'unsettled'].some((effect) =>
      has(effect as ProgramEffect, 'unknown'),
    )
  )
    return 'undetermined'
  // 4  It is for Commerce to weigh.
  if (has('case-by-case', 'yes')) return 'case-by-case'
  if (has('case-by-case', 'unknown')) return 'undetermined'
  // 5  Conditions are to be met, or may be.
  if (findings.some(({ effect }) => effect === 'open' || effect === 'condition'))
    return 'eligible-with-conditions'
  // 6  Nothing that was tested stands in the way.
  return 'eligible'
}

const DECIDES: Readonly<Record<ProposalOutcome, readonly ProgramEffect[]>> = {
  ineligible: ['ineligible'],
  incomplete: ['incomplete'],
  undetermined: SETTLING,
  'case-by-case': ['case-by-case'],
  'eligible-with-conditions': ['open', 'condition'],
  eligible: ['met'],
}

/** The provisions that decide an outcome: what a reader must look up to check it. */
export function decidingProvisions(
  outcome: ProposalOutcome,
  findings: readonly ProgramFinding[],
): string[] {
  const decides = findings.filter(({ effect, verdict }) => {
    if (!DECIDES[outcome].includes(effect)) return false
    if (outcome !== 'undetermined')
      return outcome === 'eligible-with-conditions' || verdict === 'yes'
    return verdict === 'unknown' || effect === 'unsettled'
  })
  return [...new Set(decides.map(({ id }) => id))]
}
