import { describe, expect, it } from 'vitest'
import { since } from '../../src/rollout/changes.ts'
import { rolled, STATED } from './world.ts'

const yaml = (places: string): string =>
  `places: [${places}]\nfeatures: [{ id: api, kind: hosted-inference }]${STATED}`

describe('since an earlier run', () => {
  it('nothing differs in the same run', () => {
    const run = rolled(yaml('KR, IR'))
    expect(since(run, run)).toMatchObject({ changes: [], differs: [] })
  })

  it('today is compared with yesterday, whatever the law dates are', () => {
    const yesterday = rolled(yaml('SY'), { asOf: ['2025-05-01'] })
    const today = rolled(yaml('SY'), { asOf: ['2025-08-01'] })
    const { changes, differs } = since(today, yesterday)
    expect(differs).toEqual(['law-date'])
    expect(changes).toMatchObject([
      {
        place: 'SY',
        before: { asOf: '2025-05-01', outcome: 'prohibited' },
        after: { asOf: '2025-08-01', outcome: 'no-license-required' },
      },
    ])
  })

  it('the same date is compared with itself where both runs have it', () => {
    const both = rolled(yaml('SY'), { asOf: ['2025-05-01', '2025-08-01'] })
    const later = rolled(yaml('SY'), { asOf: ['2025-08-01'] })
    expect(since(later, both).changes).toEqual([])
  })

  it('a place that is new or gone is a change', () => {
    const before = rolled(yaml('KR'))
    const after = rolled(yaml('JP'), { manifestSha256: '1'.repeat(64) })
    const { changes, differs } = since(after, before)
    expect(differs).toEqual(['manifest'])
    expect(changes.map(({ place, before: then, after: now }) => [place, then, now])).toMatchObject([
      ['JP', null, { outcome: 'no-license-required' }],
      ['KR', { outcome: 'no-license-required' }, null],
    ])
  })

  it('another reason for the same outcome is a change', () => {
    const open = rolled(yaml('KR').replace('nuclear: no', 'nuclear: unknown'))
    const other = rolled(
      yaml('KR').replace('militaryIntelligence: no', 'militaryIntelligence: unknown'),
    )
    expect(open.cells[0]!.outcome).toBe(other.cells[0]!.outcome)
    expect(since(other, open).changes).toHaveLength(1)
  })
})
