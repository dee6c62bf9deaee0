import { describe, expect, it } from 'vitest'
import type { OwnerInput } from '../../src/facts/case.ts'
import { heldBy, isListed } from '../../src/facts/ownership.ts'

const listed = (share: unknown): OwnerInput => ({ name: 'listed', share, lists: ['entity-list'] })
const clean = (share: unknown): OwnerInput => ({ name: 'clean', share, lists: [] })
const unscreened = (share: unknown): OwnerInput => ({ name: 'unscreened', share })
const held = (...owners: OwnerInput[]) => heldBy(owners, isListed)

describe('heldBy', () => {
  it.each([49.99, 50, 50.01])('keeps %s percent as it is where everybody is known', (share) => {
    expect(held(listed(share), clean(100 - share))).toBe(share)
  })

  it('adds what several hold', () => {
    expect(held(listed(30), listed(20), clean(50))).toBe(50)
  })

  it('never takes a remainder that nobody is named for as clean', () => {
    expect(held(listed(30), listed(19))).toEqual({ low: 49, high: 100 })
    expect(held(listed(30), clean(60))).toEqual({ low: 30, high: 40 })
    expect(held()).toEqual({ low: 0, high: 100 })
  })

  it('counts an owner who was not screened as possibly listed', () => {
    expect(held(listed(30), unscreened(25), clean(45))).toEqual({ low: 30, high: 55 })
  })

  it('counts an unknown share as anything from nothing to all that is left', () => {
    expect(held(listed('unknown'), clean(60))).toEqual({ low: 0, high: 40 })
    expect(held(listed({ value: 'unknown', source: 'registry' }), clean(60))).toEqual({
      low: 0,
      high: 40,
    })
    expect(held(clean('unknown'), listed(10))).toEqual({ low: 10, high: 100 })
  })

  it('keeps an interval that straddles 50 percent open', () => {
    expect(held(listed([45, 55]), clean(45))).toEqual({ low: 45, high: 55 })
    expect(held(listed({ value: [45, 55], source: 'registry' }), clean([40, 45]))).toEqual({
      low: 45,
      high: 60,
    })
  })

  it('stays within 100 percent where the shares given are too many', () => {
    expect(held(listed(80), listed(80))).toBe(100)
    expect(held(listed(60), clean(60))).toBe(60)
  })
})

describe('isListed', () => {
  it.each([
    [['entity-list'], true],
    [['entity-list-footnote-4'], true],
    [['meu-list'], true],
    [['sdn'], true],
    [['sdn-744.8'], true],
    [['unverified-list'], false],
    [['ssi', 'entity-list'], true],
    [[], false],
    ['unknown', undefined],
    [{ value: 'unknown' }, undefined],
    [{ value: ['sdn'], source: 'screening' }, true],
    [undefined, undefined],
  ])('judges %j', (lists, answer) => {
    expect(isListed({ name: 'A', share: 10, lists })).toBe(answer)
  })
})
