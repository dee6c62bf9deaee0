import { describe, expect, it } from 'vitest'
import { madeAbroad } from './made-abroad.ts'

const part = { eccn: '3A001', kind: 'commodity', value: 20, controlledTo: 'yes' }
const whole = { content: [part], contentComplete: 'yes', fairMarketValue: 100 }

const PERCENT = 'item.deMinimisPercent'
const factsOf = (production: object, item: object = {}, to?: string) =>
  madeAbroad({ ...item, production }, to).facts

describe('the share of controlled U.S. content', () => {
  it('is worked out in percent, with its sum for a source', () => {
    const { values, sources } = factsOf(whole)
    expect(values[PERCENT]).toBe(20)
    expect(sources[PERCENT]?.text).toContain('20.00 / 100.00 = 20 percent')
  })

  it('is a range while a value is one', () => {
    expect(factsOf({ ...whole, content: [{ ...part, value: [20, 30] }] }).values[PERCENT]).toEqual({
      low: 20,
      high: 30,
    })
  })

  it('is open without content, and asks for it', () => {
    const { values, paths } = factsOf({})
    expect(values[PERCENT]).toBeUndefined()
    expect(paths[PERCENT]).toBe('items[0].production.content')
  })

  it('is nothing where there is no U.S. content, whatever the form', () => {
    const none = { content: [], contentComplete: 'yes' }
    expect(factsOf(none, { form: 'unknown' }).values[PERCENT]).toBe(0)
  })

  it('is open without a form, since other things count in technology', () => {
    const { values, paths } = factsOf(whole, { form: 'unknown' })
    expect(values[PERCENT]).toBeUndefined()
    expect(paths[PERCENT]).toBe('items[0].form')
  })

  it.each([
    ['controlledTo', { ...whole, content: [{ ...part, controlledTo: 'unknown' }] }],
    ['usOrigin', { ...whole, content: [{ ...part, usOrigin: 'unknown' }] }],
    ['incorporated', { ...whole, content: [{ ...part, incorporated: 'unknown' }] }],
    ['gbsEligible', { ...whole, content: [{ ...part, gbsEligible: 'unknown' }] }],
    ['bundled', { ...whole, content: [{ ...part, kind: 'software' }] }],
    [
      'antiTerrorismOnly',
      { ...whole, content: [{ ...part, kind: 'software', bundled: 'yes', eccn: '4D994' }] },
    ],
    ['value', { ...whole, content: [{ ...part, value: undefined }] }],
    ['value', { ...whole, content: [{ ...part, value: [1, 90] }] }],
  ])('asks for %s of a line that lacks it', (key, production) => {
    expect(factsOf(production).paths[PERCENT]).toBe(`items[0].production.content[0].${key}`)
  })

  it.each([
    ['contentComplete', { ...whole, contentComplete: 'unknown' }],
    ['fairMarketValue', { content: [part], contentComplete: 'yes' }],
  ])('asks for %s of the whole', (key, production) => {
    expect(factsOf(production).paths[PERCENT]).toBe(`items[0].production.${key}`)
  })

  it('says where amounts cannot be', () => {
    const item = madeAbroad({ production: { ...whole, fairMarketValue: 10 } })
    expect(item.remarks()).toContain(
      'items[0].production.fairMarketValue: the U.S. content is worth more than the item',
    )
  })
})

describe('content of Category 5 part 2', () => {
  const applies = (line: object) =>
    factsOf({ ...whole, content: [{ ...part, eccn: '5A002', ...line }] })

  it.each([
    ['yes', true],
    ['no', false],
    [undefined, undefined],
  ])('authorized is %s: the percent tests are open is %s', (encryptionConditionsMet, open) => {
    expect(applies({ encryptionConditionsMet }).values['item.deMinimisApplies']).toBe(open)
  })

  it('asks whether it was authorized, or for the ECCN that would tell', () => {
    const at = 'items[0].production.content[0]'
    expect(applies({}).paths['item.deMinimisApplies']).toBe(`${at}.encryptionConditionsMet`)
    expect(applies({ eccn: undefined }).paths['item.deMinimisApplies']).toBe(`${at}.eccn`)
    expect(applies({ controlledTo: undefined }).paths['item.deMinimisApplies']).toBe(
      `${at}.controlledTo`,
    )
  })
})

describe('the one-time report', () => {
  const needed = (kind: string, value = 20, form = 'technology') =>
    factsOf({ ...whole, content: [{ ...part, eccn: '3E001', kind, value }] }, { form }).values[
      'item.oneTimeReportNeeded'
    ]

  it('is needed for technology that draws on U.S. technology within de minimis', () => {
    expect(needed('technology')).toBe(true)
    expect(needed('commodity')).toBe(false)
    expect(needed('technology', 30)).toBe(false)
    expect(needed('commodity', 20, 'other')).toBe(false)
  })
})
