import fc from 'fast-check'
import type { ItemInput } from '../../src/facts/case.ts'
import { engine } from '../engine.ts'
import { CLAIMS, LISTED, some, spoken, tellings, type Manner } from './telling.ts'

const product = fc.constantFrom(
  ...engine.catalog.rows.flatMap(({ name, ambiguous, aliases }) => [
    name,
    ...ambiguous,
    ...aliases.slice(0, 1),
  ]),
)

const OF_MEMORY = ['memoryBandwidth', 'packageArea', 'memoryBandwidthDensity']
const OF_PROCESSOR = [
  'tpp',
  'dieArea',
  'performanceDensity',
  'dramBandwidth',
  'interconnectBandwidth',
  'tops',
]
const OF_BOTH = [
  'marketedForDataCenter',
  'coPackagedWithProcessor',
  'designerHeadquarters',
  'commerciallyAvailableInUs',
]

/** What is worked out of other facts is stated in their place or not at all, since a case may contradict itself. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  performanceDensity: ['tpp', 'dieArea'],
  memoryBandwidthDensity: ['memoryBandwidth', 'packageArea'],
  tops: ['tpp'],
}

const throughput = fc.array(
  fc
    .tuple(
      fc.record({
        format: fc.constantFrom('FP8', 'FP16', 'INT8', 'FP64'),
        bits: fc.constantFrom(8, 16, 64),
      }),
      fc.constantFrom(99, 149.9, 150, 300, 599.9, 600, 989.4),
      fc.constantFrom('dense', 'sparse', 'both', 'neither'),
    )
    .map(([format, dense, gives]) => ({
      ...format,
      ...(gives === 'dense' || gives === 'both' ? { dense } : {}),
      ...(gives === 'sparse' || gives === 'both' ? { sparse: 2 * dense } : {}),
    })),
  { minLength: 1, maxLength: 3 },
)

/** Specs that don't contradict themselves, more or less whole. */
function specs(
  manner: Manner,
  kind: 'memory' | 'processor',
): fc.Arbitrary<Record<string, unknown>> {
  const keys = [...(kind === 'memory' ? OF_MEMORY : OF_PROCESSOR), ...OF_BOTH]
  return fc
    .tuple(
      tellings<Record<string, unknown>>('circuit', manner),
      fc.subarray(keys),
      fc.boolean(),
      throughput,
      fc.integer({ min: 1, max: 6 }),
    )
    .map(([facts, given, whole, formats, turn]) => {
      const chosen = new Set(whole ? keys : given)
      for (const [name, from] of Object.entries(DERIVED)) {
        if (!chosen.has(name) || !from.some((other) => chosen.has(other))) continue
        if (turn % 2 === 0) from.forEach((other) => chosen.delete(other))
        else chosen.delete(name)
      }
      const stated = Object.fromEntries(Object.entries(facts).filter(([key]) => chosen.has(key)))
      if (kind === 'memory' || turn !== 1) return stated
      const { tpp: _, tops: __, performanceDensity: ___, ...others } = stated
      return { ...others, throughput: formats }
    })
}

/** Answers to the questions that scopes of the list ask. */
const listAnswers = fc.dictionary(
  fc.constantFrom(...engine.pack.ccl.questions.flatMap(({ id }) => (id.includes('.') ? [] : [id]))),
  fc.constantFrom('yes', 'no', 'unknown'),
  { maxKeys: 30, noNullPrototype: true },
)

const count = fc.constantFrom(1, 2, 8, 400)

const EXCLUSIONS = [...engine.dictionary.get('item.exclusionsClaimed')!.values!]

const answer = fc.constantFrom('yes', 'no', 'unknown')

/** Made without anything American, as far as the maker says: what leads out of the EAR. */
const nothingAmerican = fc.constant({ inputs: [], content: [], contentComplete: 'yes' })

/** A certificate stands for inputs that are not listed; one of them is out of date. */
const certificates = fc.array(
  fc.record({
    from: fc.constant('Example Maker'),
    signedOn: fc.constantFrom('2022-01-01', '2024-06-01'),
    expires: fc.constantFrom('2023-06-01', '2030-01-01'),
    outside: fc.subarray([...engine.dictionary.get('item.certifiedOutside')!.values!], {
      minLength: 1,
    }),
  }),
  { minLength: 1, maxLength: 2 },
)

