import { bounds, quantity, type Quantity } from '../derive/measured.ts'
import type { OperatorOwnership, PartyOwnership } from '../determination.ts'
import type { Range, Value } from '../logic/facts.ts'
import { multipliedShare } from '../ownership/multiplied.ts'
import type { Operator } from '../ownership/operator.ts'
import { ownershipOf } from '../ownership/ownership.ts'
import type { Case } from './case.ts'
import type { Context } from './context.ts'
import { unboxed } from './known.ts'
import { caseOwners, type CaseOwners } from './ownership-graph.ts'

/** What the owners of an entity hold on the law date, at least and at most, by the fact that states it. */
export function heldBy(
  input: Case,
  { graph }: CaseOwners,
  subject: string,
  { operators, day }: Context,
): ReadonlyMap<string, Range> {
  const activity = unboxed(input['activity'])
  const asked = operators.filter(
    ({ of, activities }) => of === 'party' && activities?.includes(String(activity)) !== false,
  )
  return new Map(
    asked.map((operator) => [operator.fact, ownershipOf(graph, subject, day, operator).percent]),
  )
}

/** Percent from which owners count together, by the fact that states what they hold. */
export function lineOf(operators: readonly Operator[], fact: string): number {
  return operators.find((one) => one.fact === fact)?.line.percent ?? Infinity
}

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

/** The sums that a reader of the answer sees whole. */
const SHOWN = ['bis', 'ofac']

/** Who owns the parties of a case, as BIS and OFAC add it up on the law date. */
export function ownershipOfParties(input: Case, context: Context): PartyOwnership[] {
  const owners = caseOwners(input, context)
  if (owners === undefined) return []
  return owners.subjects.flatMap((subject, party) => {
    if (subject === undefined) return []
    const results = context.operators
      .filter(({ id }) => SHOWN.includes(id))
      .map((operator) => resultOf(owners, subject, context.day, operator))
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
