import type { Condition } from '../logic/condition.ts'
import type { Claim } from '../logic/prove.ts'
import { named } from '../wording/values.ts'
import { say, type Wording } from '../wording/wording.ts'
import { narrate, type ProofLine } from './narrate.ts'

/** One line of a condition in words; its parts follow it, one deeper. */
export type OutlineLine = Pick<ProofLine, 'depth' | 'cite' | 'text'>

/**
 * A condition in words, in the order of the law's text, as the proofs of answers word it. Definitions
 * are named and not opened.
 */
export function outline(condition: Condition, wording: Wording, depth = 0): OutlineLine[] {
  const line = { depth, cite: condition.cite ?? null, text: textOf(condition, wording) }
  return [line, ...innerOf(condition).flatMap((part) => outline(part, wording, depth + 1))]
}

function textOf(condition: Condition, wording: Wording): string {
  if (condition.kind === 'holds') {
    return say(wording, 'rules.holds', {
      definition: named(wording, 'definitions', condition.id),
      id: condition.id,
    })
  }
  return narrate({ verdict: 'unknown', claim: claimOf(condition), because: [] }, wording)[0]!.text
}

function claimOf(condition: Exclude<Condition, { kind: 'holds' }>): Claim {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'unless':
      return { kind: condition.kind }
    case 'some':
    case 'every': {
      const { kind, list, roles } = condition
      return { kind, list, ...(roles === undefined ? {} : { roles }) }
    }
    case 'leaf':
      return {
        kind: 'leaf',
        fact: condition.fact,
        test: condition.is.test,
        value: condition.is.value,
      }
  }
}

function innerOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of
    case 'unless':
      return [condition.of]
    case 'some':
    case 'every':
      return [condition.where]
    default:
      return []
  }
}
