import fc from 'fast-check'
import type { Posture } from '../../src/determination.ts'
import { placed } from '../../src/explain/place.ts'
import type { Case, ItemInput, PartyInput } from '../../src/facts/case.ts'
import { scopeOf, type FactDefinition, type Scope } from '../../src/facts/dictionary.ts'
import { engine } from '../engine.ts'
import { daysOfChange, linesOn } from './lines-of-law.ts'

/**
 * How a deal is told. A careful exporter answers nearly every question, most of them the harmless
 * way, which is how a deal can come to a permissive outcome at all; a hasty one leaves half out.
 */
interface Manner {
  /** Of 100 facts, how many are given at random instead of the harmless way. */
  readonly wild: number
  /** Of 100 facts, how many are left out or said to be unknown. */
  readonly silent: number
  /** The country that is given where nothing else is. */
  readonly home: string
}

const COUNTRIES = ['CN', 'HK', 'MO', 'SG', 'AE', 'RU', 'IL', 'JP', 'KR', 'TW', 'US', 'DE', 'IN', 'VN', 'MY', 'UA', 'IR', 'CU', 'GB', 'CH', 'KZ', 'MX', 'SA', 'VE', 'UA-43']
const home = fc.oneof(fc.constantFrom('CN', 'JP', 'SG', 'AE', 'DE', 'TW', 'IN', 'KR'), fc.constantFrom(...COUNTRIES))
const manners: fc.Arbitrary<Manner> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ wild: fc.constantFrom(0, 0, 1, 2), silent: fc.constant(0), home }) },
  { weight: 2, arbitrary: fc.record({ wild: fc.constant(10), silent: fc.constant(3), home }) },
  { weight: 2, arbitrary: fc.record({ wild: fc.constant(35), silent: fc.constant(12), home }) },
  { weight: 1, arbitrary: fc.record({ wild: fc.constant(40), silent: fc.constant(45), home }) },
)
const CLAIMS = ['3A090', '3A090.a', '3A090.b', '3A090.c', '4A090', '4A090.a', '4A090.b', '3A991.p', '4A994.l', '5A992.z', '4A003.z.1.a', '3D001', '3E001', 'EAR99']
const ELECTIONS = ['RPL', 'GOV', 'TMP', 'TSU', 'RFF', 'ACM', 'AIA', 'LPP', 'VEU', 'TGL']

/** Questions to which "yes" is the troubling answer, beside those of the end use. */
const TROUBLING = /^(endUse|item\.(production|letter|containsHbm|technology|weights)|party\.advancedNode|evidence\.dd\.lab\.(macau|financial))/

const product = fc.constantFrom(...engine.catalog.rows.flatMap(({ name, ambiguous, aliases }) => [name, ...ambiguous, ...aliases.slice(0, 1)]))

const someNumber = (fact: FactDefinition): fc.Arbitrary<number> => {
  const most = fact.max ?? 20_000
  const near = linesOn(fact.name).flatMap((line) => [line - 0.01, line, line + 0.01])
  const wide = fc.integer({ min: fact.min ?? 0, max: most })
  const possible = near.filter((n) => n >= (fact.min ?? 0) && n <= most)
  return possible.length === 0 ? wide : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...possible) }, { weight: 1, arbitrary: wide })
}

const someRange = (fact: FactDefinition): fc.Arbitrary<[number, number]> =>
  fc.tuple(someNumber(fact), someNumber(fact)).map(([a, b]) => (a < b ? [a, b] : [b, a]))

function anyValue(fact: FactDefinition): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'boolean':
      return fc.constantFrom('yes', 'no', true, false)
    case 'number':
      return fc.oneof({ weight: 4, arbitrary: someNumber(fact) }, { weight: 1, arbitrary: someRange(fact) })
    case 'text':
      return fc.constantFrom(...CLAIMS)
    case 'date':
      return fc.constantFrom('2019-01-01', '2023-10-01', '2024-06-01', '2025-12-01', '2026-06-01', '2026-11-01')
    case 'country':
      return fc.constantFrom(...COUNTRIES)
    case 'one-of':
      return fc.constantFrom(...fact.values!)
    case 'set':
      return fc.subarray([...fact.values!], { maxLength: 2 })
  }
}

function harmless(fact: FactDefinition, { home: seat }: Manner): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'country':
      return fc.constant(seat)
    case 'boolean':
      return fc.constant(TROUBLING.test(fact.name) ? 'no' : 'yes')
    case 'set':
      return fc.constant([])
    case 'one-of':
      return fact.values!.includes('none') ? fc.constant('none') : anyValue(fact)
    case 'number':
      return fact.unit === 'percent' ? fc.constant(0) : someNumber(fact)
    default:
      return anyValue(fact)
  }
}

const boxed = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record(
    { value, source: fc.constantFrom('order 7', { document: 'data sheet', page: 3, date: '2026-01-05' }), evidence: fc.constant('E-12') },
    { requiredKeys: ['value'] },
  )

