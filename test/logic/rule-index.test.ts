import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/logic/condition.ts'
import type { Facts } from '../../src/logic/facts.ts'
import { ruleIndex } from '../../src/logic/rule-index.ts'
import { bookOf, facts, leaf } from './build.ts'

const eccn = (...value: string[]) => leaf('item.eccn', { test: 'one_of', value })
const to = (value: string) => leaf('deal.destination', { test: 'is', value })
const tpp = leaf('item.tpp', { test: 'at_least', value: 4800 })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })

const book = bookOf({ chips: all(eccn('3A090', '4A090'), tpp) })

function candidates(conditions: Condition[], deal: Facts): number[] {
  const found: number[] = []
  ruleIndex(
    conditions.map((when) => ({ when })),
    book,
  ).candidates(deal, (rule) => found.push(rule))
  return found.sort((a, b) => a - b)
}

describe('rules that can apply', () => {
  it('are those whose guard has the value', () => {
    const rules = [
      all(eccn('3A090'), tpp),
      all(eccn('4A090'), tpp),
      all(tpp, eccn('3A090', '5A992')),
    ]
    expect(candidates(rules, facts({ 'item.eccn': '3A090' }))).toEqual([0, 2])
    expect(candidates(rules, facts({ 'item.eccn': 'EAR99' }))).toEqual([])
  })

  it('are all of them where the guard is missing, a range or a set', () => {
    const rules = [all(eccn('3A090')), all(eccn('4A090'))]
    expect(candidates(rules, facts({}))).toEqual([0, 1])
    expect(candidates(rules, facts({ 'item.eccn': ['3A090'] }))).toEqual([0, 1])
    const numbered = [leaf('item.tpp', { test: 'is', value: 8 })]
    expect(candidates(numbered, facts({ 'item.tpp': { low: 7, high: 9 } }))).toEqual([0])
    expect(candidates(numbered, facts({ 'item.tpp': 7 }))).toEqual([])
  })

  it('always hold those without a guard', () => {
    const rules: Condition[] = [
      tpp,
      { kind: 'unless', of: to('CN') },
      any(to('CN'), tpp),
      { kind: 'some', list: 'parties', where: to('CN') },
      leaf('party.headquarters', { test: 'is', value: 'CN' }),
    ]
    expect(
      candidates(rules, facts({ 'deal.destination': 'US', 'party.headquarters': 'US' })),
    ).toEqual([0, 1, 2, 3, 4])
  })

  it('are found through groups, definitions and alternatives on one fact', () => {
    const rules: Condition[] = [
      leaf('deal.destination', { test: 'in_group', value: 'D:5' }),
      { kind: 'holds', id: 'chips' },
      any(to('US'), all(to('KR'), tpp)),
    ]
    expect(candidates(rules, facts({ 'deal.destination': 'MO', 'item.eccn': '4A090' }))).toEqual([
      0, 1,
    ])
    expect(candidates(rules, facts({ 'deal.destination': 'KR', 'item.eccn': 'EAR99' }))).toEqual([
      2,
    ])
  })

  it('are filed under the guard that tells more apart', () => {
    const rules = ['3A090', '4A090', '5A992'].map((code) => all(to('CN'), eccn(code)))
    expect(candidates(rules, facts({ 'deal.destination': 'CN', 'item.eccn': '4A090' }))).toEqual([
      1,
    ])
    expect(candidates(rules, facts({ 'deal.destination': 'US', 'item.eccn': '4A090' }))).toEqual([
      1,
    ])
  })
})

describe('verdicts', () => {
  const verdicts = (when: Condition, values: Parameters<typeof facts>[0]) => {
    const found: string[] = []
    ruleIndex([{ when }], book).verdicts(facts(values), (rule, verdict) =>
      found.push(`${rule} ${verdict}`),
    )
    return found
  }

  it('come with the rules that are yes or unknown', () => {
    const rule = all(eccn('3A090', '4A090'), tpp)
    expect(verdicts(rule, { 'item.eccn': '3A090', 'item.tpp': 4800 })).toEqual(['0 yes'])
    expect(verdicts(rule, { 'item.eccn': '3A090' })).toEqual(['0 unknown'])
    expect(verdicts(rule, { 'item.tpp': 4800 })).toEqual(['0 unknown'])
    expect(verdicts(rule, { 'item.eccn': '3A090', 'item.tpp': 4799 })).toEqual([])
  })

  it('still test a second condition on the guard fact', () => {
    const rule = all(eccn('3A090', '4A090'), eccn('4A090', '5A992'))
    expect(verdicts(rule, { 'item.eccn': '4A090' })).toEqual(['0 yes'])
    expect(verdicts(rule, { 'item.eccn': '3A090' })).toEqual([])
  })
})
