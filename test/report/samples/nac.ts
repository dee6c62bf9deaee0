import type { Determination } from '../../../src/determination.ts'
import { h100 } from './h100.ts'

const [item] = h100.items
const [requirement] = h100.findings
const [exception] = h100.exceptions
if (item === undefined || requirement === undefined || exception === undefined) {
  throw new Error('the first sample has an item, a finding and an exception')
}

/** Gaming cards to China under License Exception NAC, with a notice to give and a second item that is free. */
export const nac: Determination = {
  ...h100,
  case: 'D-2026-0116',
  title: 'Gaming cards for a retailer',
  outcome: 'permitted-with-conditions',
  reviewPolicy: null,
  because: ['ear.740.8.nac'],
  items: [
    {
      ...item,
      product: 'NVIDIA GeForce RTX 4090',
      quantity: 2500,
      outcome: 'permitted-with-conditions',
      classification: {
        ...item.classification,
        paragraph: '4A090.b',
        claimed: '4A090.b',
        conflict: null,
        confidence: 'C',
      },
    },
    {
      ...item,
      index: 1,
      product: 'Power supply, 850 W',
      quantity: 2500,
      outcome: 'no-license-required',
      classification: {
        ...item.classification,
        paragraph: 'EAR99',
        claimed: null,
        conflict: null,
        proof: null,
      },
      circuits: [],
      reasonsForControl: [],
    },
  ],
  findings: [{ ...requirement, liftedBy: ['ear.740.8.nac'] }],
  exceptions: [
    {
      ...exception,
      verdict: 'yes',
      met: ['(a)', '(b)', '(c)(2)'],
      failed: [],
      open: [],
    },
  ],
  questions: [],
  obligations: [
    {
      provision: 'ear.740.8.nac',
      citation: '15 CFR 740.8(c)',
      item: 0,
      text: 'Notify BIS through SNAP-R and wait for its answer',
      dueBy: '2026-10-26',
    },
  ],
  redFlags: [],
  assumed: [],
}
