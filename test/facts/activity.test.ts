import { describe, expect, it } from 'vitest'
import { isForEveryone, sendsItem } from '../../src/facts/activity.ts'
import type { Case } from '../../src/facts/case.ts'

const deal = (facts: object): Case => ({ kind: 'transaction', ...facts })

describe('whether a deal sends an item', () => {
  it.each(['hosted-model', 'hosted-compute', 'us-person-support', 'data-transfer', 'investment'])(
    '%s sends none unless the case lists one',
    (activity) => {
      expect(sendsItem(deal({ activity }))).toBe(false)
      expect(sendsItem(deal({ activity, items: [{}] }))).toBe(true)
    },
  )

  it.each(['export', 'deemed-reexport', 'weights-transfer'])('%s sends one', (activity) => {
    expect(sendsItem(deal({ activity }))).toBe(true)
  })

  it('is not known while the activity is not', () => {
    expect(sendsItem(deal({}))).toBeUndefined()
    expect(sendsItem(deal({ activity: 'unknown' }))).toBeUndefined()
    expect(sendsItem(deal({ activity: { value: 'export', source: 'order 7' } }))).toBe(true)
  })
})

describe('whether weights are put out for everyone', () => {
  const open = { weightsPublished: 'yes', releasedToEveryone: true }

  it('is so where every item is', () => {
    expect(isForEveryone(deal({ activity: 'weights-transfer', items: [open, open] }))).toBe(true)
  })

  it.each([
    { activity: 'hosted-model', items: [open] },
    { activity: 'weights-transfer' },
    { activity: 'weights-transfer', items: [] },
    { activity: 'weights-transfer', items: [open, { weightsPublished: 'yes' }] },
    { activity: 'weights-transfer', items: [{ ...open, weightsPublished: 'unknown' }] },
  ])('is not so of %j', (facts) => {
    expect(isForEveryone(deal(facts))).toBe(false)
  })
})
