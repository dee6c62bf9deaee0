import type { Determination } from '../../../src/determination.ts'
import type { Source } from '../../../src/logic/facts.ts'
import { allOf, anyOf, holds, leaf, missing, someParty, unless } from './proofs.ts'

const caseFile: Source = { from: 'case' }
const sheet: Source = { from: 'catalogue', text: 'NVIDIA H100 data sheet, p. 2', confidence: 'A' }
const computed: Source = { from: 'derived', text: '989.4 TFLOPS x 16 bit', confidence: 'A' }
const die: Source = { from: 'catalogue', text: 'NVIDIA Hopper white paper, p. 17', confidence: 'B' }

const classification = allOf([
  leaf('yes', 'item.form', 'is', 'computer', 'computer', caseFile),
  anyOf([
    leaf('yes', 'circuit.tpp', 'at_least', 4800, 15830.4, computed, 'a.1'),
    allOf(
      [
        leaf('yes', 'circuit.tpp', 'at_least', 1600, 15830.4, computed),
        leaf('yes', 'circuit.performanceDensity', 'at_least', 5.92, 19.447666, {
          from: 'derived',
          text: '15,830.4 / 814 mm2',
          confidence: 'B',
        }),
      ],
      'a.2',
    ),
  ]),
  unless(leaf('no', 'circuit.marketedForDataCenter', 'is', false, true, sheet), 'Note 2 to 3A090'),
])

const regional = allOf([
  leaf('yes', 'item.paragraph', 'one_of', ['3A090.a', '4A090.a'], '4A090.a', { from: 'derived' }),
  anyOf([
    leaf('yes', 'to', 'in_group', 'D:5', 'CN', caseFile),
    leaf('no', 'to', 'is', 'MO', 'CN', caseFile),
  ]),
])

const supercomputer = allOf([
  leaf('yes', 'item.paragraph', 'one_of', ['3A090.a', '4A090.a'], '4A090.a', { from: 'derived' }),
  missing('endUse.supercomputer', 'endUse.supercomputer', 'is', true, '(a)(1)(i)'),
])

const nac = allOf([
  holds(
    'ear.def.d5-headquartered-party',
    someParty([
      [
        'purchaser Example Trading Pte. Ltd.',
        leaf('no', 'party.headquarters', 'in_group', 'D:5', 'SG', caseFile),
      ],
      [
        'end user Inspur Group Co., Ltd.',
        leaf('yes', 'party.headquarters', 'in_group', 'D:5', 'CN', caseFile),
      ],
    ]),
  ),
  unless(
    allOf([leaf('yes', 'circuit.marketedForDataCenter', 'is', true, true, sheet)]),
    '(a), data-center bar',
  ),
  missing('evidence.nac.cleared', 'evidence.nac.cleared', 'is', true, '(c)(2)'),
])

