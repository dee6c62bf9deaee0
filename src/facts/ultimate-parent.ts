import type { Facts } from '../logic/facts.ts'
import type { OwnerInput, PartyInput } from './case.ts'
import type { Context } from './context.ts'
import { unboxed } from './known.ts'

/**
 * What is doubtful about a party whose ultimate parent is on a list that reaches what it owns, or may be,
 * while the case says what listed owners hold and describes no such owner. The share of a listed parent
 * must be found out before a deal goes ahead; 15 CFR 732 Supp. 3, red flag 29.
 */
export function parentConflict(
  party: PartyInput,
  { values, label }: Facts,
  { operators }: Pick<Context, 'operators'>,
): string | undefined {
  const { name, lists } = party.ultimateParent ?? {}
  const said = unboxed(lists)
  if (said === undefined || (name !== undefined && isDescribed(name, party))) return undefined
  if (values['party.listedOwnership'] === undefined && values['party.sdnOwnership'] === undefined)
    return undefined
  const parent = {
    id: '',
    name: name ?? 'its ultimate parent',
    lists: Array.isArray(said) ? (said as string[]) : ('unknown' as const),
  }
  const reach = operators
    .filter(({ fact }) => OF_LISTS.includes(fact))
    .map(({ counts }) => counts(parent))
  if (reach.every((verdict) => verdict === 'no')) return undefined
  const is = Array.isArray(said)
    ? `is on a list (${(said as string[]).join(', ')})`
    : 'may be on a list, which is not settled'
  return `${label}: its ultimate parent${name === undefined ? '' : ` ${name}`} ${is}, and no owner of the case tells what it holds`
}

/** The shares that owners on lists add up to. */
const OF_LISTS = ['listedOwnership', 'sdnOwnership']

/** Whether it is the party itself, or an owner at any depth, whose own share and lists count. */
function isDescribed(parent: string, { name, owners = [] }: PartyInput | OwnerInput): boolean {
  return name === parent || owners.some((owner) => isDescribed(parent, owner))
}
