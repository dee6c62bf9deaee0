import { describe, expect, it } from 'vitest'
import { ask, clean, graph, holds, listed } from './graphs.ts'

const T = clean('T')
const A = listed('A')
const B = clean('B')

describe('issues', () => {
  it.each([
    ['bad-percent', graph([B, T], holds('B > T', -1))],
    ['bad-percent', graph([B, T], holds('B > T', 101))],
    ['bad-percent', graph([A, T], holds('A > T', [40, 30]))],
    ['bad-percent', graph([A, T], holds('A > T', Number.NaN))],
    ['bad-date', graph([A, T], holds('A > T', 50, { from: '1 May 2024' }))],
    ['bad-date', graph([A, T], holds('A > T', 50, { from: '2025-12-01', until: '2025-01-01' }))],
    ['unknown-entity', graph([T], holds('X > T', 60))],
    ['unknown-entity', graph([B])],
    ['repeated-entity', graph([B, B, T], holds('B > T', 60))],
    ['repeated-holding', graph([A, T], holds('A > T', 30), holds('A > T', 30))],
    ['self-holding', graph([A, T], holds('T > T', 20), holds('A > T', 40))],
    ['over-100-percent', graph([A, B, T], holds('A > T', 45), holds('B > T', 60))],
  ])('%s is named, and never clears', (kind, of) => {
    const answer = ask(of)
    const kinds = answer.issues.map((issue) => issue.kind)
    expect(kinds).toContain(kind)
    if (kind !== 'bad-percent' || of.entities[0] !== B) expect(answer.verdict).toBe('unknown')
  })

  it('a sound graph has none', () => {
    expect(ask(graph([A, B, T], holds('A > T', 50), holds('B > T', 50))).issues).toEqual([])
  })

  it('two holdings of one pair at different times are no repetition', () => {
    const earlier = holds('A > T', 10, { until: '2025-01-01' })
    const later = holds('A > T', 50, { from: '2025-01-01' })
    expect(ask(graph([A, T], earlier, later))).toMatchObject({ verdict: 'yes', issues: [] })
  })

  it('a holding told twice is at least one and at most both, and keeps its sources', () => {
    const twice = ['register', 'annual report'].map((source) => holds('A > T', 20, { source }))
    expect(ask(graph([A, T], ...twice))).toMatchObject({
      verdict: 'no',
      percent: { low: 20, high: 40 },
      path: [{ source: 'annual report; register' }],
    })
  })

  it('a yes stands where the shares of others are too many', () => {
    const of = graph([A, B, T], holds('A > T', 60), holds('B > T', 60))
    expect(ask(of)).toMatchObject({ verdict: 'yes', percent: { low: 60, high: 100 } })
  })
})
