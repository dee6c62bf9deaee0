import { describe, expect, it } from 'vitest'
import { cellOf, FEATURES, rolled, STATED } from './world.ts'

describe('a rollout', () => {
  const rollout = rolled(`places: [KR, IR, CN, UA, UA-43, UA-40, DNR, LNR]${FEATURES}${STATED}`)

  it('answers one cell for each place and feature', () => {
    expect(rollout.cells).toHaveLength(16)
    expect(cellOf(rollout, 'KR', 'api').outcome).toBe('no-license-required')
    expect(cellOf(rollout, 'IR', 'api')).toMatchObject({
      outcome: 'prohibited',
      because: ['ofac.560.204'],
    })
    expect(cellOf(rollout, 'CN', 'card').outcome).toBe('license-required')
  })

  it('keeps the regions of Ukraine apart from the country', () => {
    expect(cellOf(rollout, 'UA', 'api').outcome).toBe('no-license-required')
    for (const region of ['UA-43', 'UA-40', 'DNR', 'LNR'])
      expect(cellOf(rollout, region, 'api').outcome, region).toBe('prohibited')
  })

  it('asks for the regions where Ukraine is named alone', () => {
    const alone = rolled(`places: [UA]${FEATURES}${STATED}`)
    expect(cellOf(alone, 'UA', 'api').outcome).toBe('needs-facts')
    expect(alone.questions.map(({ at }) => at)).toContain('places')
  })

  it('never clears a cell for want of a fact, and asks each question once', () => {
    const silent = rolled(`places: [all]\nfrom: US${FEATURES}`)
    const clear = silent.cells.filter(({ outcome }) => outcome === 'no-license-required')
    expect(clear).toEqual([])
    const places = silent.questions.map(({ at }) => at)
    expect(new Set(places).size).toBe(places.length)
    expect(places.length).toBeLessThan(40)
    expect(places).toEqual(expect.arrayContaining(['facts.letters', 'customers[0].headquarters']))
  })

  it('shows every open answer with what it asks', () => {
    const silent = rolled(`places: [all]\nfrom: US${FEATURES}`)
    const mute = silent.cells.filter(
      ({ answer, outcome }) =>
        outcome === 'needs-facts' && silent.answers[answer]!.open.length === 0,
    )
    expect(mute).toEqual([])
  })

  it('counts for the gate what is to be switched on, and nothing else', () => {
    const yaml = `places: [KR, IR]\nfeatures: [{ id: api, kind: hosted-inference, on: [KR] }]${STATED}`
    const { outcome, cells, findings } = rolled(yaml)
    expect(outcome).toBe('no-license-required')
    expect(cells.map(({ place, on }) => [place, on])).toEqual([
      ['IR', false],
      ['KR', true],
    ])
    expect(findings).toEqual([])
  })

  it('names the line and the word of the manifest that brings a stopped place in', () => {
    const yaml = `places: [all]\nfeatures: [{ id: api, kind: hosted-inference, on: [KR, E:2] }]${STATED}`
    const [finding] = rolled(yaml).findings
    expect(finding).toMatchObject({
      file: 'rollout.yaml',
      line: 3,
      path: 'features[0].on[1]',
      places: ['CU'],
      outcome: 'prohibited',
    })
  })

  it('shows what differs between two dates', () => {
    const yaml = `places: [SY, IR]\nfeatures: [{ id: api, kind: hosted-inference }]${STATED}`
    const { differences } = rolled(yaml, { asOf: ['2025-05-01', '2025-08-01'] })
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({
      place: 'SY',
      before: { asOf: '2025-05-01', outcome: 'prohibited' },
      after: { asOf: '2025-08-01', outcome: 'no-license-required' },
    })
  })

  it('gives a place that joins a group between two dates a row on both', () => {
    const yaml = `places: ["A:5"]\nfeatures: [{ id: api, kind: hosted-inference }]${STATED}`
    const { cells } = rolled(yaml, { asOf: ['2026-07-09', '2026-07-10'] })
    const emirates = cells.filter(({ place }) => place === 'AE')
    expect(emirates.map(({ asOf, on }) => [asOf, on])).toEqual([
      ['2026-07-09', false],
      ['2026-07-10', true],
    ])
  })
})

