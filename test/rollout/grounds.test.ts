import { describe, expect, it } from 'vitest'
import { cellOf, rolled, STATED } from './world.ts'

const FEATURES =
  'features: [{ id: sdk, kind: sdk, items: [{ description: client, form: software, eccn: EAR99, origin: US, alsoDescribedIn: none, ecadOrTcad: no, relatedTo: other, purpose: other }] }]'

const groundsOf = (place: string, customer: string) => {
  const stated = STATED.replace('lists: [], listedOwnership: 0, sdnOwnership: 0', customer)
  const rollout = rolled(`places: [${place}]\n${FEATURES}${stated}`, { asOf: ['2025-10-15'] })
  const cell = cellOf(rollout, place, 'sdk')
  return { cell, answer: rollout.answers[cell.answer]! }
}

describe('the grounds of a cell', () => {
  it('are empty where nothing applies', () => {
    const { answer } = groundsOf('KR', 'lists: [], listedOwnership: 0, sdnOwnership: 0')
    expect(Object.values(answer.grounds).map(({ outcome }) => outcome)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('are the law where the place decides', () => {
    const { answer } = groundsOf('IR', 'lists: [], listedOwnership: 0, sdnOwnership: 0')
    expect(answer.grounds.law).toMatchObject({ outcome: 'license-required' })
    expect(answer.grounds.law.because).toContain('ear.746.7')
    expect(answer.grounds.list.outcome).toBeNull()
  })

  it('are a list where the customer is on one', () => {
    const { cell, answer } = groundsOf(
      'KR',
      'lists: [entity-list], listedOwnership: 0, sdnOwnership: 0',
    )
    expect(cell.outcome).toBe('license-required')
    expect(answer.grounds.list.outcome).toBe('license-required')
    expect(answer.grounds.list.because).toContain('ear.744.11')
    expect(answer.grounds.law.outcome).toBeNull()
  })

  it('are ownership where listed companies own the customer', () => {
    const { cell, answer } = groundsOf('KR', 'lists: [], listedOwnership: 50, sdnOwnership: 0')
    expect(cell.outcome).toBe('license-required')
    expect(answer.grounds.ownership.outcome).toBe('license-required')
    expect(answer.grounds.list.outcome).toBeNull()
    expect(answer.grounds.law.outcome).toBeNull()
  })

  it('are both where neither is known', () => {
    const { cell, answer } = groundsOf('KR', 'business: other')
    expect(cell.outcome).toBe('needs-facts')
    expect(answer.grounds.list.outcome).toBe('needs-facts')
    expect(answer.grounds.ownership.outcome).toBe('needs-facts')
  })
})
