import { describe, expect, it } from 'vitest'
import { DAY, issuesOf, madeAbroad } from './made-abroad.ts'

const inputsOf = (production: object) => madeAbroad({ production }).facts.lists['productionInputs']

describe('the inputs of a foreign-made item', () => {
  it('are unknown where the case does not list them, and the whole list where it does', () => {
    expect(inputsOf({})).toBeUndefined()
    expect(inputsOf({ inputs: [] })).toMatchObject({ members: [], complete: true })
  })

  it('are tested by entry, category, product group and series', () => {
    const [input] = inputsOf({ inputs: [{ limb: 'plant', eccn: '3E991.a' }] })!.members
    expect(input!.values).toMatchObject({
      'input.limb': 'plant',
      'input.eccn': '3E991',
      'input.category': '3',
      'input.productGroup': 'E',
      'input.series': 'other',
      'input.paragraphs': ['3E991', '3E991.a'],
    })
  })

  it('ask for their ECCN where they have none', () => {
    const [input] = inputsOf({ inputs: [{ limb: 'direct' }] })!.members
    expect(input!.values['input.productGroup']).toBeUndefined()
    expect(input!.paths['input.productGroup']).toBe('items[0].production.inputs[0].eccn')
  })

  it.each([
    [{ usOrigin: 'yes' }, true],
    [{ usOrigin: 'yes', subjectToEar: 'no' }, false],
    [{ usOrigin: 'yes', subjectToEar: 'unknown' }, undefined],
    [{ usOrigin: 'no' }, undefined],
    [{}, undefined],
  ])('%j: subject to the EAR is %s', (given, subject) => {
    const [input] = inputsOf({ inputs: [{ limb: 'direct', eccn: '3E001', ...given }] })!.members
    expect(input!.values['input.subjectToEar']).toBe(subject)
  })
})

describe('a certificate', () => {
  const outside = ['734.9(e)(1)']
  const signed = (signedOn: string, expires: string, more: object = {}) =>
    madeAbroad({
      production: { certificates: [{ from: 'Maker', signedOn, expires, outside }], ...more },
    }).facts.values['item.certifiedOutside']

  it('counts from the day on which it is signed to the day before it expires', () => {
    expect(signed(DAY, '2027-01-01')).toEqual(outside)
    expect(signed('2026-08-02', '2027-01-01')).toEqual([])
    expect(signed('2026-01-01', '2026-08-02')).toEqual(outside)
    expect(signed('2026-01-01', DAY)).toEqual([])
  })

  it('stands for inputs that are not listed, never against those that are', () => {
    const inputs = [{ limb: 'direct', eccn: '3E001', usOrigin: 'yes' }]
    expect(signed('2026-01-01', '2027-01-01', { inputs })).toEqual([])
  })

  it('names rules of 734.9', () => {
    const certificate = { from: 'Maker', signedOn: DAY, expires: '2027-01-01' }
    expect(issuesOf({ certificates: [{ ...certificate, outside: ['734.9(e)(4)'] }] })).toEqual([
      'items[0].production.certificates[0].outside[0]: found `734.9(e)(4)`; did you mean `734.9(e)(1)`?',
    ])
  })
})
