import { describe, expect, it } from 'vitest'
import { madeAbroad } from './made-abroad.ts'

const facts = (eccn: string | undefined, more: object = {}) =>
  madeAbroad({ ...(eccn === undefined ? {} : { eccn }), ...more }).facts

describe('what a claim says whatever the destination', () => {
  it.each([
    ['3B001.c', '3', 'other'],
    ['9A515.a', '9', '9x515'],
    ['9A610', '9', '600-series'],
    ['EAR99', 'EAR99', 'other'],
  ])('%s is of category %s and series %s', (eccn, category, series) => {
    expect(facts(eccn).values).toMatchObject({
      'item.category': category,
      'item.series': series,
    })
  })

  it('is no category without a claim', () => {
    expect(facts(undefined).values).toMatchObject({ 'item.series': 'other', 'item.entry': 'none' })
    expect(facts(undefined).values['item.category']).toBeUndefined()
    expect(facts(undefined).paths['item.category']).toBe('items[0].eccn')
  })

  it('names the entry of a claim that the list does not have', () => {
    expect(facts('3B009').values).toMatchObject({
      'item.entry': '3B009',
      'item.bareEntry': true,
      'item.category': '3',
      'item.claimListed': false,
    })
    expect(facts('3B009.a').values['item.bareEntry']).toBe(false)
  })

  it.each([
    ['3B001.a.1', true],
    ['3B991', false],
    ['EAR99', false],
    [undefined, undefined],
    ['3B009', undefined],
  ])('%s is controlled for national security: %s', (eccn, controlled) => {
    expect(facts(eccn).values['item.controlledFor.NS']).toBe(controlled)
  })
})