/** What a case says of a fact, undefined where it says nothing. */
function told(fact: FactDefinition, manner: Manner): fc.Arbitrary<unknown> {
  const { wild, silent } = manner
  const any = anyValue(fact)
  return fc.oneof(
    { weight: 100 - wild - silent, arbitrary: harmless(fact, manner) },
    { weight: wild, arbitrary: fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: boxed(any) }) },
    { weight: silent, arbitrary: fc.constantFrom(undefined, undefined, 'unknown') },
  )
}

const factsOf = (scope: Scope, besides: readonly string[] = []): FactDefinition[] =>
  [...engine.dictionary.values()].filter(({ name, at }) => at !== 'derived' && scopeOf(name) === scope && !besides.includes(name))

/** The facts of a scope, each at its place in the case. */
function tellings<T extends object>(scope: Scope, manner: Manner, besides: readonly string[] = []): fc.Arbitrary<T> {
  const facts = factsOf(scope, besides)
  return fc
    .tuple(...facts.map((fact) => told(fact, manner)))
    .map((values) => values.reduce<object>((so, value, i) => (value === undefined ? so : placed(so as Case, facts[i]!.at, value)), {}) as T)
}

const OF_MEMORY = ['memoryBandwidth', 'packageArea', 'memoryBandwidthDensity']
const OF_PROCESSOR = ['tpp', 'dieArea', 'performanceDensity', 'dramBandwidth', 'interconnectBandwidth', 'tops']
const OF_BOTH = ['marketedForDataCenter', 'coPackagedWithProcessor', 'designerHeadquarters', 'commerciallyAvailableInUs']

/** What is worked out of other facts is stated in their place or not at all, since a case may contradict itself. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  performanceDensity: ['tpp', 'dieArea'],
  memoryBandwidthDensity: ['memoryBandwidth', 'packageArea'],
  tops: ['tpp'],
}

const throughput = fc.array(
  fc.tuple(
    fc.record({ format: fc.constantFrom('FP8', 'FP16', 'INT8', 'FP64'), bits: fc.constantFrom(8, 16, 64) }),
    fc.constantFrom(99, 149.9, 150, 300, 599.9, 600, 989.4),
    fc.constantFrom('dense', 'sparse', 'both', 'neither'),
  ).map(([format, dense, gives]) => ({
    ...format,
    ...(gives === 'dense' || gives === 'both' ? { dense } : {}),
    ...(gives === 'sparse' || gives === 'both' ? { sparse: 2 * dense } : {}),
  })),
  { minLength: 1, maxLength: 3 },
)

/** Specs that don't contradict themselves, more or less whole. */
function specs(manner: Manner, kind: 'memory' | 'processor'): fc.Arbitrary<Record<string, unknown>> {
  const keys = [...(kind === 'memory' ? OF_MEMORY : OF_PROCESSOR), ...OF_BOTH]
  return fc
    .tuple(tellings<Record<string, unknown>>('circuit', manner), fc.subarray(keys), fc.boolean(), throughput, fc.integer({ min: 1, max: 6 }))
    .map(([facts, given, whole, formats, turn]) => {
      const chosen = new Set(whole ? keys : given)
      for (const [name, from] of Object.entries(DERIVED)) {
        if (!chosen.has(name) || !from.some((other) => chosen.has(other))) continue
        if (turn % 2 === 0) from.forEach((other) => chosen.delete(other))
        else chosen.delete(name)
      }
      const told = Object.fromEntries(Object.entries(facts).filter(([key]) => chosen.has(key)))
      if (kind === 'memory' || turn !== 1) return told
      const { tpp: _, tops: __, performanceDensity: ___, ...others } = told
      return { ...others, throughput: formats }
    })
}

const count = fc.constantFrom(1, 2, 8, 400)
const some = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary }, { weight: 100 - weight, arbitrary: fc.constant(undefined) })

/** Drops the keys that say nothing, as a file would. */
const spoken = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

function item(manner: Manner): fc.Arbitrary<ItemInput> {
  const order = {
    quantity: some(80, fc.constantFrom(1, 8, 1000, 5000)),
    unitValue: some(80, fc.constantFrom(10, 2499.99, 2500, 12_000)),
    eccn: some(20, fc.constantFrom(...CLAIMS)),
  }
  const others = tellings<Record<string, unknown>>('item', manner, ['item.form', 'item.eccn'])
  const named = fc.record({ product: fc.oneof({ weight: 9, arbitrary: product }, { weight: 1, arbitrary: product.map((name) => `8x ${name}`) }) })
  const specified = (form: fc.Arbitrary<string>, kind: 'memory' | 'processor') =>
    fc.record({ form: some(90, form), specs: specs(manner, kind) })
  const custom = fc.oneof(
    { weight: 4, arbitrary: specified(fc.constantFrom('integrated-circuit', 'assembly', 'computer'), 'processor') },
    { weight: 1, arbitrary: specified(fc.constant('memory'), 'memory') },
  )
  const part = fc.oneof(named, specs(manner, 'processor').map((of) => ({ specs: of })), specs(manner, 'memory').map((of) => ({ specs: of })))
  const box = fc.record({
    form: some(90, fc.constantFrom('assembly', 'computer')),
    circuits: fc.array(fc.tuple(part, some(50, count)).map(([circuit, n]) => spoken({ ...circuit, count: n })), { minLength: 1, maxLength: 3 }),
  })
  const intangible = fc.record({ form: fc.constantFrom('software', 'technology', 'other') })
  return fc
    .tuple(others, fc.record(order), fc.oneof({ weight: 4, arbitrary: named }, { weight: 4, arbitrary: custom }, { weight: 1, arbitrary: box }, { weight: 1, arbitrary: intangible }))
    .map(([facts, ordered, goods]) => spoken({ ...facts, ...ordered, ...goods }) as ItemInput)
}

