import fc from 'fast-check'
import type { Book, Condition, Test } from '../../src/logic/condition.ts'
import type { Facts, List, Range, Value } from '../../src/logic/facts.ts'

/** Rules and definitions over a small vocabulary, and deals to test them against. */
export interface World {
  readonly book: Book
  readonly rules: readonly { readonly when: Condition }[]
  readonly deals: readonly Facts[]
}

const GROUPS: Readonly<Record<string, ReadonlySet<Value>>> = {
  'D:5': new Set<Value>(['CN', 'MO', 'RU']),
  'A:1': new Set<Value>(['JP', 'KR']),
  points: new Set<Value>([1600, 4800]),
}
const COUNTRIES = ['CN', 'MO', 'RU', 'JP', 'KR', 'US']
const FORMS = ['circuit', 'server', 'software']
const ROLES = ['purchaser', 'end-user']
const LISTS = ['entity-list', 'meu', 'uvl']
const NUMBERS = [0, 1599, 1600, 1601, 4799, 4800, 4801]
const DAYS = ['2023-11-16', '2023-11-17', '2023-11-18']

const number = fc.constantFrom(...NUMBERS)
const range: fc.Arbitrary<Range> = fc
  .tuple(number, number)
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))

const among = (names: readonly string[]): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({ test: fc.constant('is'), value: fc.constantFrom(...names) }),
    fc.record({ test: fc.constant('one_of'), value: fc.subarray([...names]) }),
  )
const line = fc.oneof(
  fc.record({
    test: fc.constantFrom('at_least', 'more_than', 'at_most', 'less_than', 'is'),
    value: number,
  }),
  fc.record({ test: fc.constant('one_of'), value: fc.subarray(NUMBERS, { maxLength: 3 }) }),
  fc.constant({ test: 'in_table', value: 'points' }),
) as fc.Arbitrary<Test>
const truth = fc.record({ test: fc.constant('is'), value: fc.boolean() }) as fc.Arbitrary<Test>
const day = fc.record({
  test: fc.constantFrom('on_or_after', 'before'),
  value: fc.constantFrom(...DAYS),
}) as fc.Arbitrary<Test>
const place = fc.oneof(
  among(COUNTRIES),
  fc.record({ test: fc.constant('in_group'), value: fc.constantFrom('D:5', 'A:1') }),
) as fc.Arbitrary<Test>
const listed = fc.oneof(
  fc.record({ test: fc.constant('includes'), value: fc.constantFrom(...LISTS) }),
  fc.record({ test: fc.constant('includes_any'), value: fc.subarray(LISTS) }),
) as fc.Arbitrary<Test>
const known: fc.Arbitrary<Test> = fc.constant({ test: 'known', value: true })

/** Each fact, the tests that it takes and the values that it has. */
type Field = readonly [name: string, test: fc.Arbitrary<Test>, value: fc.Arbitrary<Value>]
const figure = fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: range })
const OF_DEAL: readonly Field[] = [
  ['item.form', among(FORMS), fc.constantFrom(...FORMS)],
  ['item.tpp', line, figure],
  ['item.datacenter', truth, fc.boolean()],
  ['deal.date', day, fc.constantFrom(...DAYS)],
  ['deal.destination', place, fc.constantFrom(...COUNTRIES)],
]
const OF_PARTY: readonly Field[] = [
  ['party.role', among(ROLES), fc.constantFrom(...ROLES)],
  ['party.headquarters', place, fc.constantFrom(...COUNTRIES)],
  ['party.lists', listed, fc.subarray(LISTS)],
]
const OF_CIRCUIT: readonly Field[] = [
  ['circuit.tpp', line, figure],
  ['circuit.marketed', truth, fc.boolean()],
]

const leafOf = (fields: readonly Field[]): fc.Arbitrary<Condition> =>
  fc.oneof(
    ...fields.map(([fact, test]) =>
      fc
        .oneof({ weight: 9, arbitrary: test }, { weight: 1, arbitrary: known })
        .map((is): Condition => ({ kind: 'leaf', fact, is })),
    ),
  )