/** H100 servers to China through Singapore: license required, presumption of denial. */
export const h100: Determination = {
  case: 'D-2026-0114',
  title: 'H100 servers for a cloud region in Jinan',
  outcome: 'license-required',
  reviewPolicy: 'presumption-of-denial',
  reviewPolicySettled: true,
  reviewPolicyOptions: [],
  because: ['ear.742.6.a.6.iii.A', 'ear.744.23.a.3'],
  textOnly: null,
  route: { activity: 'export', from: 'US', to: 'CN', via: ['SG'] },
  parties: [
    { index: 0, role: 'exporter', name: 'Example Systems, Inc.', country: 'US' },
    { index: 1, role: 'purchaser', name: 'Example Trading Pte. Ltd.', country: 'SG' },
    { index: 2, role: 'end-user', name: 'Inspur Group Co., Ltd.', country: 'CN' },
  ],
  items: [
    {
      index: 0,
      product: 'NVIDIA DGX H100',
      quantity: 125,
      outcome: 'license-required',
      classification: {
        paragraph: '4A090.a',
        candidates: [],
        claimed: '4A994',
        conflict: 'the case claims 4A994, but the circuits meet 4A090.a',
        confidence: 'A',
        decidedBy: ['total processing performance 15,830.4 (NVIDIA H100 data sheet, p. 2)'],
        citation: '15 CFR 774 Supp. 1, ECCN 4A090.a',
        proof: classification,
      },
      circuits: [
        {
          product: 'NVIDIA H100 SXM',
          count: 8,
          values: [
            { name: 'bf16Dense', value: 989.4, unit: 'TFLOPS', source: sheet },
            { name: 'dieArea', value: 814, unit: 'mm2', source: die },
            {
              name: 'dramBandwidth',
              value: { low: 3350, high: 3352 },
              unit: 'GB/s',
              source: sheet,
            },
          ],
          steps: [
            {
              label: 'Total processing performance',
              formula: '989.4 TFLOPS dense x 16 bit = 15,830.4',
              source: 'Note 2 to 3A090',
              confidence: 'A',
            },
            {
              label: 'Performance density',
              formula: '15,830.4 / 814 mm2 = 19.45',
              source: 'Note 3 to 3A090',
              confidence: 'B',
            },
          ],
        },
      ],
      remarks: [],
      reasonsForControl: ['NS', 'RS', 'AT'],
    },
  ],
  findings: [
    {
      id: 'ear.742.6.a.6.iii.A',
      kind: 'requirement',
      title: 'Advanced computing items to Macau or a destination in Country Group D:5',
      citation: '15 CFR 742.6(a)(6)(iii)(A)',
      source: '90 FR 4544',
      status: 'in-force',
      verdict: 'yes',
      item: 0,
      party: null,
      confidence: 'A',
      liftedBy: [],
      proof: regional,
    },
    {
      id: 'ear.744.23.a.3',
      kind: 'requirement',
      title: 'Items for a supercomputer or an advanced-node facility',
      citation: '15 CFR 744.23(a)(3)',
      source: '88 FR 73458',
      status: 'in-force',
      verdict: 'unknown',
      item: 0,
      party: 2,
      confidence: 'B',
      liftedBy: [],
      proof: supercomputer,
    },
  ],
  exceptions: [
    {
      id: 'ear.740.8.nac',
      title: 'License Exception NAC (Notified Advanced Computing)',
      citation: '15 CFR 740.8',
      source: '89 FR 23876',
      status: 'in-force',
      verdict: 'no',
      item: 0,
      lifts: ['ear.742.6.a.6.iii.A'],
      met: [],
      failed: ['(a), data-center bar'],
      open: ['(c)(2), no objection within 25 days'],
      proof: nac,
    },
  ],
  questions: [
    {
      fact: 'endUse.supercomputer',
      name: 'endUse.supercomputer',
      ask: 'Will the items go into a supercomputer in Macau or a D:5 country?',
      settles: 1,
      knownBy: 'customer',
    },
  ],
  obligations: [
    {
      provision: 'ear.762.6',
      citation: '15 CFR 762.6',
      item: null,
      text: 'Keep all records of the transaction for five years',
      dueBy: null,
    },
  ],
  redFlags: [
    {
      id: 'ear.732.3.rf19',
      title: 'The route passes a transshipment hub that the parties do not need',
      citation: 'Supp. No. 3 to 15 CFR part 732, Red Flag 10',
      item: null,
      open: true,
      resolution: null,
    },
  ],
  screening: [],
  ownership: [],
  assumed: [
    {
      fact: 'endUse.military',
      value: false,
      profile: 'onboarding',
      basis: 'end-use statement on file under procedure 4.2',
      signedBy: 'J. Doe',
      expires: '2027-06-30',
    },
  ],
  notices: [
    {
      id: 'hr.chip-security-act',
      title: 'Chip Security Act',
      citation: 'H.R. 3447',
      source: 'bill text of 2025-05-15',
      status: 'proposed',
      text: 'Would require location verification of covered circuits before export.',
      changesOutcome: false,
    },
  ],
  considered: [
    {
      id: 'ear.742.6.a.6.iii.B',
      kind: 'requirement',
      title: 'Advanced computing items to Country Groups D:1, D:4 and the UAE',
      citation: '15 CFR 742.6(a)(6)(iii)(B)',
      status: 'in-force',
      item: 0,
      failed: 'the destination is in Country Group D:5',
    },
    {
      id: 'ear.740.25.hbm',
      kind: 'exception',
      title: 'License Exception HBM',
      citation: '15 CFR 740.25',
      status: 'in-force',
      item: 0,
      failed: 'the item is in ECCN 3A090.c',
    },
  ],
  notModelled: [
    {
      citation: '15 CFR 744.6',
      state: 'pointer',
      why: 'Activities of U.S. persons are checked by a person.',
    },
    {
      citation: '15 CFR part 746',
      state: 'partly',
      why: 'Embargoes are read as destinations only.',
    },
  ],
  facts: [
    { path: 'to', label: 'destination', value: 'CN', source: 'case file, line 6', assumed: false },
    {
      path: 'parties[2].headquarters',
      label: 'headquarters of the end user',
      value: 'CN',
      source: 'company register extract, 2026-10-02',
      assumed: false,
    },
    {
      path: 'endUse.military',
      label: 'military end use',
      value: false,
      source: 'profile onboarding',
      assumed: true,
    },
  ],
  basis: {
    engine: '0.1.0',
    pack: { id: '2026.11', sha256: '3f'.repeat(32) },
    lists: [{ id: 'entity-list', date: '2026-11-18', sha256: 'a1'.repeat(32) }],
    lawDate: '2026-11-20',
    knowledgeDate: '2026-11-22',
    posture: 'enforced',
    includeProposed: false,
    profiles: [{ id: 'onboarding', sha256: 'b2'.repeat(32) }],
    caseSha256: 'c3'.repeat(32),
  },
}
