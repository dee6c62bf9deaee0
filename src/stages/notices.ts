import type { Notice, NotModelled, Obligation, Outcome, Posture } from '../determination.ts'
import { subDays } from 'date-fns/subDays'
import type { Facts } from '../logic/facts.ts'
import type { Proof } from '../logic/prove.ts'
import type { Pack } from '../rules/pack.ts'
import type { Active, Law } from '../rules/on-day.ts'
import type { Text } from '../rules/provision.ts'
import { verdictIn, wholeProof, type Tests } from './test.ts'

/**
 * Law that an answer does not apply and that a reader must know of: notices of the pack, proposals,
 * and text that is codified but not enforced, suspended or not verified.
 */
export function notices(law: Law, tested: Tests, outcome: Outcome, textOutcome: Outcome): Notice[] {
  const told = law.by.notice.filter((active) => tested.codified(active) === 'yes')
  const unapplied = law.by.requirement.filter((active) => {
    if (tested.codified(active) !== 'yes') return false
    return tested.enforced(active) !== 'yes' || active.enforced === 'unverified'
  })
  return [
    ...told.map((active) => notice(active, wouldChange(active, outcome))),
    ...unapplied.map((active) => notice(active, textOutcome !== outcome)),
  ]
}

/** Whether a proposal would make the answer stricter than it is. */
function wouldChange({ provision: { kind, status } }: Active, outcome: Outcome): boolean {
  if (status !== 'proposed' || stops(outcome)) return false
  const binds = kind === 'requirement' || kind === 'prohibition'
  return binds || (kind === 'unsettled' && outcome !== 'needs-review' && outcome !== 'needs-facts')
}

const stops = (outcome: Outcome): boolean =>
  outcome === 'license-required' || outcome === 'prohibited'

function notice(
  { provision, text, status, enforcementSource }: Active,
  changesOutcome: boolean,
): Notice {
  return {
    id: provision.id,
    title: provision.title,
    citation: provision.law,
    source: enforcementSource ?? text.source,
    status,
    text: text.note ?? '',
    changesOutcome,
  }
}

/** What the provisions that apply, and the exceptions that are used, ask to be done. */
export function obligations(
  law: Law,
  tested: Tests,
  used: ReadonlySet<string>,
  posture: Posture,
  item: number | null,
  facts: Facts,
): Obligation[] {
  const kinds = [
    ...law.by.requirement,
    ...law.by.exception,
    ...law.by.notice,
    ...law.by['red-flag'],
  ]
  return kinds.flatMap((active) => {
    const { provision, text } = active
    const binds =
      provision.kind === 'exception'
        ? used.has(provision.id)
        : verdictIn(tested, active, posture) === 'yes'
    if (!binds || provision.status === 'proposed') return []
    const owed = provision.perParty === true ? concerned(wholeProof(law, active, facts)) : ['']
    return owed.flatMap((party) =>
      text.duties.map((duty) => ({
        provision: provision.id,
        citation: duty.cite === undefined ? provision.law : `${provision.law} ${duty.cite}`,
        item,
        text: party === '' ? duty.text : `${party}: ${duty.text}`,
        dueBy: dueBy(law.day, duty),
      })),
    )
  })
}

/** The parties that meet a provision, each by its label. */
function concerned(proof: Proof): string[] {
  if (proof.claim.kind === 'member') return proof.verdict === 'yes' ? [proof.claim.label] : []
  return [...new Set(proof.because.flatMap(concerned))]
}

type Duty = Text['duties'][number]

/** The last day on which a duty can be done, by the day of the deal; null where its law counts from another day. */
function dueBy(day: string, { daysBefore, daysAfter }: Duty): string | null {
  const days = daysBefore ?? (daysAfter === undefined ? undefined : -daysAfter)
  return days === undefined ? null : subDays(`${day}T12:00:00Z`, days).toISOString().slice(0, 10)
}

/** What the pack does not model, or models in part, so that silence is never read as clearance. */
export function notModelled(pack: Pack): NotModelled[] {
  const known = missing.get(pack)
  if (known !== undefined) return known
  const fresh = pack.coverage.flatMap(({ citation, state, why }) =>
    state === 'modelled' ? [] : [{ citation, state, why }],
  )
  missing.set(pack, fresh)
  return fresh
}

const missing = new WeakMap<Pack, NotModelled[]>()
