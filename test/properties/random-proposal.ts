import fc from 'fast-check'
import type { Proposal } from '../../src/proposal/input.ts'

/** What a whole proposal says, and once in a while something else, or nothing. */
const usually = <T>(good: T, other: fc.Arbitrary<T | undefined>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 24, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: other })
const nothing = fc.constant(undefined)
const answer = fc.constantFrom('yes', 'no', 'unknown', undefined)

const seat = usually('US', fc.constantFrom('JP', 'KR', 'HK', 'CN', 'RU', 'unknown', undefined))
const owner = fc.record({
  name: fc.constantFrom('First', 'Second', 'Third'),
  share: fc.constantFrom(10, 30, 40, 49.99, 50),
  country: fc.constantFrom('US', 'HK', undefined),
  headquarters: fc.constantFrom('US', 'CN', undefined),
  owners: fc.constantFrom([], undefined),
})

/** Of ownership a party says one thing only: accounts that contradict each other are not what is removed. */
const owned = fc.oneof(
  { weight: 24, arbitrary: fc.constant({ programConcernOwnership: 0 }) },
  {
    weight: 3,
    arbitrary: fc.record({
      programConcernOwnership: fc.constantFrom<unknown>(0.01, 49.99, 50, [40, 60]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ owners: fc.array(owner, { minLength: 1, maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.constantFrom({}, { ultimateParent: { headquarters: 'CN' } }) },
)

const party = (role: string, id: string): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      country: seat,
      headquarters: seat,
      lists: usually<string[]>([], fc.constantFrom(['sdn'], ['entity-list'], undefined)),
      operationsInConcern: usually<string | undefined>(
        undefined,
        fc.constantFrom('yes', 'unknown'),
      ),
      owned,
    })
    .map(({ owned: own, ...rest }) => ({ role, id, name: `Company ${id}`, ...rest, ...own }))

const civil = {
  military: 'no',
  militaryIntelligence: 'no',
  supercomputer: 'no',
  advancedNode: 'no',
  semiconductorEquipment: 'no',
  nuclear: 'no',
  missile: 'no',
  chemicalBiological: 'no',
  forFootnoteEntity: [],
  goodsFor: [],
}
const item = fc.constantFrom(
  { description: 'racks', form: 'other', eccn: 'EAR99', origin: 'US', alsoDescribedIn: 'none' },
  { product: 'NVIDIA H100 SXM', origin: 'US', alsoDescribedIn: 'none', quantity: 8 },
)
const delivery = item.map((one) => ({
  activity: 'export',
  from: 'US',
  items: [one],
  letters: [],
}))

const content = fc.record({
  description: fc.constant('line'),
  value: usually<unknown>(100, fc.constantFrom([90, 110], undefined)),
  usOrigin: fc.constantFrom<unknown>(20, 51, 60, 90, [10, 60], undefined),
  evidence: fc.constantFrom('a document', undefined),
})
const hardware = fc.oneof(
  fc.record({ usContent: fc.constantFrom<unknown>(50.99, 51, 51.01, 80) }),
  fc.record({ usContent: fc.constantFrom<unknown>([45, 60], 'unknown', undefined) }),
  fc.record({
    content: fc.array(content, { minLength: 1, maxLength: 3 }),
    contentComplete: usually('yes', answer),
  }),
)
const model = fc.record({
  name: usually('Model One', fc.constantFrom('Qwen2.5-72B', 'Kimi K2')),
  origin: seat,
  basedOn: usually<unknown[]>(
    [],
    fc.constantFrom([{ name: 'DeepSeek-V3' }], [{ name: 'Base', origin: 'CN' }], undefined),
  ),
})

const layerOf = (own: fc.Arbitrary<object>): fc.Arbitrary<object | undefined> =>
  fc
    .record({
      own,
      providers: usually<string[]>(['a'], fc.constantFrom(['a', 'm'], ['p'], undefined)),
      deliveries: fc.oneof(
        nothing,
        delivery.map((one) => [one]),
      ),
      isThere: usually(true, fc.constant(false)),
    })
    .map(({ own: mine, isThere, ...rest }) => (isThere === true ? { ...rest, ...mine } : undefined))

const customer = fc.record({
  role: fc.constant('end-user'),
  name: fc.constant('Customer'),
  country: usually('JP', fc.constantFrom('VN', undefined)),
  headquarters: usually('JP', fc.constantFrom('IQ', undefined)),
  ultimateParent: fc.constantFrom({ headquarters: 'JP' }, undefined),
  lists: usually<string[]>([], fc.constantFrom(['sdn'], ['denied-persons'], undefined)),
  listedOwnership: usually(0, nothing),
})
const target = fc.record({
  country: fc.constantFrom('JP', 'JP', 'JP', 'VN', 'IQ', 'IR'),
  reasons: usually('an ally', nothing),
  parties: fc.oneof(nothing, fc.tuple(customer)),
  endUse: usually<object>(civil, nothing),
  redFlags: usually<unknown[]>([], nothing),
})

const named = usually<unknown>(['Someone'], fc.constantFrom('unknown', undefined))
const stated = usually<string>('yes', fc.constantFrom('no', 'unknown', undefined))

/** Proposals of which many are whole, and which say of nothing two things that exclude each other. */
export const proposals: fc.Arbitrary<Proposal> = fc
  .record({
    kind: fc.constant('proposal' as const),
    consortium: usually('pre-set', fc.constantFrom('on-demand', 'unknown', undefined)),
    controlledFromConcern: usually('no', fc.constantFrom('unknown', undefined)),
    parties: fc.tuple(
      fc.oneof(
        { weight: 24, arbitrary: party('anchor-member', 'a') },
        { weight: 1, arbitrary: party('member', 'a') },
      ),
      party('member', 'm'),
      party('provider', 'p'),
    ),
    layers: fc.record({
      hardware: layerOf(hardware),
      data: layerOf(fc.constant({})),
      models: layerOf(
        fc.record({
          models: usually<unknown>(
            [{ name: 'Model One', origin: 'US', basedOn: [] }],
            fc.array(model, { minLength: 1, maxLength: 2 }),
          ),
        }),
      ),
      security: layerOf(fc.constant({})),
      applications: layerOf(fc.constant({})),
    }),
    targets: fc.array(target, { minLength: 1, maxLength: 2 }),
    operatingModel: fc.record({ build: named, own: named, operate: named }),
    support: usually<unknown>([], fc.constantFrom(['loans'], 'unknown', undefined)),
    compliance: fc.record({
      exportControls: stated,
      outboundInvestment: stated,
      endUserPolicies: stated,
    }),
    disclosures: fc.record({ purchasesFromConcern: usually('no', answer), made: answer }),
  })
  .map((proposal) => JSON.parse(JSON.stringify(proposal)) as Proposal)

/** Days on both sides of each change of the program. */
export const programDays = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('2026-04-10', '2026-06-30', '2026-11-22') },
  { weight: 1, arbitrary: fc.constantFrom('2025-07-22', '2025-07-23', '2026-04-09') },
)
