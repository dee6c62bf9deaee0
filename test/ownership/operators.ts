import { operatorOf, type Operator } from '../../src/ownership/operator.ts'
import { pack } from '../engine.ts'

/** The operator of the rules that has this id. */
function named(id: string): Operator {
  const found = pack.ownership.find((one) => one.id === id)
  if (found === undefined) throw new Error(`rules/ownership.yaml has no ${id}`)
  return operatorOf(found, () => new Set())
}

export const bis = named('bis')
export const ofac = named('ofac')

/** More than 50 percent by companies headquartered in closed countries, as the terms of a provider have it. */
export const providerTerms = (
  id: string,
  citation: string,
  closed: ReadonlySet<string>,
): Operator =>
  operatorOf(
    {
      id,
      citation,
      fact: 'd5Ownership',
      of: 'party',
      line: { more_than: 50 },
      counted: 'headquartered in an unsupported region',
      counts: { places: ['headquarters'], table: 'closed' },
      unknownShare: { text: 'Find out who owns the customer', citation },
      source: citation,
      verified: { on: '2026-11-22', against: citation, confidence: 'C' },
    },
    () => closed,
  )