/** Technology, software and plants behind a foreign-made item, of ECCNs that the direct-product rules list. */
const inputs = (manner: Manner): fc.Arbitrary<object[]> =>
  fc.array(
    fc
      .tuple(
        tellings<Record<string, unknown>>('input', manner, ['input.eccn']),
        some(
          100 - manner.silent,
          fc.constantFrom('3E001', '3D991', '5D002', '3E992', '4D090', '0D606', 'EAR99'),
        ),
      )
      .map(([facts, eccn]) => spoken({ ...facts, eccn })),
    { maxLength: 2 },
  )

/** U.S. content of a foreign-made item, near the de minimis lines of 10 and 25 percent. */
const content = fc.record(
  {
    content: fc.array(
      fc.record(
        {
          eccn: fc.constantFrom('3A001', '5A002', 'EAR99'),
          kind: fc.constantFrom('commodity', 'software', 'technology'),
          value: fc.constantFrom(99, 100, 101, 249, 250, 251, [90, 260]),
          usOrigin: answer,
          controlledTo: answer,
          gbsEligible: answer,
          incorporated: answer,
          bundled: answer,
          antiTerrorismOnly: answer,
          encryptionConditionsMet: answer,
        },
        { requiredKeys: ['kind'] },
      ),
      { maxLength: 2 },
    ),
    contentComplete: answer,
    fairMarketValue: fc.constantFrom(999, 1000, 1001),
  },
  { requiredKeys: [] },
)

/** An item: a product of the catalogue, one with its own specs, a box of circuits, or no hardware. */
export function item(manner: Manner): fc.Arbitrary<ItemInput> {
  const order = {
    quantity: some(80, fc.constantFrom(1, 8, 1000, 5000)),
    unitValue: some(80, fc.constantFrom(10, 2499.99, 2500, 12_000)),
    eccn: some(
      25,
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...CLAIMS) },
        { weight: 1, arbitrary: fc.constantFrom(...LISTED) },
      ),
    ),
    listFacts: some(50, listAnswers),
  }
  const others = tellings<Record<string, unknown>>('item', manner, ['item.form', 'item.eccn'])
  const named = fc.record({
    product: fc.oneof(
      { weight: 9, arbitrary: product },
      { weight: 1, arbitrary: product.map((name) => `8x ${name}`) },
    ),
  })
  const specified = (form: fc.Arbitrary<string>, kind: 'memory' | 'processor') =>
    fc.record({ form: some(90, form), specs: specs(manner, kind) })
  const custom = fc.oneof(
    {
      weight: 4,
      arbitrary: specified(
        fc.constantFrom('integrated-circuit', 'assembly', 'computer'),
        'processor',
      ),
    },
    { weight: 1, arbitrary: specified(fc.constant('memory'), 'memory') },
  )
  const part = fc.oneof(
    named,
    specs(manner, 'processor').map((of) => ({ specs: of })),
    specs(manner, 'memory').map((of) => ({ specs: of })),
  )
  const box = fc.record({
    form: some(90, fc.constantFrom('assembly', 'computer')),
    circuits: fc.array(
      fc.tuple(part, some(50, count)).map(([circuit, n]) => spoken({ ...circuit, count: n })),
      { minLength: 1, maxLength: 3 },
    ),
  })
  const intangible = fc.record({ form: fc.constantFrom('software', 'technology', 'other') })
  return fc
    .tuple(
      others,
      fc.record(order),
      fc.oneof(
        { weight: 100 - manner.silent, arbitrary: nothingAmerican },
        { weight: manner.silent + 5, arbitrary: content },
        { weight: manner.silent + 5, arbitrary: inputs(manner).map((made) => ({ inputs: made })) },
        {
          weight: manner.silent + 2,
          arbitrary: certificates.map((all) => ({ certificates: all })),
        },
      ),
      some(manner.wild + 4, fc.subarray(EXCLUSIONS, { minLength: 1, maxLength: 2 })),
      fc.oneof(
        { weight: 4, arbitrary: named },
        { weight: 4, arbitrary: custom },
        { weight: 1, arbitrary: box },
        { weight: 1, arbitrary: intangible },
      ),
    )
    .map(([facts, ordered, made, exclusions, goods]) => {
      const production = { ...(facts['production'] as object | undefined), ...made }
      return spoken({ ...facts, ...ordered, ...goods, exclusions, production }) as ItemInput
    })
}
