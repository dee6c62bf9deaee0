import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/logic/condition.ts'
import { prove } from '../../src/logic/prove.ts'
import { bookOf, facts, leaf } from './build.ts'

const tpp = leaf('item.tpp', { test: 'at_least', value: 4800 })
const abroad = leaf('party.headquarters', { test: 'in_group', value: 'D:5' })
const book = bookOf()

const party = (role: string, headquarters?: string) =>
  facts(
    { 'party.role': role, ...(headquarters ? { 'party.headquarters': headquarters } : {}) },
    {},
    role,
  )
const deal = (members: ReturnType<typeof party>[], complete: boolean) =>
  facts({}, { parties: { members, complete, asks: 'deal.parties_complete' } })

describe('a leaf', () => {
  it('shows what it saw and where that came from', () => {
    expect(prove(tpp, facts({ 'item.tpp': 4992 }), book)).toEqual({
      verdict: 'yes',
      claim: { kind: 'leaf', fact: 'item.tpp', test: 'at_least', value: 4800 },
      saw: 4992,
      source: { from: 'case' },
      because: [],
    })
  })

  it('asks for a missing fact by its path, or by its name where no path is known', () => {
    const missing = facts({})
    expect(prove(tpp, missing, book).asks).toEqual({ fact: 'item.tpp', path: 'item.tpp' })
    const placed = { ...missing, paths: { 'item.tpp': 'items[0].tpp' } }
    expect(prove(tpp, placed, book)).toEqual({
      verdict: 'unknown',
      claim: { kind: 'leaf', fact: 'item.tpp', test: 'at_least', value: 4800 },
      asks: { fact: 'item.tpp', path: 'items[0].tpp' },
      because: [],
    })
  })

  it('asks again where a range lies across the line, and shows the range', () => {
    const proof = prove(tpp, facts({ 'item.tpp': { low: 4700, high: 4900 } }), book)
    expect(proof).toMatchObject({
      verdict: 'unknown',
      saw: { low: 4700, high: 4900 },
      asks: { fact: 'item.tpp' },
    })
  })

  it('leaves out what it has no knowledge of', () => {
    const { source: _, ...plain } = prove(tpp, facts({ 'item.tpp': 1 }), book)
    expect(prove(tpp, { ...facts({ 'item.tpp': 1 }), sources: {} }, book)).toStrictEqual(plain)
    expect(prove(tpp, facts({ 'item.tpp': 1 }), book)).not.toHaveProperty('cite')
  })
})

describe('connectives', () => {
  it('visit every branch, also the ones that did not matter', () => {
    const proof = prove(
      { kind: 'any', of: [tpp, tpp, { kind: 'unless', of: tpp }] },
      facts({ 'item.tpp': 5000 }),
      book,
    )
    expect(proof.verdict).toBe('yes')
    expect(proof.claim).toEqual({ kind: 'any' })
    expect(proof.because.map(({ verdict }) => verdict)).toEqual(['yes', 'yes', 'no'])
    expect(proof.because[2]!.because.map(({ verdict }) => verdict)).toEqual(['yes'])
  })

  it('carry the sub-paragraph that each branch encodes', () => {
    const cited: Condition[] = [
      { ...tpp, cite: 'a.1' },
      { kind: 'all', of: [], cite: 'a.2' },
      { kind: 'unless', of: tpp, cite: 'Note 2' },
      { kind: 'holds', id: 'fast', cite: 'a.3' },
      { kind: 'some', list: 'parties', where: abroad, cite: 'a.4' },
    ]
    const proof = prove({ kind: 'all', of: cited }, deal([], true), bookOf({ fast: tpp }))
    expect(proof.because.map(({ cite }) => cite)).toEqual(['a.1', 'a.2', 'Note 2', 'a.3', 'a.4'])
  })

  it('nest the proof of a definition under its id', () => {
    const proof = prove(
      { kind: 'holds', id: 'fast' },
      facts({ 'item.tpp': 1 }),
      bookOf({ fast: tpp }),
    )
    expect(proof).toMatchObject({
      verdict: 'no',
      claim: { kind: 'holds', id: 'fast' },
      because: [{ saw: 1 }],
    })
  })
})

describe('lists', () => {
  const some: Condition = { kind: 'some', list: 'parties', where: abroad }
  const every: Condition = { kind: 'every', list: 'parties', where: abroad }
  const verdicts = (members: ReturnType<typeof party>[], complete: boolean) =>
    [some, every].map((condition) => prove(condition, deal(members, complete), book).verdict)

  it.each([
    ['no members', [], ['no', 'yes'], ['unknown', 'unknown']],
    ['one inside', [party('end-user', 'CN')], ['yes', 'yes'], ['yes', 'unknown']],
    ['one outside', [party('end-user', 'US')], ['no', 'no'], ['unknown', 'no']],
    ['one unknown', [party('end-user')], ['unknown', 'unknown'], ['unknown', 'unknown']],
    ['one of each', [party('a', 'CN'), party('b', 'US'), party('c')], ['yes', 'no'], ['yes', 'no']],
  ])('with %s: some and every are %s when complete, %s when not', (_, members, whole, open) => {
    expect(verdicts(members, true)).toEqual(whole)
    expect(verdicts(members, false)).toEqual(open)
  })

  it('are unknown when absent, and ask for themselves', () => {
    const proof = prove(some, facts({}), book)
    expect(proof.verdict).toBe('unknown')
    expect(proof.because[0]!.asks).toEqual({ fact: 'parties', path: 'parties' })
  })

  it('name the question that an incomplete list leaves', () => {
    expect(prove(some, deal([], false), book).because).toEqual([
      {
        verdict: 'unknown',
        claim: { kind: 'incomplete', list: 'parties' },
        asks: { fact: 'deal.parties_complete', path: 'deal.parties_complete' },
        because: [],
      },
    ])
  })

  it('test only the members with one of the roles, by their place in the whole list', () => {
    const endUsers: Condition = { ...some, roles: ['end-user'] }
    const proof = prove(
      endUsers,
      deal([party('purchaser', 'CN'), party('end-user', 'US')], true),
      book,
    )
    expect(proof.verdict).toBe('no')
    expect(proof.claim).toEqual({ kind: 'some', list: 'parties', roles: ['end-user'] })
    expect(proof.because.map(({ claim }) => claim)).toEqual([
      { kind: 'member', index: 1, label: 'end-user' },
    ])
  })

  it('settle nothing when nobody has the roles', () => {
    for (const kind of ['some', 'every'] as const) {
      const condition: Condition = { kind, list: 'parties', roles: ['end-user'], where: abroad }
      expect(prove(condition, deal([party('purchaser', 'CN')], true), book).verdict).toBe('unknown')
    }
  })

  it('read facts of the member from the member, all others from the deal', () => {
    const where: Condition = { kind: 'all', of: [abroad, tpp] }
    const both = {
      ...deal([party('end-user', 'CN')], true),
      values: { 'item.tpp': 4800, 'party.headquarters': 'US' },
    }
    expect(prove({ ...some, where }, both, book).verdict).toBe('yes')
    expect(prove(abroad, both, book).verdict).toBe('no')
  })
})
