import { describe, expect, it } from 'vitest'
import { knownOf } from '../../src/facts/known.ts'
import { destination, dictionary } from './world.ts'

const known = (fact: string, raw: unknown) => knownOf(dictionary.get(fact)!, raw, destination)

describe('knownOf', () => {
  it('knows nothing of what is absent or unknown, boxed or not', () => {
    for (const raw of [
      undefined,
      'unknown',
      { value: 'unknown' },
      { value: 'unknown', source: 'form' },
    ]) {
      for (const fact of [
        'endUse.military',
        'to',
        'circuit.tpp',
        'item.eccn',
        'party.lists',
        'activity',
      ]) {
        expect(known(fact, raw)).toBeUndefined()
      }
    }
  })

  it('reads yes and no', () => {
    expect(known('endUse.military', 'no')).toEqual({ value: false, source: { from: 'case' } })
    expect(known('endUse.military', true)?.value).toBe(true)
  })

  it('reads a range, and one of two equal bounds as a number', () => {
    expect(known('circuit.dieArea', [780, 830])?.value).toEqual({ low: 780, high: 830 })
    expect(known('circuit.dieArea', [814, 814])?.value).toBe(814)
  })

  it('tells where a value comes from', () => {
    expect(known('circuit.tpp', { value: 2368, source: 'NVIDIA datasheet' })?.source).toEqual({
      from: 'case',
      text: 'NVIDIA datasheet',
    })
    expect(
      known('circuit.tpp', {
        value: 2368,
        source: { document: 'datasheet', page: 3, date: '2024-01-01' },
        evidence: 'file 7',
      })?.source.text,
    ).toBe('datasheet, p. 3, 2024-01-01, evidence: file 7')
  })

  it('gives the country whose rules govern, and says so', () => {
    expect(known('to', 'HK')).toEqual({
      value: 'CN',
      source: { from: 'case', text: 'HK is treated as CN' },
    })
    expect(known('to', { value: 'GL', source: 'contract' })).toEqual({
      value: 'DK',
      source: { from: 'case', text: 'contract; GL is treated as DK' },
    })
    expect(known('to', 'CN')).toEqual({ value: 'CN', source: { from: 'case' } })
  })
})
