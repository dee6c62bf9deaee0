import type { Verdict } from '../logic/verdict.ts'
import type { Entity } from './graph.ts'
import type { Operator } from './operator.ts'

/**
 * Ownership by persons of countries of concern: those that have their principal place of business there,
 * or are organized or resident there, and what they own by `percent` or more, directly or indirectly, in
 * aggregate. The countries and the percent are those of the law that `citation` names.
 */
export function concernOwners(
  id: string,
  citation: string,
  countries: ReadonlySet<string>,
  percent: number,
): Operator {
  return {
    id,
    citation,
    line: { test: 'at_least', percent },
    counted: 'of a country of concern',
    counts: (entity) => seatedIn(entity, countries),
    unknownShare: {
      text: 'Find out who owns the party, and where they have their seat',
      citation,
    },
  }
}

function seatedIn({ headquarters, country }: Entity, countries: ReadonlySet<string>): Verdict {
  if (country !== undefined && countries.has(country)) return 'yes'
  if (headquarters === undefined) return 'unknown'
  return countries.has(headquarters) ? 'yes' : 'no'
}
