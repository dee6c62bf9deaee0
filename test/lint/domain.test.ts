import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Test } from '../../src/logic/condition.ts'
import { dictionaryOf } from '../../src/facts/dictionary.ts'
import { both, isEmpty, isWithin, passing, type Domain } from '../../src/lint/domain.ts'
import { implies } from '../../src/lint/implies.ts'
import { EVERYTHING, narrowed, type Surroundings } from '../../src/lint/satisfiable.ts'
import type { Facts } from '../../src/logic/facts.ts'
import { prove } from '../../src/logic/prove.ts'

const dictionary = dictionaryOf({
  facts: {
    'item.n': { type: 'number', at: 'n', min: 0, max: 6, assumable: false, knownBy: 'maker' },
    'item.kind': {
      type: 'one-of',
      at: 'kind',
      values: ['a', 'b', 'c'],
      assumable: false,
      knownBy: 'maker',
    },
    'item.flag': { type: 'boolean', at: 'flag', assumable: false, knownBy: 'maker' },
  },
})
const noMembers = { ever: new Set<never>(), always: new Set<never>() }
const around: Surroundings = { dictionary, members: () => noMembers, definition: () => undefined }
const book = {
  definition: (): Condition => ({ kind: 'any', of: [] }),
  members: () => new Set<never>(),
}

// Half steps lie between whole lines, so that open and closed bounds differ on some value.
const NUMBERS = Array.from({ length: 13 }, (_, i) => i / 2)
const line = fc.integer({ min: 0, max: 6 })
const numberTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    test: fc.constantFrom('at_least', 'more_than', 'at_most', 'less_than'),
    value: line,
  }),
  fc.record({ test: fc.constant('is' as const), value: line }),
  fc.record({
    test: fc.constant('one_of' as const),
    value: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
)
const kindTest: fc.Arbitrary<Test> = fc.record({
  test: fc.constant('one_of' as const),
  value: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
})
const flagTest: fc.Arbitrary<Test> = fc.record({
  test: fc.constant('is' as const),
  value: fc.boolean(),
})

const leaf = fc.oneof(
  numberTest.map((is): Condition => ({ kind: 'leaf', fact: 'item.n', is })),
  kindTest.map((is): Condition => ({ kind: 'leaf', fact: 'item.kind', is })),
  flagTest.map((is): Condition => ({ kind: 'leaf', fact: 'item.flag', is })),
)
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('all', 'any'),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('unless' as const), of: tie('tree') }),
  ),
})).tree

const deals: Facts[] = NUMBERS.flatMap((n) =>
  ['a', 'b', 'c'].flatMap((kind) =>
    [true, false].map((flag) => ({
      values: { 'item.n': n, 'item.kind': kind, 'item.flag': flag },
      sources: {},
      paths: {},
      lists: {},
      label: '',
    })),
  ),
)
const holdsFor = (c: Condition): boolean[] =>
  deals.map((facts) => prove(c, facts, book).verdict === 'yes')

const passes = (is: Test, negated: boolean): Domain => passing(is, negated, () => noMembers)!

describe('the values that tests let through', () => {
  it('are none only where no number passes both', () => {
    fc.assert(
      fc.property(numberTest, numberTest, fc.boolean(), (a, b, negated) => {
        const c: Condition = { kind: 'leaf', fact: 'item.n', is: b }
        const joint: Condition = {
          kind: 'all',
          of: [{ kind: 'leaf', fact: 'item.n', is: a }, negated ? { kind: 'unless', of: c } : c],
        }
        const bounded: Domain = {
          low: { at: 0, open: false },
          high: { at: 6, open: false },
          not: new Set(),
        }
        const empty = isEmpty(both(bounded, both(passes(a, false), passes(b, negated))))
        expect(empty).toBe(!holdsFor(joint).includes(true))
      }),
      { numRuns: 2000 },
    )
  })

  it('lie within others only where every number that passes one passes the other', () => {
    fc.assert(
      fc.property(numberTest, numberTest, (a, b) => {
        if (!isWithin(passes(a, false), passes(b, false))) return
        const [first, second] = [a, b].map((is) => holdsFor({ kind: 'leaf', fact: 'item.n', is }))
        expect(first!.some((yes, i) => yes && !second![i])).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what lint says of a condition', () => {
  it('calls it impossible only where no deal meets it', () => {
    fc.assert(
      fc.property(condition, (c) => {
        if (typeof narrowed(EVERYTHING, c, around) === 'string')
          expect(holdsFor(c)).not.toContain(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('calls one implied only where every deal that meets the other meets it', () => {
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        if (!implies(a, b, around)) return
        const second = holdsFor(b)
        expect(holdsFor(a).some((yes, i) => yes && !second[i])).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  it('sees that a higher line implies a lower one, and not the other way round', () => {
    const at = (value: number): Condition => ({
      kind: 'leaf',
      fact: 'item.n',
      is: { test: 'at_least', value },
    })
    expect([implies(at(5), at(4), around), implies(at(4), at(5), around)]).toEqual([true, false])
    const above: Condition = { kind: 'leaf', fact: 'item.n', is: { test: 'more_than', value: 4 } }
    expect([implies(above, at(4), around), implies(at(4), above, around)]).toEqual([true, false])
  })
})