function party(manner: Manner): fc.Arbitrary<PartyInput> {
  const roles = engine.dictionary.get('party.role')!.values!
  const seat = fc.constantFrom(...COUNTRIES)
  const owner = fc.record({
    name: fc.constant('Holding'),
    share: told({ ...engine.dictionary.get('party.d5Ownership')!, name: 'share' }, manner).map((share) => share ?? 'unknown'),
    country: some(70, seat),
    headquarters: some(70, seat),
    lists: some(70, anyValue(engine.dictionary.get('party.lists')!)),
  })
  return fc
    .tuple(
      tellings<Record<string, unknown>>('party', manner, ['party.role']),
      fc.record({
        role: fc.oneof({ weight: 2, arbitrary: fc.constant('end-user') }, { weight: 3, arbitrary: fc.constantFrom(...roles) }),
        name: fc.constantFrom('Example Cloud', 'Пример', '示例公司'),
        owners: some(manner.wild > 5 ? 20 : 2, fc.array(owner.map(spoken), { minLength: 1, maxLength: 3 })),
      }),
    )
    .map(([facts, frame]) => {
      const { listedOwnership: _, d5Ownership: __, ...rest } = facts
      // Stated totals stand above the owners; a case gives the one or the other.
      return spoken({ ...(frame.owners === undefined ? facts : rest), ...frame }) as PartyInput
    })
}

const letter = spokenRecord({ received: fc.constantFrom('2022-11-01', '2026-01-20'), until: some(20, fc.constant('2026-06-01')), covers: fc.constant('the item'), items: some(50, fc.constant([0])) })
const redFlag = spokenRecord({
  flag: fc.constant('12'),
  item: some(30, fc.constant(0)),
  touches: some(50, fc.subarray(['endUse.military', 'endUse.supercomputer'])),
  resolved: some(50, fc.constant({ how: 'site visit', by: 'K. Lee', on: '2026-01-01', evidence: 'E-1' })),
})

function spokenRecord<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T & object> {
  return fc.record(model).map((record) => spoken(record as T & object))
}

function dealTold(manner: Manner): fc.Arbitrary<Case> {
  const seen = 100 - manner.silent
  const frame = fc.record({
    activity: some(
      seen,
      fc.oneof(
        { weight: 12, arbitrary: fc.constant('export') },
        { weight: 4, arbitrary: fc.constantFrom('reexport', 'transfer') },
        { weight: 1, arbitrary: fc.constantFrom('deemed-export', 'deemed-reexport', 'hosted-compute') },
      ),
    ),
    from: some(seen, fc.constantFrom('US', 'US', 'US', 'TW', 'CN', manner.home)),
    to: told(engine.dictionary.get('to')!, manner),
    items: fc.array(item(manner), { minLength: 1, maxLength: 2 }),
    parties: some(95, fc.tuple(fc.integer({ min: 1, max: 10 }), party(manner), fc.array(party(manner), { maxLength: 2 })).map(([turn, first, more]) => [turn === 10 ? first : { ...first, role: 'end-user' }, ...more])),
    via: some(manner.wild > 5 ? 30 : 3, fc.array(told({ ...engine.dictionary.get('to')!, name: 'via' }, manner).map((code) => (code ?? 'unknown') as string), { minLength: 1, maxLength: 2 })),
    letters: some(seen, fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(letter, { minLength: 1, maxLength: 2 }) })),
    redFlags: some(seen, fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(redFlag, { minLength: 1, maxLength: 2 }) })),
    licenseExceptions: some(40, fc.subarray(ELECTIONS, { maxLength: 3 })),
  })
  const others = tellings<Record<string, unknown>>('deal', manner, ['activity', 'from', 'to', 'to.region'])
  const recipient = party(manner).map((one) => ({ ...one, role: 'recipient' }))
  return fc.tuple(others, frame, recipient).map(([facts, framed, receives]) => {
    const told = spoken({ kind: 'transaction', ...facts, ...framed }) as Case
    const isDeemed = String(told['activity']).startsWith('deemed')
    return isDeemed && told.parties !== undefined ? { ...told, parties: [...told.parties, receives] } : told
  })
}

/** A deal with everything that a case file may say, valid by the schema of a case. */
export const deals: fc.Arbitrary<Case> = manners.chain(dealTold)

/** A law date: one on which the law changed, the day before, or any other from 2022-10-07 to 2027-12-31. */
export const days: fc.Arbitrary<string> = fc.constantFrom(...daysOfChange())

export const postures = fc.constantFrom<Posture>('enforced', 'text')
