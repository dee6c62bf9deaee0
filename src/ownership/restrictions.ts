import type { Counted } from './counted.ts'
import type { Entity } from './graph.ts'
import type { Operator } from './operator.ts'
import type { Register } from './register.ts'

/**
 * The parties that count by themselves and whose restrictions come down to a company, in the order of
 * their ids. An owner's own owners are among them where they own it up to the line.
 */
export function ownersThatCount(
  register: Register,
  counted: Counted,
  operator: Operator,
  subject: string,
): Entity[] {
  const found = new Map<string, Entity>()
  const seen = new Set([subject])
  const queue = [subject]
  for (const id of queue) {
    if (counted.reaches(counted.heldBy(id)) !== 'yes') continue
    for (const { holder } of register.owners(id)) {
      if (seen.has(holder) || counted.counts(holder) !== 'yes') continue
      seen.add(holder)
      queue.push(holder)
      const entity = register.entity(holder)
      if (operator.counts(entity) === 'yes') found.set(holder, entity)
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * The owner whose restrictions reach furthest; undefined where the operator knows no order. Where
 * several own, the most restrictive requirement, exceptions and review policy apply (supplement no. 8
 * to part 744). The lists alone are a first order only: test the requirements of every owner.
 */
export function mostRestrictive(operator: Operator, owners: readonly Entity[]): Entity | undefined {
  const { restrictiveness } = operator
  if (restrictiveness === undefined) return undefined
  return owners.reduce<Entity | undefined>(
    (most, owner) =>
      most === undefined || restrictiveness(owner) > restrictiveness(most) ? owner : most,
    undefined,
  )
}
