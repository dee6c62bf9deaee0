import { describe, expect, it } from 'vitest'
import { accelerator } from '../../src/catalog/catalog.ts'
import { figures } from './figures.ts'
import { catalogOf } from '../../src/catalog/lookup.ts'
import { bounds } from '../../src/derive/measured.ts'
import { files, rows } from './read-catalog.ts'

const measuredOf = (row: (typeof rows)[number]) =>
  [
    row.dieArea,
    row.dramBandwidth,
    row.interconnectBandwidth,
    row.memoryBandwidth,
    row.packageArea,
    ...row.throughput,
  ].filter((value) => value !== undefined)

describe('the accelerator catalogue', () => {
  it('has every chip of the main list and at least 90 of the open one', () => {
    const epoch = files.find((file) => file.name === 'epoch.yaml')?.rows ?? []
    expect(epoch.length).toBeGreaterThanOrEqual(90)
    expect(rows.length - epoch.length).toBe(93 + 4)
  })

  it('gives each name to one product', () => {
    expect(() => catalogOf(rows)).not.toThrow()
  })

  it('never has less throughput with sparsity than without', () => {
    const wrong = rows.flatMap((row) =>
      row.throughput
        .filter(({ dense, sparse }) => sparse !== undefined && sparse < bounds(dense).high)
        .map(({ format }) => `${row.name} ${format}`),
    )
    expect(wrong).toEqual([])
  })

  it('writes down no figure of Epoch AI above confidence C and credits it by name', () => {
    for (const row of files.find((file) => file.name === 'epoch.yaml')?.rows ?? []) {
      for (const value of measuredOf(row)) {
        expect([value.confidence, value.source], row.name).toEqual(['C', 'Epoch AI'])
      }
      expect(row.marketedForDataCenter, row.name).toBeUndefined()
    }
  })

  it('names Epoch AI nowhere else, and Wikipedia nowhere', () => {
    for (const file of files) {
      const text = JSON.stringify(file.rows)
      if (file.name !== 'epoch.yaml') expect(text, file.name).not.toContain('Epoch')
      expect(text, file.name).not.toContain('ikipedia')
    }
  })

  it('finds no density without an area and no TPP without throughput', () => {
    for (const row of rows) {
      const { tpp, performanceDensity } = figures(row)
      expect(tpp === undefined, row.name).toBe(row.throughput.length === 0)
      expect(performanceDensity === undefined, row.name).toBe(
        tpp === undefined || row.dieArea === undefined,
      )
    }
  })
})

describe('a row', () => {
  const row = { name: 'Acme One', vendor: 'Acme' }
  const sourced = { confidence: 'B', source: 'datasheet' }

  it('reads a pair as a range', () => {
    expect(
      accelerator.parse({ ...row, dieArea: { value: [780, 830], ...sourced } }).dieArea?.value,
    ).toEqual({ low: 780, high: 830 })
  })

  it.each([
    ['a misspelt key', { ...row, dieSize: 814 }],
    ['a range from high to low', { ...row, dieArea: { value: [830, 780], ...sourced } }],
    ['a negative area', { ...row, dieArea: { value: -1, ...sourced } }],
    ['a value without a source', { ...row, dieArea: { value: 814, confidence: 'B' } }],
    [
      'a format that is no number format',
      { ...row, throughput: [{ format: 'fast', bits: 8, dense: 1, ...sourced }] },
    ],
    ['an unknown form', { ...row, form: 'box' }],
  ])('refuses %s', (_, wrong) => {
    expect(accelerator.safeParse(wrong).success).toBe(false)
  })
})

describe('public HBM stacks', () => {
  it.each([
    ['HBM2', 2.78],
    ['HBM2E', 4.18],
    ['HBM3', 6.77],
    ['HBM3E', 9.75],
  ])('%s has a density of %f', (name, density) => {
    const row = rows.find((candidate) => candidate.name === `${name} stack`)
    expect(row && figures(row).memoryBandwidthDensity?.value).toBeCloseTo(density, 2)
  })
})
