import { describe, expect, it } from 'vitest'
import { cellOf, rolled, STATED } from './world.ts'

/** MP-01 and MP-02 of the models sheet: an API in twelve places, before and after the Syria program ended. */
describe('an API in twelve places', () => {
  const stated = STATED.replace('sdnOwnership: 0', 'sdnOwnership: 0, unsupportedOwnership: 0')
  const rollout = rolled(
    `places: [CN, HK, MO, IR, SY, RU, CU, UA-43, AE, SG, SA, KR]
models: [{ id: m, name: Example, provider: openai, weightsPublished: no }]
features: [{ id: api, kind: hosted-inference }]${stated}`,
    { asOf: ['2025-03-01', '2025-08-01'] },
  )

  it.each([
    ['CN', 'no-license-required', 'no-license-required'],
    ['HK', 'no-license-required', 'no-license-required'],
    ['MO', 'no-license-required', 'no-license-required'],
    ['IR', 'prohibited', 'prohibited'],
    ['SY', 'prohibited', 'no-license-required'],
    ['RU', 'needs-review', 'needs-review'],
    ['CU', 'prohibited', 'prohibited'],
    ['UA-43', 'prohibited', 'prohibited'],
    ['AE', 'no-license-required', 'no-license-required'],
    ['SG', 'no-license-required', 'no-license-required'],
    ['SA', 'no-license-required', 'no-license-required'],
    ['KR', 'no-license-required', 'no-license-required'],
  ])('%s: %s in March 2025, %s in August', (place, march, august) => {
    expect(cellOf(rollout, place, 'api', '2025-03-01').outcome).toBe(march)
    expect(cellOf(rollout, place, 'api', '2025-08-01').outcome).toBe(august)
  })

  it('is barred by the provider where the sheet says so, and nowhere else', () => {
    const barred = rollout.cells
      .filter(
        ({ asOf, answer }) =>
          asOf === '2025-03-01' && rollout.answers[answer]!.grounds.policy.outcome === 'prohibited',
      )
      .map(({ place }) => place)
    expect(barred.sort()).toEqual(['CN', 'CU', 'HK', 'IR', 'MO', 'RU', 'SY', 'UA-43'])
  })

  it('differs in Syria alone', () => {
    expect(rollout.differences.map(({ place }) => place)).toEqual(['SY'])
  })
})

/** MP-07: a letter to one company about two models, for eighteen days. */
describe('a model under a letter', () => {
  const rollout = rolled(
    `places: [KR, JP]
models:
  - { id: named, name: Claude Fable 5, provider: anthropic, weightsPublished: no }
  - { id: other, name: Another Model, provider: anthropic, weightsPublished: no }
features: [{ id: api, kind: hosted-inference }]${STATED}`,
    { asOf: ['2026-06-11', '2026-06-20', '2026-11-22'] },
  )
  const outcomes = (model: string): string[] =>
    rollout.cells
      .filter((cell) => cell.place === 'KR' && cell.model === model)
      .map(({ outcome }) => outcome)

  it('needs a license while the letter stands', () => {
    expect(outcomes('named')).toEqual([
      'no-license-required',
      'license-required',
      'no-license-required',
    ])
  })

  it('leaves other models of the company alone', () => {
    expect(new Set(outcomes('other'))).toEqual(new Set(['no-license-required']))
  })
})
