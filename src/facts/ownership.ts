import { bounds, quantity, type Quantity } from '../derive/measured.ts'
import type { OperatorOwnership, PartyOwnership } from '../determination.ts'
import type { Range, Value } from '../logic/facts.ts'
import { bis } from '../ownership/bis.ts'
import { multipliedShare } from '../ownership/multiplied.ts'
import { ofac } from '../ownership/ofac.ts'
import type { Operator } from '../ownership/operator.ts'
import { ownershipOf } from '../ownership/ownership.ts'
import { providerTerms } from '../ownership/provider.ts'
import type { Case } from './case.ts'
import type { Context } from './context.ts'
import { caseOwners, type CaseOwners } from './ownership-graph.ts'

/** Percent of a party that owners of a kind hold in aggregate, at least and at most. */
export interface Held {
  /** Owners on the Entity List or the MEU List, or blocked under 744.8; 15 CFR 744.11(a)(1). */
  readonly listed: Range
  /** Blocked owners, by OFAC's method. */
  readonly sdn: Range
  /** Owners headquartered in Macau or D:5. */
  readonly d5: Range
}

/** What the owners of an entity hold on the law date, by each of the three counts. */
export function heldBy({ graph }: CaseOwners, subject: string, context: Context): Held {
  const percent = (operator: Operator): Range =>
    ownershipOf(graph, subject, context.day, operator).percent
  return { listed: percent(bis), sdn: percent(ofac), d5: percent(seated(context)) }
}

/** Majority ownership from Macau or D:5 is more than 50 percent; 15 CFR 742.6(b)(10), 744.23(d). */
const seated = ({ macauOrD5 }: Context): Operator =>
  providerTerms('macau-or-d5', '15 CFR 742.6(b)(10)', macauOrD5 as ReadonlySet<string>)

/**
 * The percent that a case states and the one that its owners add up to, as one: what both allow. Where
 * they contradict each other the higher one counts.
 */
export function stricter(stated: Value | undefined, held: Range): Value {
  if (stated === undefined) return quantity(held.low, held.high)
  const { low, high } = bounds(stated as Quantity)
  if (high < held.low) return quantity(held.low, held.high)
  if (held.high < low) return stated
  return quantity(Math.max(low, held.low), Math.min(high, held.high))
}

/** Who owns the parties of a case, as BIS and OFAC add it up on the law date. */
export function ownershipOfParties(input: Case, context: Context): PartyOwnership[] {
  const owners = caseOwners(input, context)
  if (owners === undefined) return []
  return owners.subjects.flatMap((subject, party) => {
    if (subject === undefined) return []
    const results = [bis, ofac].map((operator) => resultOf(owners, subject, context.day, operator))
    return [{ party, results }]
  })
}

function resultOf(
  { graph }: CaseOwners,
  subject: string,
  day: string,
  operator: Operator,
): OperatorOwnership {
  const found = ownershipOf(graph, subject, day, operator)
  const names = new Map(graph.entities.map(({ id, name }) => [id, name]))
  const name = (id: string): string => names.get(id) ?? id
  const multiplied = multipliedShare(graph, subject, day, operator)
  return {
    operator: operator.id,
    citation: found.citation,
    verdict: found.verdict,
    percent: found.percent,
    unknownShare: found.unknownShare,
    path: found.path.map(({ holder, held, percent, counts, because, source }) => ({
      holder: name(holder),
      held: name(held),
      percent,
      counts,
      because,
      source: source ?? null,
    })),
    arithmetic: [...found.arithmetic],
    mostRestrictiveOwner: found.mostRestrictiveOwner?.name ?? null,
    flags: found.flags.map(({ kind, text, citation, about }) => ({
      kind,
      text,
      citation,
      about: about.map(name),
    })),
    issues: found.issues.map(({ text }) => text),
    multiplied: { percent: multiplied.percent, arithmetic: [...multiplied.arithmetic] },
  }
}
