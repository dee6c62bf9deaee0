import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { asks } from '../../src/logic/asks.ts'
import { compiler } from '../../src/logic/compile.ts'
import { prove, type Proof } from '../../src/logic/prove.ts'
import { ruleIndex } from '../../src/logic/rule-index.ts'
import type { Verdict } from '../../src/logic/verdict.ts'
import { explainer, pointer } from '../../src/logic/why.ts'
import { deciding, leavesOf } from '../logic/deciding.ts'
import { forget, forgettings, worlds, type World } from './logic-worlds.ts'
import { holds, TIMES } from './seeded.ts'

vi.mock('../../src/logic/prove.ts', async (original) => {
  const real = await original<typeof import('../../src/logic/prove.ts')>()
  return { ...real, prove: vi.fn(real.prove) }
})
const proofs = vi.mocked(prove)

/** In all, however often: each proof that is called is kept, to be counted. */
const RUNS = Math.ceil(2_000 / TIMES)
const PARTS = [1, 2]

/** Proves every rule on every deal: 50 pairs, and the only place that may call `prove`. */
const proveAll = ({ rules, deals, book }: World): Verdict[][] =>
  deals.map((deal) => rules.map(({ when }) => prove(when, deal, book).verdict))

describe('the compiled verdict is the verdict of the proof', () => {
  const seen = { pairs: 0, skipped: 0, visited: 0, yes: 0, no: 0, unknown: 0 }

  it.each(PARTS)('for every rule and deal, with the index and without, part %i', () => {
    const property = fc.property(worlds, (world) => {
      const proved = proveAll(world)
      proofs.mockClear()
      const compiled = world.rules.map(({ when }) => compiler(world.book)(when))
      const index = ruleIndex(world.rules, world.book)

      world.deals.forEach((deal, d) => {
        const candidates = new Set<number>()
        index.candidates(deal, (rule) => {
          expect(candidates.has(rule)).toBe(false)
          candidates.add(rule)
        })
        const indexed = world.rules.map((): Verdict => 'no')
        index.verdicts(deal, (rule, verdict) => {
          indexed[rule] = verdict
        })
        const direct = compiled.map((verdict) => verdict(deal))
        expect(direct).toEqual(proved[d])
        expect(indexed).toEqual(proved[d])
        direct.forEach((verdict, rule) => {
          seen.pairs++
          seen[verdict]++
          if (candidates.has(rule)) seen.visited++
          else {
            seen.skipped++
            expect(verdict).toBe('no')
          }
        })
      })
      // Had a compiled verdict been taken from a proof, it would have been counted here.
      expect(proofs).not.toHaveBeenCalled()
    })
    holds('compiled = proved', property, RUNS)
  })

  it('was checked on 100,000 pairs, with every verdict, and rules that the index left out', () => {
    expect(seen.pairs).toBeGreaterThanOrEqual(100_000)
    expect(seen.visited + seen.skipped).toBe(seen.pairs)
    for (const count of [seen.skipped, seen.yes, seen.no, seen.unknown]) {
      expect(count).toBeGreaterThan(seen.pairs / 20)
    }
  })
})

describe('less knowledge never turns one settled verdict into another', () => {
  const seen = { pairs: 0, kept: 0, lost: 0 }

  it.each(PARTS)('when facts are removed, numbers widened and lists opened, part %i', () => {
    const property = fc.property(worlds, forgettings, (world, choices) => {
      const full = proveAll(world).flat()
      const less = proveAll({
        ...world,
        deals: world.deals.map((deal) => forget(deal, choices)),
      }).flat()
      less.forEach((verdict, i) => {
        seen.pairs++
        if (verdict === 'unknown') {
          if (full[i] !== 'unknown') seen.lost++
          return
        }
        expect(verdict).toBe(full[i])
        seen.kept++
      })
    })
    holds('less knowledge', property, RUNS)
  })

  it('was checked on 100,000 pairs, many of which were lost and many kept', () => {
    expect(seen.pairs).toBeGreaterThanOrEqual(100_000)
    expect(seen.lost).toBeGreaterThan(seen.pairs / 20)
    expect(seen.kept).toBeGreaterThan(seen.pairs / 20)
  })
})

it('asks something of every unknown proof and nothing of a settled one', () => {
  fc.assert(
    fc.property(worlds, ({ rules, deals, book }) => {
      for (const { when } of rules) {
        const proof = prove(when, deals[0]!, book)
        expect(asks(proof).length > 0).toBe(proof.verdict === 'unknown')
      }
    }),
    { numRuns: 300 },
  )
})

describe('what is shown of a proof is what carries it', () => {
  const seen = { proofs: 0, leaves: 0 }

  it('for every rule and deal', () => {
    const property = fc.property(worlds, ({ rules, deals, book }) => {
      const compile = compiler(book)
      const [explain, point] = [explainer(book, compile), pointer(book, compile)]
      for (const deal of deals.slice(0, 2)) {
        const proved = new Map()
        for (const { when } of rules) {
          const shown = deciding(prove(when, deal, book))
          expect(explain(when)(deal)).toEqual(shown)
          expect(explain(when)(deal, undefined, proved)).toEqual(shown)
          const [first] = leavesOf(shown)
          seen.proofs++
          if (first === undefined) continue
          expect(point(when)(deal)).toEqual(uncited(first, point(when)(deal)))
          seen.leaves++
        }
      }
    })
    holds('why = deciding part', property, Math.ceil(500 / TIMES))
  })

  it('was checked on many proofs, most of which rest on a leaf', () => {
    expect(seen.proofs).toBeGreaterThanOrEqual(5_000)
    expect(seen.leaves).toBeGreaterThan(seen.proofs / 2)
  })
})

/** A leaf without the sub-paragraph that a branch above it lent it. */
function uncited(leaf: Proof, pointed: Proof | undefined): Proof {
  if (pointed?.cite !== undefined) return leaf
  const { cite: _, ...plain } = leaf
  return plain
}
