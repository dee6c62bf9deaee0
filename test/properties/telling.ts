import fc from 'fast-check'
import { placed } from '../../src/explain/place.ts'
import type { Case } from '../../src/facts/case.ts'
import { scopeOf, type FactDefinition, type Scope } from '../../src/facts/dictionary.ts'
import { engine } from '../engine.ts'
import { linesOn } from './lines-of-law.ts'

/**
 * How a deal is told. A careful exporter answers nearly every question, most of them the harmless
 * way, which is how a deal can come to a permissive outcome at all; a hasty one leaves half out.
 */
export interface Manner {
  /** Of 100 facts, how many are given at random instead of the harmless way. */
  readonly wild: number
  /** Of 100 facts, how many are left out or said to be unknown. */
  readonly silent: number
  /** The country that is given where nothing else is. */
  readonly home: string
}

export const COUNTRIES = [
  'CN',
  'HK',
  'MO',
  'SG',
  'AE',
  'RU',
  'IL',
  'JP',
  'KR',
  'TW',
  'US',
  'DE',
  'IN',
  'VN',
  'MY',
  'UA',
  'IR',
  'CU',
  'GB',
  'CH',
  'KZ',
  'MX',
  'SA',
  'VE',
  'UA-43',
]
const home = fc.oneof(
  fc.constantFrom('CN', 'JP', 'SG', 'AE', 'DE', 'TW', 'IN', 'KR'),
  fc.constantFrom(...COUNTRIES),
)
export const manners: fc.Arbitrary<Manner> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ wild: fc.constantFrom(0, 0, 1, 2), silent: fc.constant(0), home }),
  },
  { weight: 2, arbitrary: fc.record({ wild: fc.constant(10), silent: fc.constant(3), home }) },
  { weight: 2, arbitrary: fc.record({ wild: fc.constant(35), silent: fc.constant(12), home }) },
  { weight: 1, arbitrary: fc.record({ wild: fc.constant(40), silent: fc.constant(45), home }) },
)

export const CLAIMS = [
  '3A090',
  '3A090.a',
  '3A090.b',
  '3A090.c',
  '4A090',
  '4A090.a',
  '4A090.b',
  '3A991.p',
  '4A994.l',
  '5A992.z',
  '4A003.z.1.a',
  '3D001',
  '3E001',
  'EAR99',
]

/** Entries of the list, with a paragraph where the list has them, so that every kind of scope is claimed. */
export const LISTED = [...engine.ccl.byEccn.values()].flatMap(({ eccn, paragraphs }) => [
  eccn,
  ...(paragraphs ?? []).slice(0, 2).map((paragraph) => `${eccn}.${paragraph}`),
])

/** Questions to which "yes" is the troubling answer, beside those of the end use. */
const TROUBLING =
  /^(endUse|usPersonSupport|item\.(production|letter|containsHbm|containsCircuit|onSupplement2|technology|weights)|party\.advancedNode|evidence\.dd\.lab\.(macau|financial))/

/** Answers that raise a red flag by themselves. */
const RAISING = new Set(['distributor', 'freight-forwarder'])

const someNumber = (fact: FactDefinition): fc.Arbitrary<number> => {
  const most = fact.max ?? 20_000
  const near = linesOn(fact.name).flatMap((line) => [line - 0.01, line, line + 0.01])
  const wide = fc.integer({ min: fact.min ?? 0, max: most })
  const possible = near.filter((n) => n >= (fact.min ?? 0) && n <= most)
  return possible.length === 0
    ? wide
    : fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...possible) },
        { weight: 1, arbitrary: wide },
      )
}

const someRange = (fact: FactDefinition): fc.Arbitrary<[number, number]> =>
  fc.tuple(someNumber(fact), someNumber(fact)).map(([a, b]) => (a < b ? [a, b] : [b, a]))

export function anyValue(fact: FactDefinition): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'boolean':
      return fc.constantFrom('yes', 'no', true, false)
    case 'number':
      return fc.oneof(
        { weight: 4, arbitrary: someNumber(fact) },
        { weight: 1, arbitrary: someRange(fact) },
      )
    case 'text':
      return fc.constantFrom(...CLAIMS)
    case 'date':
      return fc.constantFrom(
        '2019-01-01',
        '2023-10-01',
        '2024-06-01',
        '2025-12-01',
        '2026-06-01',
        '2026-11-01',
      )
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
      return fact.values!.includes('none')
        ? fc.constant('none')
        : fc.constantFrom(...fact.values!.filter((value) => !RAISING.has(value)))
    case 'number':
      return fact.unit === 'percent' ? fc.constant(0) : someNumber(fact)
    default:
      return anyValue(fact)
  }
}

const boxed = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record(
    {
      value,
      source: fc.constantFrom('order 7', { document: 'data sheet', page: 3, date: '2026-01-05' }),
      evidence: fc.constant('E-12'),
    },
    { requiredKeys: ['value'] },
  )

/** What a case says of a fact, undefined where it says nothing. */
export function told(fact: FactDefinition, manner: Manner): fc.Arbitrary<unknown> {
  const { wild, silent } = manner
  const any = anyValue(fact)
  return fc.oneof(
    { weight: 100 - wild - silent, arbitrary: harmless(fact, manner) },
    {
      weight: wild,
      arbitrary: fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: boxed(any) }),
    },
    { weight: silent, arbitrary: fc.constantFrom(undefined, undefined, 'unknown') },
  )
}

const factsOf = (scope: Scope, besides: readonly string[] = []): FactDefinition[] =>
  [...engine.dictionary.values()].filter(
    ({ name, at }) => at !== 'derived' && scopeOf(name) === scope && !besides.includes(name),
  )

/** The facts of a scope, each at its place in the case. */
export function tellings<T extends object>(
  scope: Scope,
  manner: Manner,
  besides: readonly string[] = [],
): fc.Arbitrary<T> {
  const facts = factsOf(scope, besides)
  return fc
    .tuple(...facts.map((fact) => told(fact, manner)))
    .map(
      (values) =>
        values.reduce<object>(
          (so, value, i) => (value === undefined ? so : placed(so as Case, facts[i]!.at, value)),
          {},
        ) as T,
    )
}

/** Something in so many of 100 cases, otherwise nothing. */
export const some = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary }, { weight: 100 - weight, arbitrary: fc.constant(undefined) })

/** Drops the keys that say nothing, as a file would. */
export const spoken = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
