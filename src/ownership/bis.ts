import type { Verdict } from '../logic/verdict.ts'
import type { Entity } from './graph.ts'
import type { Operator } from './operator.ts'

/**
 * The Affiliates Rule: an entity that parties on the Entity List or the Military End-User List, or
 * blocked under a program of 744.8, own by 50 percent or more, directly or indirectly, individually
 * or in aggregate, is under their license requirements. 15 CFR 744.11(a)(1), 744.21(a)(3), 744.8 and
 * supplement no. 8 to part 744. Whether the rule is in force on a day, and that it reaches non-U.S.
 * entities only, is for the rule that uses the answer. An entry that is an address is not an owner.
 */
export const bis: Operator = {
  id: 'bis',
  citation: '15 CFR 744.11(a)(1), Supp. 8 to part 744',
  line: { test: 'at_least', percent: 50 },
  counted: 'listed',
  counts: listed,
  unknownShare: {
    text: 'Red Flag 29: find out the share that listed parties hold, or apply for a license',
    citation: '15 CFR 732 Supp. 3, red flag 29',
  },
  restrictiveness: reach,
}

function listed({ lists }: Entity): Verdict {
  if (lists === 'unknown') return 'unknown'
  if (lists.some(isAffiliating)) return 'yes'
  // Only some programs of the SDN List count, and this entry does not say which one it is under.
  return lists.includes('sdn') ? 'unknown' : 'no'
}

const isAffiliating = (list: string): boolean =>
  list === 'meu-list' ||
  list === 'sdn-744.8' ||
  list === 'entity-list' ||
  list.startsWith('entity-list-footnote-')

/**
 * The most restrictive owner decides: a footnote brings foreign-made items in as well, 744.8 has no
 * exceptions, an entry says what it covers, the Military End-User List covers supplement no. 2.
 */
function reach({ lists }: Entity): number {
  if (lists === 'unknown') return 0
  if (lists.some((list) => list.startsWith('entity-list-footnote-'))) return 4
  if (lists.includes('sdn-744.8')) return 3
  return lists.includes('entity-list') ? 2 : 1
}
