import type { Range } from '../logic/facts.ts'
import { concernOwners } from '../ownership/concern.ts'
import { ownershipOf } from '../ownership/ownership.ts'
import type { Case } from './case.ts'
import type { Context } from './context.ts'
import { unboxed } from './known.ts'
import type { CaseOwners } from './ownership-graph.ts'

/** Percent of a party that persons of countries of concern hold, at least and at most, by each of three laws. */
export interface HeldOfConcern {
  /** 28 CFR 202.211(a)(1), (2). */
  readonly covered: Range
  /** 31 CFR 850.221. */
  readonly concern: Range
  /** PADFA, section 2(c): a stake of 20 percent or more is control. */
  readonly adversary: Range
}

/** The activities whose law asks for it. */
const ASKING = new Set<unknown>(['data-transfer', 'hosted-model', 'weights-transfer', 'investment'])

/** What the owners of an entity hold on the law date; nothing where no law of the deal asks. */
export function heldOfConcern(
  input: Case,
  { graph }: CaseOwners,
  subject: string,
  { concern, day }: Context,
): Partial<HeldOfConcern> {
  if (!ASKING.has(unboxed(input['activity']))) return {}
  const percent = (
    id: string,
    citation: string,
    countries: ReadonlySet<unknown>,
    line: number,
  ): Range =>
    ownershipOf(
      graph,
      subject,
      day,
      concernOwners(id, citation, countries as ReadonlySet<string>, line),
    ).percent
  return {
    covered: percent('dsp', '28 CFR 202.211', concern.dsp, 50),
    concern: percent('outbound', '31 CFR 850.221', concern.outbound, 50),
    adversary: percent('padfa', 'Pub. L. 118-50, div. I', concern.padfa, 20),
  }
}
