import { describe, expect, it } from 'vitest'
import { asks } from '../../src/logic/asks.ts'
import type { Condition } from '../../src/logic/condition.ts'
import { prove } from '../../src/logic/prove.ts'
import { bookOf, facts, leaf } from './build.ts'

const tpp = leaf('item.tpp', { test: 'at_least', value: 4800 })
const density = leaf('item.density', { test: 'at_least', value: 5.92 })
const asked = (condition: Condition, values = {}) =>
  asks(prove(condition, facts(values), bookOf())).map(({ fact }) => fact)

describe('questions', () => {
  it('name each missing fact once, in the order of the text', () => {
    expect(asked({ kind: 'all', of: [density, tpp, { kind: 'unless', of: density }] })).toEqual([
      'item.density',
      'item.tpp',
    ])
  })

  it('are not asked where the answer is settled', () => {
    expect(asked({ kind: 'all', of: [tpp, density] }, { 'item.tpp': 1 })).toEqual([])
    expect(asked({ kind: 'any', of: [tpp, density] }, { 'item.tpp': 4800 })).toEqual([])
  })

  it('leave out branches that are settled by themselves', () => {
    const settled: Condition = {
      kind: 'any',
      of: [tpp, leaf('item.form', { test: 'known', value: true })],
    }
    expect(asked({ kind: 'all', of: [settled, density] }, { 'item.tpp': 4800 })).toEqual([
      'item.density',
    ])
  })

  it('tell two members apart by their paths', () => {
    const where = leaf('party.headquarters', { test: 'is', value: 'CN' })
    const member = (path: string) => ({ ...facts({}), paths: { 'party.headquarters': path } })
    const parties = {
      members: [member('parties[0].headquarters'), member('parties[1].headquarters')],
      complete: true,
      asks: '',
    }
    const proof = prove({ kind: 'some', list: 'parties', where }, facts({}, { parties }), bookOf())
    expect(asks(proof).map(({ path }) => path)).toEqual([
      'parties[0].headquarters',
      'parties[1].headquarters',
    ])
  })
})
