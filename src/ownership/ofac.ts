import type { Operator } from './operator.ts'

/**
 * OFAC's 50 percent rule: property of an entity that blocked persons own by 50 percent or more,
 * directly or indirectly, individually or in aggregate, is blocked. Revised guidance of 2014-08-13;
 * never stayed. It counts parties on the SDN List alone.
 */
export const ofac: Operator = {
  id: 'ofac',
  citation: 'OFAC revised guidance on entities owned by blocked persons (2014-08-13)',
  line: { test: 'at_least', percent: 50 },
  counted: 'blocked',
  counts: ({ lists }) => {
    if (lists === 'unknown') return 'unknown'
    return lists.some((list) => list === 'sdn' || list === 'sdn-744.8') ? 'yes' : 'no'
  },
  unknownShare: {
    text: 'Find out the share that blocked persons hold before dealing',
    citation: 'OFAC revised guidance on entities owned by blocked persons (2014-08-13)',
  },
}
