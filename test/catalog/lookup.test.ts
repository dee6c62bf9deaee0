import { describe, expect, it } from 'vitest'
import { accelerator } from '../../src/catalog/catalog.ts'
import { catalogOf, lookup, type Lookup } from '../../src/catalog/lookup.ts'
import { rows } from './read-catalog.ts'

const catalog = catalogOf(rows)

function say(result: Lookup): string {
  if ('found' in result)
    return `${result.circuits === undefined ? '' : `${result.circuits} x `}${result.found.name}`
  if ('candidates' in result)
    return `which of ${result.candidates.map((row) => row.name).join(', ')}`
  return `unknown, perhaps ${result.suggestions.join(', ')}`
}

describe('lookup', () => {
  it.each([
    ['NVIDIA H20', 'NVIDIA H20'],
    ['nvidia h20', 'NVIDIA H20'],
    ['H-20', 'NVIDIA H20'],
    ['NVIDIA® H100 SXM5', 'NVIDIA H100 SXM'],
    ['NVIDIA H100-SXM', 'NVIDIA H100 SXM'],
    ['NVIDIA H100 SXM GPU', 'NVIDIA H100 SXM'],
    ['NVIDIA L4 Tensor Core GPU', 'NVIDIA L4'],
    ['GeForce RTX 4090D', 'NVIDIA RTX 4090 D'],
    ['rtx4090', 'NVIDIA RTX 4090'],
    ['AMD Instinct MI300X', 'AMD MI300X'],
    ['Instinct MI325X accelerator', 'AMD MI325X'],
    ['Intel Gaudi 3', 'Intel Gaudi 3'],
    ['Ironwood', 'Google TPU v7'],
    ['Huawei Ascend 910C', 'Huawei Ascend 910C'],
    ['ＨＢＭ３Ｅ', 'HBM3E stack'],
    ['NVIDIA GeForce RTX 3090', 'NVIDIA GeForce RTX 3090'],
  ])('finds %s', (text, name) => {
    const result = lookup(catalog, text)
    if (!('found' in result)) throw new Error(say(result))
    expect(result.found.name).toBe(name)
    expect(result.circuits).toBeUndefined()
  })

  it.each([
    ['8 x NVIDIA H100 SXM', '8 x NVIDIA H100 SXM'],
    ['8x H100 SXM', '8 x NVIDIA H100 SXM'],
    ['8xH20', '8 x NVIDIA H20'],
    ['4 × MI300X', '4 x AMD MI300X'],
    ['server with 8 NVIDIA H100 SXM', '8 x NVIDIA H100 SXM'],
    ['Server with 8x NVIDIA H20', '8 x NVIDIA H20'],
    ['a server with 16 NVIDIA A800 80GB GPUs', '16 x NVIDIA A800 80GB'],
  ])('reads %s as a number of circuits', (text, expected) => {
    expect(say(lookup(catalog, text))).toBe(expected)
  })

  it.each([
    ['H100', 'which of NVIDIA H100 SXM, NVIDIA H100 PCIe, NVIDIA H100 NVL'],
    ['NVIDIA H200', 'which of NVIDIA H200 SXM, NVIDIA H200 NVL'],
    ['A100 SXM4', 'which of NVIDIA A100 40GB, NVIDIA A100 80GB'],
    ['MI300', 'which of AMD MI300A, AMD MI300X'],
    ['Gaudi', 'which of Intel Gaudi HL-205, Intel Gaudi 2, Intel Gaudi 3'],
    ['RTX 6000', 'which of NVIDIA RTX 6000 Ada, NVIDIA Quadro RTX 6000'],
  ])('asks which product is meant by %s', (text, expected) => {
    const result = say(lookup(catalog, text))
    expect(result.split(/which of |, /).sort()).toEqual(expected.split(/which of |, /).sort())
  })

  it('keeps the number of an ambiguous product', () => {
    const result = lookup(catalog, '8x H100')
    expect('candidates' in result && result.circuits).toBe(8)
  })

  it.each([
    ['NVIDIA H10 SXM', 'NVIDIA H100 SXM'],
    ['RTX 4090 Ti', 'NVIDIA RTX 4090'],
    ['Gaudi3x', 'Intel Gaudi 3'],
    ['Ascend 910X', 'Huawei Ascend 910'],
    ['8x H100 SXN', 'NVIDIA H100 SXM'],
  ])('suggests for %s', (text, likely) => {
    const result = lookup(catalog, text)
    if (!('unknown' in result)) throw new Error(say(result))
    expect(result.unknown).toBe(text)
    expect(result.suggestions).toContain(likely)
    expect(result.suggestions.length).toBeLessThanOrEqual(3)
  })

  it.each(['', '   ', 'a kettle', '0x H100 SXM', '8x', '日本'])('does not know %j', (text) => {
    expect('unknown' in lookup(catalog, text)).toBe(true)
  })

  it('suggests nothing for what is like nothing', () => {
    expect(lookup(catalog, 'washing machine')).toEqual({
      unknown: 'washing machine',
      suggestions: [],
    })
  })

  it('finds every product by its name and each alias', () => {
    for (const row of rows) {
      for (const name of [row.name, ...row.aliases]) {
        expect(say(lookup(catalog, name)), name).toBe(row.name)
      }
    }
  })
})

describe('catalogOf', () => {
  const row = (name: string, more: object = {}) =>
    accelerator.parse({ name, vendor: 'Acme', ...more })

  it('refuses one name for two products', () => {
    expect(() => catalogOf([row('Acme One'), row('Acme Two', { aliases: ['one'] })])).toThrow(
      'in common',
    )
  })

  it('refuses a name that is both ambiguous and a product', () => {
    expect(() => catalogOf([row('Acme One'), row('Acme Two', { ambiguous: ['One'] })])).toThrow(
      'ambiguous',
    )
  })
})
