import { describe, expect, it } from 'vitest'
import { compiler } from '../../src/logic/compile.ts'
import type { Condition } from '../../src/logic/condition.ts'
import type { Facts } from '../../src/logic/facts.ts'
import { bookOf, facts, leaf } from './build.ts'

const tpp = leaf('item.tpp', { test: 'at_least', value: 4800 })
const trap = leaf('item.trap', { test: 'is', value: true })

/** Facts that fail when `item.trap` is read. */
const guarded = (values: Parameters<typeof facts>[0]): Facts => {
  const plain = facts(values)
  const trapped = Object.defineProperty({ ...plain.values }, 'item.trap', {
    get: () => {
      throw new Error('read')
    },
  })
  return { ...plain, values: trapped }
}

// That verdicts are those of the proof is shown in test/properties/logic.test.ts.
describe('a compiled condition', () => {
  const compile = compiler(bookOf())

  it('ends as soon as its answer is settled', () => {
    expect(compile({ kind: 'any', of: [tpp, trap] })(guarded({ 'item.tpp': 4800 }))).toBe('yes')
    expect(compile({ kind: 'all', of: [tpp, trap] })(guarded({ 'item.tpp': 4799 }))).toBe('no')
    expect(() => compile({ kind: 'all', of: [tpp, trap] })(guarded({ 'item.tpp': 4800 }))).toThrow(
      'read',
    )
  })

  it('looks its definitions up once', () => {
    let looked = 0
    const book = { ...bookOf(), definition: () => (looked++, tpp) }
    const holds: Condition = { kind: 'holds', id: 'fast' }
    const verdict = compiler(book)({ kind: 'all', of: [holds, holds] })
    for (const power of [4800, 4799]) verdict(facts({ 'item.tpp': power }))
    expect(looked).toBe(1)
  })

  it.each([
    ['more_than', 4800, 'no', 'yes'],
    ['less_than', 4800, 'no', 'yes'],
  ] as const)('answers a negated line the other way round: %s', (test, at, plain, negated) => {
    const line = leaf('item.tpp', { test, value: 4800 })
    const deal = facts({ 'item.tpp': at })
    expect([compile(line)(deal), compile({ kind: 'unless', of: line })(deal)]).toEqual([
      plain,
      negated,
    ])
    const open = facts({ 'item.tpp': { low: 4700, high: 4900 } })
    expect([compile(line)(open), compile({ kind: 'unless', of: line })(open)]).toEqual([
      'unknown',
      'unknown',
    ])
  })
})
