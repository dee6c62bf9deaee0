import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { cloudOf, cloudProvider, findInstance, findRegion } from '../../src/catalog/cloud.ts'
import { catalogOf, lookup } from '../../src/catalog/lookup.ts'
import { pack } from '../engine.ts'
import { rows } from './read-catalog.ts'

const folder = new URL('../../rules/cloud/', import.meta.url)
const providers = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => cloudProvider.parse(parse(readFileSync(new URL(name, folder), 'utf8'))))
const cloud = cloudOf(providers)
const catalog = catalogOf(rows, providers)

describe('an instance type', () => {
  it.each([
    ['p5.48xlarge', 'aws', 'NVIDIA H100 SXM', 8],
    ['aws:p5.48xlarge', 'aws', 'NVIDIA H100 SXM', 8],
    ['AMAZON:P5EN.48XLARGE', 'aws', 'NVIDIA H200 SXM', 8],
    ['Standard_ND96isr_H100_v5', 'azure', 'NVIDIA H100 SXM', 8],
    ['nd96isr_h100_v5', 'azure', 'NVIDIA H100 SXM', 8],
    ['a3-ultragpu-8g', 'gcp', 'NVIDIA H200 SXM', 8],
    ['google:ct5p-hightpu-4t', 'gcp', 'Google TPU v5p', 4],
    ['BM.GPU.MI300X.8', 'oci', 'AMD MI300X', 8],
    ['gd-8xh200ib-i128', 'coreweave', 'NVIDIA H200 SXM', 8],
    ['ecs.ebmgn8v.48xlarge', 'alibaba', 'NVIDIA H20', 8],
    ['GT4.41XLARGE948', 'tencent', 'NVIDIA A100 40GB', 8],
    ['modelarts.bm.npu.arm.8snt9b', 'huawei', 'Huawei Ascend 910B', 8],
  ])('%s is of %s and holds %s', (text, provider, accelerator, count) => {
    const resolved = findInstance(cloud, text)
    if (resolved === undefined || !('found' in resolved)) throw new Error(JSON.stringify(resolved))
    expect(resolved.found).toMatchObject({ provider, accelerator, count })
  })

  it('resolves to its accelerators, a share to the whole of one', () => {
    expect(lookup(catalog, 'p5.48xlarge')).toMatchObject({
      found: { name: 'NVIDIA H100 SXM' },
      circuits: 8,
    })
    expect(lookup(catalog, 'g6f.large')).toMatchObject({
      found: { name: 'NVIDIA L4' },
      circuits: 1,
      instance: { count: 0.125 },
    })
  })

  it('has no count where its sources disagree', () => {
    const found = lookup(catalog, 'p6e-gb200.36xlarge')
    expect(found.circuits).toBeUndefined()
    expect(found.instance?.count).toBeUndefined()
    expect(found.instance?.counts.map(({ count }) => count)).toEqual([4, 36])
  })

  it('whose accelerator the catalogue lacks is found all the same', () => {
    expect(lookup(catalog, 'g5g.xlarge')).toMatchObject({
      unknown: 'NVIDIA T4G',
      instance: { type: 'g5g.xlarge' },
    })
  })

  it('that no provider has is met with the nearest one', () => {
    expect(lookup(catalog, 'p5.48xlarg')).toMatchObject({ suggestions: ['p5.48xlarge'] })
    expect(lookup(catalog, 'aws:p5.49xlarge')).toMatchObject({ suggestions: ['p5.4xlarge'] })
    expect(findInstance(cloud, 'p5.49xlarge')).toBeUndefined()
    expect(findInstance(cloud, 'oci:p5.48xlarge')).toMatchObject({ unknown: 'p5.48xlarge' })
  })
})

describe('a region', () => {
  it.each([
    ['ap-southeast-1', undefined, 'SG'],
    ['us-gov-west-1', undefined, 'US'],
    ['malaysiawest', undefined, 'MY'],
    ['eastasia', undefined, 'HK'],
    ['me-central2', undefined, 'SA'],
    ['ap-kulai-2', undefined, 'MY'],
    ['ap-southeast-1', 'huawei', 'HK'],
    ['huawei:ap-southeast-1', undefined, 'HK'],
    ['aliyun:ap-southeast-3', undefined, 'MY'],
    ['norwayeast', 'azure', 'NO'],
    ['cn-hangzhou', undefined, 'CN'],
  ])('%s of %s is in %s', (text, provider, country) => {
    expect(findRegion(cloud, text, provider)).toMatchObject({ found: { country } })
  })

  it('says which other providers use its name for another country', () => {
    const resolved = findRegion(cloud, 'ap-southeast-1')
    if (!('found' in resolved)) throw new Error(JSON.stringify(resolved))
    expect(resolved.found.provider).toBe('aws')
    expect(resolved.others.map(({ provider, country }) => `${provider} ${country}`)).toEqual([
      'huawei HK',
    ])
  })

  it('that nobody has is met with the nearest one', () => {
    expect(findRegion(cloud, 'ap-southeast-19')).toMatchObject({ suggestions: ['ap-southeast-1'] })
    expect(findRegion(cloud, 'ap-southeast-3', 'oci')).toMatchObject({ unknown: 'ap-southeast-3' })
  })

  it('is in a country that the country table has', () => {
    const codes = new Set(pack.countries.countries.map(({ code }) => code))
    const named = providers.flatMap(({ regions }) => regions.map(({ country }) => country))
    expect(named.filter((code) => !codes.has(code))).toEqual([])
  })
})

it('refuses a row whose source its file does not have', () => {
  const broken = cloudProvider.parse({
    provider: 'acme',
    name: 'Acme',
    headquarters: 'US',
    sources: {},
    instances: [{ type: 'x.1', accelerator: 'NVIDIA H20', count: 1, source: 'nowhere' }],
  })
  expect(() => cloudOf([broken])).toThrow('acme has no source nowhere')
})
