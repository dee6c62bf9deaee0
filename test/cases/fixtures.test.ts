import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { engine } from '../engine.ts'

const folder = join(import.meta.dirname, '../../fixtures/deals')

/** What the law gives for the deals that the README and other tests use, each on its own date. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'api-iran.yaml': 'prohibited',
  'drives-footnote-1.yaml': 'license-required',
  'eda-renewal-key.yaml': 'no-license-required',
  'five-lines.yaml': 'needs-facts',
  'gpu-hours-singapore.yaml': 'no-license-required',
  'h100-h20-singapore.yaml': 'license-required',
  'h100-israel.yaml': 'no-license-required',
  'h200-china-lane.yaml': 'license-required',
  'hbm2-malaysia.yaml': 'permitted-with-conditions',
  'l40-vietnam-aca.yaml': 'permitted-with-conditions',
  'labeling-contractor.yaml': 'permitted-with-conditions',
  'model-company-beijing.yaml': 'permitted-with-conditions',
  'rtx-4090-nac.yaml': 'permitted-with-conditions',
  'weights-korea.yaml': 'no-license-required',
}

describe('the deals of the fixtures', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()

  it.each(files.filter((name) => name in OUTCOMES))('%s', (name) => {
    const read = readCases(readFileSync(join(folder, name), 'utf8'), name, engine.schema)
    const outcomes = read.map((one) => {
      if (!one.ok) throw new Error(one.issues.map(({ message }) => message).join('\n'))
      const options = {
        today: '2026-11-22',
        posture: 'enforced',
        includeProposed: false,
        profiles: [],
        caseSha256: '',
        fallbackId: 'case',
      } as const
      return check(engine, one.value.case, options).outcome
    })
    expect(outcomes).toEqual([OUTCOMES[name]])
  })

  it('are all there', () => {
    expect(Object.keys(OUTCOMES).filter((name) => !files.includes(name))).toEqual([])
  })
})
