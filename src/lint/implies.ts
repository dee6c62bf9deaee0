import type { Condition } from '../logic/condition.ts'
import { EVERYTHING, narrowed, type Surroundings } from './satisfiable.ts'
import { isWithin, passing, domainOf } from './domain.ts'

/**
 * Whether a condition can only hold where another does too, as far as their form and the values of
 * single facts show it. Definitions are not opened: what they say is another provision's business.
 */
export function implies(a: Condition, b: Condition, around: Surroundings): boolean {
  if (sameForm(a) === sameForm(b)) return true
  if (b.kind === 'all') return b.of.every((part) => implies(a, part, around))
  if (a.kind === 'any') return a.of.every((part) => implies(part, b, around))
  if (b.kind === 'any' && b.of.some((part) => implies(a, part, around))) return true
  if (a.kind === 'all' && a.of.some((part) => implies(part, b, around))) return true
  return impliesTest(a, b, around)
}

function impliesTest(a: Condition, b: Condition, around: Surroundings): boolean {
  const leaf = b.kind === 'unless' ? b.of : b
  if (leaf.kind !== 'leaf') return false
  // Over changing tables the larger set stands for what passes, which would prove too much here.
  if (leaf.is.test === 'in_table' || leaf.is.test === 'in_group') return false
  const wanted = passing(leaf.is, b.kind === 'unless', around.members)
  const definition = around.dictionary.get(leaf.fact)
  if (wanted === undefined || definition === undefined) return false
  const closed: Surroundings = { ...around, definition: () => undefined }
  const room = narrowed(EVERYTHING, a, closed)
  if (typeof room === 'string') return false
  const given = room.get(leaf.fact)
  return given !== undefined && isWithin(given, wanted) && !isWithin(domainOf(definition), wanted)
}

/** A condition without its citations, so that two that test the same compare equal. */
function sameForm(condition: Condition): string {
  return JSON.stringify(condition, (key, value: unknown) => (key === 'cite' ? undefined : value))
}
