import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/logic/condition.ts'
import type { Facts, List, Value } from '../../src/logic/facts.ts'
import { likenessUnder } from '../../src/logic/likeness.ts'
import { bookOf, leaf } from './build.ts'

const PATHS = { 'item.tpp': 'items[0].specs.tpp' }
const of = (values: Record<string, Value>, more: Partial<Facts> = {}): Facts => ({
  values,
  sources: {},
  paths: PATHS,
  lists: {},
  label: 'the item',
  ...more,
})
const conditions: Condition[] = [
  {
    kind: 'all',
    of: [
      leaf('item.tpp', { test: 'at_least', value: 4800 }),
      { kind: 'unless', of: { kind: 'holds', id: 'small' } },
    ],
  },
  leaf('to', { test: 'in_group', value: 'D:5' }),
  {
    kind: 'some',
    list: 'parties',
    where: leaf('party.headquarters', { test: 'one_of', value: ['CN', 'MO'] }),
  },
]
const small = leaf('item.tpp', { test: 'less_than', value: 1600 })
const likeness = likenessUnder(conditions, bookOf({ small }), (text) => text)
const parties = (headquarters: string, more: Partial<List> = {}, label = 'X'): Partial<Facts> => ({
  lists: {
    parties: {
      members: [
        of({ 'party.role': 'end-user', 'party.headquarters': headquarters }, { label, paths: {} }),
      ],
      complete: true,
      asks: 'parties',
      ...more,
    },
  },
})
const alike = (a: Facts, b: Facts): boolean => likeness(a) === likeness(b)

describe('numbers', () => {
  it.each([
    [4800, 9000, true],
    [4799, 4800, false],
    [1600, 4799, true],
    [1599, 1600, false],
    [0, 1599, true],
  ])('%d and %d lie on the same side of every line: %s', (a, b, expected) => {
    expect(alike(of({ 'item.tpp': a }), of({ 'item.tpp': b }))).toBe(expected)
  })

  it('that are ranges across a line are like others across it, and unlike what is on one side', () => {
    const across = of({ 'item.tpp': { low: 4000, high: 5000 } })
    expect(alike(across, of({ 'item.tpp': { low: 4700, high: 4900 } }))).toBe(true)
    expect(alike(across, of({ 'item.tpp': 4000 }))).toBe(false)
    expect(alike(across, of({}))).toBe(false)
  })
})

describe('names', () => {
  it('are alike where they stand in the same groups', () => {
    expect(alike(of({ to: 'CN' }), of({ to: 'MO' }))).toBe(true)
    expect(alike(of({ to: 'CN' }), of({ to: 'KR' }))).toBe(false)
    expect(alike(of({ to: 'KR' }), of({ to: 'FR' }))).toBe(true)
    expect(alike(of({ to: 'KR' }), of({}))).toBe(false)
  })

  it('that no condition reads tell nothing apart', () => {
    expect(alike(of({ 'item.form': 'server' }), of({}))).toBe(true)
  })
})

describe('what stands beside the values', () => {
  it('is a label, and the places of what may be asked', () => {
    expect(alike(of({}), of({}, { label: 'another' }))).toBe(false)
    expect(alike(of({}), of({}, { paths: { 'item.tpp': 'items[1].specs.tpp' } }))).toBe(false)
    const own = (path: string | undefined): Facts['paths'] =>
      Object.assign(Object.create(PATHS) as Record<string, string | undefined>, { to: path })
    expect(alike(of({}, { paths: own('via') }), of({}, { paths: own('via') }))).toBe(true)
    expect(alike(of({}, { paths: own('via') }), of({}, { paths: own('to') }))).toBe(false)
    expect(alike(of({}, { paths: own(undefined) }), of({}, { paths: PATHS }))).toBe(false)
  })

  it('is each list, whether it is whole, and its members', () => {
    const paths = {}
    const listed = (code: string, more: Partial<List> = {}, label = 'X'): Facts => {
      const { lists } = parties(code, more, label)
      const { members, ...list } = lists!['parties']!
      return of(
        {},
        { lists: { parties: { ...list, members: members.map((m) => ({ ...m, paths })) } } },
      )
    }
    expect(alike(listed('CN'), listed('MO'))).toBe(true)
    expect(alike(listed('CN'), listed('JP'))).toBe(false)
    expect(alike(listed('CN'), listed('CN', {}, 'Y'))).toBe(false)
    expect(alike(listed('CN'), listed('CN', { complete: false }))).toBe(false)
    expect(alike(listed('CN'), listed('CN', { closed: true }))).toBe(false)
    expect(alike(listed('CN'), listed('CN', { asks: 'owners' }))).toBe(false)
    expect(alike(listed('CN'), of({}))).toBe(false)
  })
})
