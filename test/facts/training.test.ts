import { describe, expect, it } from 'vitest'
import { trainingFacts } from '../../src/facts/training.ts'
import { engine } from '../engine.ts'

const run = {
  what: 'pre-training',
  gpuHours: 7e7,
  product: 'NVIDIA H100 SXM',
  format: 'BF16',
  utilization: 41,
}
const read = (
  runs: Parameters<typeof trainingFacts>[0]['runs'],
  complete: 'yes' | 'silent' = 'yes',
  stated?: number,
) =>
  trainingFacts(
    runs === undefined ? {} : { runs },
    stated,
    complete === 'yes' ? true : undefined,
    'items[0]',
    engine.catalog,
  )
const OPERATIONS = 'item.trainingOperations'

describe('the training of a model as facts', () => {
  it('says nothing where a case names no run', () => {
    expect(read(undefined)).toMatchObject({ values: {}, conflicts: [], remarks: [] })
  })

  it('takes the peak of a product from the catalogue, in the format of the training', () => {
    const found = read([run])
    // 7e7 x 3,600 x 989.4e12 x 41 percent is 1.02224808e26, and the peak is recollected.
    expect(found.values[OPERATIONS]).toEqual({ low: 1.0120255992e26, high: 1.0324705608e26 })
    expect(found.sources[OPERATIONS]).toMatchObject({ from: 'derived', confidence: 'C' })
    expect(found.remarks[0]).toMatch(/^training: pre-training: 7e7 GPU-hours x 3,600 s x /)
  })

  it('takes a stated peak before the catalogue', () => {
    expect(read([{ ...run, peak: 1000 }]).values[OPERATIONS]).toBe(1.0332e26)
  })

  it('is not known while the case does not say that the runs are all there are', () => {
    const found = read([run], 'silent')
    expect(found.values[OPERATIONS]).toBeUndefined()
    expect(found.asks[OPERATIONS]).toBe('items[0].training.complete')
  })

  it.each([
    [{ ...run, format: undefined }, 'runs[0].format'],
    [{ ...run, format: 'FP3' }, 'runs[0].peak'],
    [{ ...run, product: 'NVIDIA H1000' }, 'runs[0].peak'],
    [{ ...run, utilization: undefined }, 'runs[0].utilization'],
    [{ what: 'pre-training' }, 'runs[0].operations'],
  ])('asks for the part that is missing', (input, place) => {
    const given = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    )
    expect(read([given as never]).asks[OPERATIONS]).toBe(`items[0].training.${place}`)
  })

  it('says so of a product that the catalogue does not have', () => {
    expect(read([{ ...run, product: 'NVIDIA H1000' }]).remarks.join()).toContain('no accelerator')
  })

  it('leaves a stated total as it stands, and holds it against the runs', () => {
    const one = [{ what: 'pre-training', operations: 2e26 }]
    expect(read(one, 'yes', 5e25)).toMatchObject({
      values: {},
      conflicts: ['trainingOperations: the case says 5e25, its runs give 2e26'],
    })
    expect(read(one, 'yes', 1.97e26).conflicts).toEqual([])
    expect(read(one, 'silent', 5e25).conflicts).toEqual([])
  })
})
