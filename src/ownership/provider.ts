import type { Verdict } from '../logic/verdict.ts'
import type { Entity } from './graph.ts'
import type { Operator } from './operator.ts'

/**
 * A provider's terms that close its service to companies owned by more than 50 percent, directly or
 * indirectly, by companies headquartered in regions that it does not serve. Exactly 50 percent is not
 * more than 50. The terms are a contract, not law: `citation` names them and their date.
 */
export function providerTerms(id: string, citation: string, closed: ReadonlySet<string>): Operator {
  return {
    id,
    citation,
    line: { test: 'more_than', percent: 50 },
    counted: 'headquartered in an unsupported region',
    counts: (entity) => seatedIn(entity, closed),
    unknownShare: {
      text: 'Find out who owns the customer, and where they have their seat',
      citation,
    },
  }
}

function seatedIn({ headquarters }: Entity, closed: ReadonlySet<string>): Verdict {
  if (headquarters === undefined) return 'unknown'
  return closed.has(headquarters) ? 'yes' : 'no'
}
