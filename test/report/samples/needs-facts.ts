import type { Determination } from '../../../src/determination.ts'
import { h100 } from './h100.ts'
import { allOf, missing } from './proofs.ts'

const [item] = h100.items
const [finding] = h100.findings
if (item === undefined || finding === undefined)
  throw new Error('the first sample has an item and a finding')

/** A card whose die area and a buyer whose parent nobody gave; the codified text alone differs. */
export const needsFacts: Determination = {
  ...h100,
  case: 'D-2026-0115',
  title: null,
  outcome: 'needs-facts',
  reviewPolicy: null,
  reviewPolicySettled: false,
  reviewPolicyOptions: [],
  because: ['ear.742.6.a.6.iii.A'],
  textOnly: 'license-required',
  route: { activity: 'export', from: 'US', to: 'SG', via: [] },
  items: [
    {
      ...item,
      product: 'Unbranded accelerator card',
      quantity: null,
      outcome: 'needs-facts',
      classification: {
        ...item.classification,
        paragraph: null,
        candidates: ['3A090.a', '3A090.b'],
        claimed: null,
        conflict: null,
        confidence: 'C',
        decidedBy: [],
        proof: null,
      },
      circuits: [],
      reasonsForControl: [],
    },
  ],
  findings: [
    {
      ...finding,
      verdict: 'unknown',
      proof: allOf([
        missing('circuit.dieArea', 'items[0].specs.dieArea', 'more_than', 0),
        missing(
          'party.parentHeadquarters',
          'parties[1].ultimateParent.headquarters',
          'in_group',
          'D:5',
        ),
      ]),
    },
  ],
  exceptions: [],
  questions: [
    {
      fact: 'parties[1].ultimateParent.headquarters',
      name: 'party.parentHeadquarters',
      ask: 'Where is the ultimate parent of Example Trading Pte. Ltd. headquartered?',
      settles: 3,
      knownBy: 'customer',
    },
    {
      fact: 'items[0].specs.dieArea',
      name: 'circuit.dieArea',
      ask: 'What is the applicable die area of the card?',
      settles: 2,
      knownBy: 'maker',
    },
  ],
  obligations: [],
  redFlags: [],
  assumed: [],
  notices: [],
  considered: [],
  notModelled: [],
  facts: [],
}
