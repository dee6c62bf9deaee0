import type { Facts, List } from './facts.ts'

/** Whether a member of a list has one of the roles; everyone does where none is named. */
export function hasRole(member: Facts, roles: readonly string[] | undefined): boolean {
  return roles === undefined || roles.includes(member.values['party.role'] as string)
}

/** A list that is not known to be whole, or in which nobody has the roles that are asked for, settles nothing. */
export function isOpen(
  list: List | undefined,
  matching: number,
  roles: readonly string[] | undefined,
): boolean {
  if (list === undefined || !list.complete) return true
  return roles !== undefined && matching === 0 && list.closed !== true
}

/** Whether a fact is one of a member of a list: a party, a circuit, an input of production, a module, the base of a model. */
export const isMemberFact = (fact: string): boolean =>
  /^(party|circuit|input|module|base)\./.test(fact)
