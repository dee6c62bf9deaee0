import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/rollout/layout.ts'
import { placeOf } from '../../src/rollout/places.ts'
import { cellName, originOf, transactionOf } from '../../src/rollout/transaction.ts'
import { engine } from '../engine.ts'
import { read } from './world.ts'

const { manifest } = read(`
places: [all]
from: US
exporter: { name: Example AI, headquarters: US }
models:
  - { id: big, name: Big 1, provider: anthropic, trainingOperations: 2.0e26 }
  - { id: small, name: Small 1, weightsPublished: yes }
features:
  - { id: api, kind: hosted-inference, models: [big] }
  - { id: tuning, kind: fine-tuning, models: [big], facts: { endUse: { military: no }, service: { foreignPersons: yes } } }
  - { id: weights, kind: weights-download, models: [small] }
  - { id: box, kind: on-prem-container, models: [small], items: [{ description: container, form: software }] }
  - { id: hours, kind: gpu-hours, regions: [aws:me-south-1], items: [{ product: p5.48xlarge }] }
  - { id: gulf, kind: gpu-region, regions: [AE], items: [{ product: p5.48xlarge, quantity: 8 }], operator: { name: Gulf Host, country: here, headquarters: here } }
customers:
  - { id: any, headquarters: here, ultimateParent: { headquarters: here } }
facts: { endUse: { nuclear: no }, letters: [] }
`)
const [api, tuning, weights, box, hours, gulf] = columnsOf(manifest)
const of = (column: typeof api, code: string) =>
  transactionOf(manifest, column!, placeOf(code, engine, new Set([code])), '2026-11-20')

describe('the transaction of a cell', () => {
  it('of a hosted model is a service that sends nothing', () => {
    expect(of(api, 'KR')).toEqual({
      kind: 'transaction',
      id: 'KR:api:big',
      date: '2026-11-20',
      activity: 'hosted-model',
      from: 'US',
      to: 'KR',
      model: 'Big 1',
      provider: 'anthropic',
      parties: [
        { role: 'exporter', name: 'Example AI', headquarters: 'US' },
        {
          role: 'end-user',
          country: 'KR',
          headquarters: 'KR',
          ultimateParent: { headquarters: 'KR' },
        },
      ],
      service: { does: ['general-model'] },
      endUse: { nuclear: 'no' },
      letters: [],
    })
  })

  it('has the facts of the feature over those of the manifest, and loses neither', () => {
    expect(of(tuning, 'KR')).toMatchObject({
      endUse: { nuclear: 'no', military: 'no' },
      service: { does: ['general-model', 'fine-tuning'], foreignPersons: 'yes' },
    })
  })

  it('of weights sends the model as an item', () => {
    expect(of(weights, 'KR')).toMatchObject({
      activity: 'weights-transfer',
      model: 'Small 1',
      items: [{ form: 'model-weights', description: 'Small 1', weightsPublished: 'yes' }],
    })
  })

  it('of a container sends it with the model in it', () => {
    expect(of(box, 'KR')['activity']).toBe('export')
    expect(of(box, 'KR').items).toMatchObject([{ form: 'software' }, { form: 'model-weights' }])
  })

  it('of rented machines says where they stand, and lets that say where the service comes from', () => {
    const transaction = of(hours, 'KR')
    expect(transaction).toMatchObject({
      activity: 'hosted-compute',
      compute: { region: 'aws:me-south-1' },
      items: [{ product: 'p5.48xlarge' }],
    })
    expect(transaction).not.toHaveProperty('from')
    expect(transaction.parties!.map(({ role }) => role)).toEqual(['operator', 'tenant'])
  })

  it('of a region sends machines to whoever runs the data center there', () => {
    const { activity, parties } = of(gulf, 'AE')
    expect(activity).toBe('export')
    expect(parties).toMatchObject([
      { role: 'exporter', name: 'Example AI' },
      { role: 'ultimate-consignee', name: 'Gulf Host', country: 'AE', headquarters: 'AE' },
      { role: 'end-user', name: 'Gulf Host', country: 'AE' },
      { role: 'tenant', country: 'AE', headquarters: 'AE' },
    ])
  })

  it('names the embargoed part of a region of Ukraine', () => {
    expect(of(api, 'DNR')).toMatchObject({ to: 'UA-14', region: 'DNR' })
    expect(of(api, 'UA-43')).toMatchObject({ to: 'UA-43' })
    expect(of(api, 'UA-43')).not.toHaveProperty('region')
  })

  it('is a case that check reads, whatever the feature but machines of a region', () => {
    for (const column of [api, tuning, weights, box, gulf])
      expect(engine.schema.safeParse(of(column, 'AE')).error?.issues).toBeUndefined()
  })
})

describe('a cell', () => {
  it('is named by place and feature, with model and customers where there are several', () => {
    expect(cellName(manifest, weights!, 'KR')).toBe('KR:weights:small')
    expect(cellName(manifest, gulf!, 'AE')).toBe('AE:gulf')
  })

  it.each([
    [2, 'items[0].weightsPublished', 'models[1].weightsPublished'],
    [3, 'items[0].eccn', 'features[3].items[0].eccn'],
    [3, 'items[1].eccn', 'models[1].eccn'],
    [0, 'parties[0].lists', 'exporter.lists'],
    [0, 'parties[1].lists', 'customers[0].lists'],
    [5, 'parties[1].lists', 'features[5].operator.lists'],
    [5, 'parties[2].lists', 'features[5].operator.lists'],
    [5, 'parties[3].lists', 'customers[0].lists'],
    [0, 'provider', 'models[0].provider'],
    [0, 'model', 'models[0].name'],
    [4, 'compute.region', 'features[4].regions'],
    [0, 'endUse.military', 'facts.endUse.military'],
    [0, 'region', 'places'],
    [0, 'from', 'from'],
  ])('of feature %i has %s of its transaction at %s', (feature, path, at) => {
    const column = columnsOf(manifest).find((one) => one.feature === feature)!
    expect(originOf(manifest, column, path)).toBe(at)
  })
})
