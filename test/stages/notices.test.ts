import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { engine } from '../engine.ts'

const investment = (date: string): string => `
kind: transaction
date: ${date}
activity: investment
from: US
to: CN
parties: [{ role: target, name: Developer, country: CN, lists: [], listedOwnership: 0 }]
investment: { kind: equity, technology: [ai], trainingOperations: 2.0e+23, biologicalSequences: no, systemUses: [] }
`

const dueDays = (yaml: string): (string | null)[] => {
  const [read] = readCases(yaml, 'case.yaml', engine.schema)
  if (read === undefined || !read.ok) throw new Error(JSON.stringify(read?.issues))
  const { obligations } = check(engine, read.value.case, {
    today: '2026-11-22',
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
    caseSha256: '',
    fallbackId: 'case',
  })
  return obligations.map(({ dueBy }) => dueBy)
}

describe('the day by which a duty is due', () => {
  it.each([
    ['2026-11-20', '2026-12-20'],
    ['2025-12-15', '2026-01-14'],
    ['2028-02-01', '2028-03-02'],
  ])('is 30 calendar days after a notifiable investment of %s: %s', (date, due) => {
    expect(dueDays(investment(date))).toEqual([due, null])
  })
})