/** Conditions that may use the definitions numbered below `definitions`, so that none is cyclic. */
function condition(
  definitions: number,
  fields: readonly Field[],
  depth: number,
): fc.Arbitrary<Condition> {
  const leaf = leafOf(fields)
  if (depth === 0) return leaf
  const inner = condition(definitions, fields, depth - 1)
  const quantified = (
    list: string,
    own: readonly Field[],
    roles: fc.Arbitrary<object>,
  ): fc.Arbitrary<Condition> =>
    fc
      .tuple(
        fc.constantFrom('some', 'every'),
        roles,
        condition(definitions, [...fields, ...own], depth - 1),
      )
      .map(([kind, some, where]) => ({ kind, list, ...some, where }))
  const anyRole = fc.constant({})
  const choices: fc.WeightedArbitrary<Condition>[] = [
    { weight: 4, arbitrary: leaf },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom('all', 'any'), fc.array(inner, { maxLength: 4 }))
        .map(([kind, of]) => ({ kind, of })),
    },
    { weight: 2, arbitrary: inner.map((of): Condition => ({ kind: 'unless', of })) },
    { weight: 1, arbitrary: quantified('circuits', OF_CIRCUIT, anyRole) },
    {
      weight: 2,
      arbitrary: quantified(
        'parties',
        OF_PARTY,
        fc.oneof(
          anyRole,
          fc.subarray(ROLES).map((roles) => ({ roles })),
        ),
      ),
    },
  ]
  if (definitions > 0) {
    choices.push({
      weight: 2,
      arbitrary: fc.nat(definitions - 1).map((n): Condition => ({ kind: 'holds', id: `def-${n}` })),
    })
  }
  return fc.oneof(...choices)
}

function factsOf(
  fields: readonly Field[],
  always: readonly string[] = [],
): fc.Arbitrary<Record<string, Value>> {
  const record = Object.fromEntries(fields.map(([name, , value]) => [name, value]))
  // A party's role is the one fact that every case states, since a party has no place in a deal without it.
  return fc.record(record, { requiredKeys: [...always] })
}

const plain = (values: Record<string, Value>, lists: Record<string, List> = {}): Facts => ({
  values,
  sources: {},
  paths: {},
  lists,
  label: '',
})

const listOf = (values: fc.Arbitrary<Record<string, Value>>): fc.Arbitrary<List> =>
  fc.record({
    members: fc.array(
      values.map((of) => plain(of)),
      { maxLength: 3 },
    ),
    complete: fc.boolean(),
    asks: fc.constant('complete'),
  })

const deal: fc.Arbitrary<Facts> = fc
  .tuple(
    factsOf(OF_DEAL),
    fc.record(
      { parties: listOf(factsOf(OF_PARTY, ['party.role'])), circuits: listOf(factsOf(OF_CIRCUIT)) },
      { requiredKeys: [] },
    ),
  )
  .map(([values, lists]) => plain(values, lists as Record<string, List>))

// Rules like those of the law, with a list of values at the top, so that the index has guards to find.
const rule = (definitions: number): fc.Arbitrary<Condition> => {
  const free = condition(definitions, OF_DEAL, 3)
  const guarded = fc
    .tuple(leafOf([OF_DEAL[0]!, OF_DEAL[4]!]), free)
    .map((of): Condition => ({ kind: 'all', of }))
  return fc.oneof(free, guarded)
}

/** Worlds with three definitions, each of which may use the ones before, and 5 x 10 rules and deals. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    definitions: fc.tuple(...[0, 1, 2].map((n) => condition(n, OF_DEAL, 2))),
    rules: fc.array(rule(3), { minLength: 5, maxLength: 5, size: 'max' }),
    deals: fc.array(deal, { minLength: 10, maxLength: 10, size: 'max' }),
  })
  .map(({ definitions, rules, deals }) => ({
    book: {
      definition: (id) => definitions[Number(id.slice('def-'.length))]!,
      members: (name) => GROUPS[name]!,
    },
    rules: rules.map((when) => ({ when })),
    deals,
  }))

/** Tells which facts to forget: one bit decides each question that `forget` comes to. */
export type Forgetting = readonly boolean[]
export const forgettings: fc.Arbitrary<Forgetting> = fc.array(fc.boolean(), {
  minLength: 7,
  maxLength: 31,
})

/**
 * The same deal with less known about it: facts removed, numbers widened into ranges, lists opened and
 * then perhaps shortened, or lost. A party keeps its role.
 */
export function forget(facts: Facts, choices: Forgetting): Facts {
  let next = 0
  const choose = (): boolean => choices[next++ % choices.length]!
  const less = (values: Facts['values']): Facts['values'] =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]): [string, Value | undefined][] => {
        if (name === 'party.role' || choose()) return [[name, value]]
        return choose() ? [[name, widened(value)]] : []
      }),
    )
  const shorter = (list: List): List => {
    const members = list.members.map((member) => ({ ...member, values: less(member.values) }))
    if (choose()) return { ...list, members }
    return { ...list, complete: false, members: members.filter(choose) }
  }
  const lists = Object.entries(facts.lists).flatMap(([name, list]) =>
    list !== undefined && (choose() || choose()) ? [[name, shorter(list)]] : [],
  )
  return { ...facts, values: less(facts.values), lists: Object.fromEntries(lists) }
}

function widened(value: Value | undefined): Value | undefined {
  if (typeof value === 'number') return { low: value - 1, high: value + 3200 }
  if (typeof value === 'object' && 'low' in value)
    return { low: value.low - 3200, high: value.high + 1 }
  return undefined
}
