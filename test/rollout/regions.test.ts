import { describe, expect, it } from 'vitest'
import { located } from '../../src/rollout/regions.ts'
import { engine } from '../engine.ts'

describe('where a region lies', () => {
  it.each([
    ['aws:me-south-1', 'BH'],
    ['us-east-1', 'US'],
    ['AE', 'AE'],
    ['aws:ap-southeast-1', 'SG'],
  ])('%s is in %s', (word, code) => {
    expect(located(engine, word)).toEqual({ code })
  })

  it('is never guessed where providers use one name for several countries', () => {
    const found = located(engine, 'ap-southeast-1')
    expect(found).toMatchObject({ fault: expect.stringContaining('`aws:ap-southeast-1` (SG)') })
    expect(found).toMatchObject({ fault: expect.stringContaining('`huawei:ap-southeast-1` (HK)') })
  })

  it.each([
    ['us-est-1', 'did you mean `us-east-1`?'],
    ['EU', 'is a group'],
    ['nowhere', 'write the country'],
  ])('%s is refused', (word, mend) => {
    expect(located(engine, word)).toMatchObject({ fault: expect.stringContaining(mend) })
  })
})
