import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseReader } from '../../src/batch/case-reader.ts'
import { engine } from '../engine.ts'
import { deals } from '../properties/random-deal.ts'

const { schema } = engine
const wrong = fc.constantFrom<(deal: Record<string, unknown>) => unknown>(
  (deal) => deal,
  (deal) => ({ ...deal, kind: 'proposal' }),
  (deal) => ({ ...deal, kind: undefined }),
  (deal) => ({ ...deal, colour: 'red' }),
  (deal) => ({ ...deal, items: [] }),
  (deal) => ({ ...deal, items: [{ quantity: -1 }] }),
  (deal) => ({ ...deal, items: [{ quantity: Infinity }] }),
  (deal) => ({ ...deal, parties: [{ role: 'end-user', name: 'A', owners: [{ name: 'B' }] }] }),
  (deal) => ({ ...deal, endUse: { military: 'perhaps' } }),
  (deal) => ({ ...deal, letters: [{ received: '2026-01-01', covers: 'x', items: [99] }] }),
  (deal) => ({ ...deal, redFlags: [{ flag: 'x', item: 99 }] }),
  (deal) => ({ ...deal, to: null }),
)

describe('a case that is read part by part', () => {
  const read = caseReader(schema)
  const seen = { right: 0, wrong: 0 }

  it('is what the schema reads, and nothing where that finds anything wrong', () => {
    fc.assert(
      fc.property(deals, wrong, (deal, spoil) => {
        const input = spoil(deal)
        const whole = schema.safeParse(input)
        seen[whole.success ? 'right' : 'wrong'] += 1
        const parts = read(input)
        expect(JSON.stringify(parts)).toBe(whole.success ? JSON.stringify(whole.data) : undefined)
        if (whole.success) expect(parts).toEqual(whole.data)
      }),
      { numRuns: 600, seed: 61 },
    )
  })

  it('was right and wrong many times', () => {
    expect(seen.right).toBeGreaterThan(50)
    expect(seen.wrong).toBeGreaterThan(200)
  })

  it('shares its parts with others, which none can change', () => {
    const of = (to: string) =>
      read({ kind: 'transaction', to, items: [{ product: 'NVIDIA L4', quantity: 8 }] })!
    expect(of('KR').items).toBe(of('JP').items)
    expect(() => ((of('KR').items![0] as { quantity: number }).quantity = 9)).toThrow('read only')
  })
})
