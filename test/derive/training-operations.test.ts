import { describe, expect, it } from 'vitest'
import { formatOperations, trainingOperations } from '../../src/derive/training-operations.ts'

const hours = {
  what: 'pre-training',
  gpuHours: 1e8,
  peak: { value: 1000, confidence: 'B' },
  utilization: 40,
} as const

describe('training operations', () => {
  it('are GPU-hours x 3,600 s x peak x utilization', () => {
    expect(trainingOperations([hours])).toEqual({
      value: 1.44e26,
      arithmetic: [
        'pre-training: 1e8 GPU-hours x 3,600 s x 1000 x 10^12 operations a second x 40 percent = 1.44e26 operations',
      ],
      open: undefined,
    })
  })

  it('are counted over all runs', () => {
    const runs = [
      { what: 'pre-training', operations: 9.5e25 },
      { what: 'fine-tuning', operations: 5e24 },
    ]
    const found = trainingOperations(runs)
    expect(found.value).toBe(1e26)
    expect(found.arithmetic.at(-1)).toBe('together 1e26 operations')
  })

  it('put a counted number before what hardware gives', () => {
    expect(trainingOperations([{ ...hours, operations: 2e25 }]).value).toBe(2e25)
  })

  it('keep a range a range, and name what would narrow it', () => {
    const found = trainingOperations([{ ...hours, utilization: { low: 27, high: 28 } }])
    expect(found.value).toEqual({ low: 9.72e25, high: 1.008e26 })
    expect(found.open).toEqual({ run: 0, missing: 'utilization' })
  })

  it('put a recollected peak 1 percent to either side', () => {
    const peak = { value: 1000, confidence: 'C' } as const
    const found = trainingOperations([{ ...hours, peak }])
    expect(found.value).toEqual({ low: 1.4256e26, high: 1.4544e26 })
    expect(found.open).toEqual({ run: 0, missing: 'peak' })
  })

  it.each([
    [{ what: 'run' }, 'operations'],
    [{ ...hours, gpuHours: undefined }, 'gpuHours'],
    [{ ...hours, peak: undefined }, 'peak'],
    [{ ...hours, utilization: undefined }, 'utilization'],
  ] as const)('are open where a run lacks a part', (run, missing) => {
    const found = trainingOperations([{ what: 'first', operations: 1 }, run])
    expect(found.value).toBeUndefined()
    expect(found.open).toEqual({ run: 1, missing })
  })

  it('lose no digit that could cross the line, and gain none', () => {
    const below = { ...hours, gpuHours: 69444444, utilization: 40 }
    const at = { what: 'run', gpuHours: 1e8, peak: hours.peak, utilization: 27.7777777778 }
    expect(trainingOperations([below]).value).toBeLessThan(1e26)
    expect(trainingOperations([at]).value).toBe(1e26)
  })
})

describe('written operations', () => {
  it.each([
    [980, '980'],
    [7e7, '7e7'],
    [9.9999e25, '9.9999e25'],
    [{ low: 9e25, high: 1.1e26 }, '9e25 to 1.1e26'],
  ])('%s', (value, text) => {
    expect(formatOperations(value)).toBe(text)
  })
})
