import { describe, expect, it } from 'vitest'
import type { PartyInput } from '../../src/facts/case.ts'
import { parentConflict } from '../../src/facts/ultimate-parent.ts'
import type { Facts } from '../../src/logic/facts.ts'
import { bis, ofac } from '../ownership/operators.ts'

const stated = { low: 0, high: 0 }
const facts = (values: Facts['values']): Facts => ({
  values,
  sources: {},
  paths: {},
  lists: {},
  label: 'end-user: A',
})
const party = (lists: unknown, more: object = {}): PartyInput => ({
  role: 'end-user',
  name: 'A',
  ultimateParent: { name: 'Parent', lists },
  ...more,
})
const conflict = (
  of: PartyInput,
  values: Facts['values'] = { 'party.listedOwnership': stated },
): string | undefined => parentConflict(of, facts(values), { operators: [bis, ofac] })

describe('an ultimate parent', () => {
  it.each([
    ['on the Entity List', ['entity-list']],
    ['on the MEU List', ['meu-list']],
    ['that is blocked', ['sdn']],
  ])('%s is in conflict with what the case says that listed owners hold', (_, lists) => {
    expect(conflict(party(lists))).toContain(`Parent is on a list (${lists.join()})`)
  })

  it('whose lists are not settled is in conflict with it too', () => {
    expect(conflict(party('unknown'))).toContain('Parent may be on a list')
  })

  it.each([
    ['on no list', []],
    ['on a list that reaches no subsidiary', ['unverified-list']],
    ['of which the case says nothing', undefined],
  ])('%s is in conflict with nothing', (_, lists) => {
    expect(conflict(party(lists))).toBeUndefined()
  })

  it('leaves the question open where the case does not say what listed owners hold', () => {
    expect(conflict(party(['entity-list']), {})).toBeUndefined()
  })

  it('counts as an owner where the case describes it as one, and as the party where it is that', () => {
    const owner = { name: 'Middle', share: 60, owners: [{ name: 'Parent', share: 51 }] }
    expect(conflict(party(['entity-list'], { owners: [owner] }))).toBeUndefined()
    expect(conflict(party(['entity-list'], { name: 'Parent' }))).toBeUndefined()
  })
})