describe('customers that may be seated anywhere in a group', () => {
  const yaml = (parent: string): string => `
places: [SG]
from: US
exporter: { country: US, headquarters: US, ultimateParent: { headquarters: US }, lists: [], listedOwnership: 0 }
features: [{ id: chips, kind: on-prem-container, items: [{ product: NVIDIA H20, quantity: 1, origin: US, alsoDescribedIn: none }] }]
customers: [{ id: sub, headquarters: here, ultimateParent: { headquarters: "${parent}" }, lists: [], listedOwnership: 0 }]
facts: { endUse: { military: no, militaryIntelligence: no, supercomputer: no, advancedNode: no, nuclear: no, missile: no, chemicalBiological: no }, letters: [], redFlags: [] }`

  it('get the strictest answer of its members, with the seat that gives it', () => {
    const china = rolled(yaml('CN'))
    const group = rolled(yaml('D:5'))
    expect(cellOf(group, 'SG', 'chips').outcome).toBe(cellOf(china, 'SG', 'chips').outcome)
    expect(cellOf(group, 'SG', 'chips').because).toEqual(cellOf(china, 'SG', 'chips').because)
  })

  it('never get a weaker answer than any member', () => {
    const korea = rolled(yaml('KR'))
    const mixed = rolled(yaml('A:5'))
    expect(cellOf(mixed, 'SG', 'chips').outcome).toBe(cellOf(korea, 'SG', 'chips').outcome)
  })
})

describe('a provider of models', () => {
  const yaml = (provider: string, more = ''): string => `
places: [CN, KR]
features: [{ id: api, kind: hosted-inference }]
models: [{ id: m, name: Example, provider: ${provider} }]${STATED.replace('listedOwnership: 0, sdnOwnership: 0', `listedOwnership: 0, sdnOwnership: 0${more}`)}`

  it('bars places by policy, which is told beside the law and never as law', () => {
    const rollout = rolled(yaml('anthropic', ', unsupportedOwnership: 0'))
    const china = cellOf(rollout, 'CN', 'api')
    expect(china.outcome).toBe('no-license-required')
    const { grounds } = rollout.answers[china.answer]!
    expect(grounds.policy.outcome).toBe('prohibited')
    expect(grounds.policy.because).toContain('policy.anthropic.places')
    expect(grounds.law.outcome).toBeNull()
    const korea = rollout.answers[cellOf(rollout, 'KR', 'api').answer]!
    expect(korea.grounds.policy.outcome).toBeNull()
    expect(rollout.findings.map(({ byPolicy, places }) => [byPolicy, places])).toEqual([
      [true, ['CN']],
    ])
  })

  it('holds a place where a missing fact does not let one say', () => {
    const rollout = rolled(yaml('anthropic'))
    const korea = rollout.answers[cellOf(rollout, 'KR', 'api').answer]!
    expect(korea.grounds.policy.outcome).toBe('needs-facts')
    expect(rollout.questions.map(({ at }) => at)).toContain('customers[0].unsupportedOwnership')
  })

  it('asks that of each class of customers', () => {
    const two = yaml('anthropic').replace(
      'customers:\n',
      'customers:\n  - { id: other, headquarters: here, ultimateParent: { headquarters: here }, lists: [], listedOwnership: 0, sdnOwnership: 0 }\n',
    )
    const places = rolled(two).questions.map(({ at, cells }) => [at, cells])
    expect(places).toEqual([
      ['customers[0].unsupportedOwnership', 1],
      ['customers[1].unsupportedOwnership', 1],
    ])
  })

  it('says nothing for a provider whose terms are not known', () => {
    expect(rolled(yaml('other')).findings).toEqual([])
  })
})
