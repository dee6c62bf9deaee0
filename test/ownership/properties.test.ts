import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entity, Holding, OwnershipGraph } from '../../src/ownership/graph.ts'
import { multipliedShare } from '../../src/ownership/multiplied.ts'
import { bis, ofac } from './operators.ts'
import { ask, DAY } from './graphs.ts'

const IDS = ['T', 'A', 'B', 'C', 'D']

/** What is true, and what is known of it: shares within intervals, some companies not screened. */
const worlds = fc
  .record({
    weights: fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 }), {
      minLength: 5,
      maxLength: 5,
    }),
    widths: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 25, maxLength: 25 }),
    lists: fc.array(fc.constantFrom([], [], ['entity-list'], ['sdn'], ['sdn-744.8']), {
      minLength: 5,
      maxLength: 5,
    }),
    screened: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    learned: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  })
  .map(({ weights, widths, lists, screened, learned }) => {
    const truth: Holding[] = []
    const known: Holding[] = []
    const learnt: Holding[] = []
    IDS.forEach((held, h) => {
      const total = Math.max(
        100,
        weights[h]!.reduce((sum, weight) => sum + weight, 0),
      )
      IDS.forEach((holder, o) => {
        const percent = Math.floor((weights[h]![o]! * 100) / total)
        if (holder === held || percent === 0) return
        const width = widths[h * 5 + o]!
        const about = [Math.max(0, percent - width), Math.min(100, percent + width)] as const
        truth.push({ holder, held, percent })
        known.push({ holder, held, percent: about })
        learnt.push({ holder, held, percent: learned[h * 5 + o] === true ? percent : about })
      })
    })
    const entity = (index: number, isScreened: boolean, isTraced: boolean): Entity => ({
      id: IDS[index]!,
      name: IDS[index]!,
      lists: isScreened ? lists[index]! : 'unknown',
      ...(isTraced && { unnamedOwners: 'not-counted' as const }),
    })
    const graphOf = (holdings: Holding[], knows: (index: number) => boolean): OwnershipGraph => ({
      entities: IDS.map((_, index) =>
        entity(index, screened[index]! || knows(index), knows(index)),
      ),
      holdings,
    })
    return {
      truth: graphOf(truth, () => true),
      known: graphOf(known, () => false),
      learnt: graphOf(learnt, (index) => learned[25 + index]!),
    }
  })

const RUNS = { numRuns: 1_500 }
const settled = { yes: 0, no: 0, unknown: 0 }

describe('ownership, for every graph', () => {
  it('learning more never reverses a settled answer', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(bis, ofac), ({ truth, known, learnt }, operator) => {
        const steps = [known, learnt, truth].map((of) => ask(of, operator))
        steps.forEach(({ verdict, percent }, step) => {
          settled[verdict]++
          const next = steps[step + 1]
          if (next === undefined) return
          if (verdict !== 'unknown') expect(next.verdict).toBe(verdict)
          expect(next.percent.low).toBeGreaterThanOrEqual(percent.low)
          expect(next.percent.high).toBeLessThanOrEqual(percent.high + 1e-7)
        })
      }),
      RUNS,
    )
    expect(Math.min(...Object.values(settled))).toBeGreaterThan(100)
  })

  it('the order of entities and holdings changes nothing', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), ({ learnt }, seed) => {
        const turn = <T>(list: readonly T[]): T[] => {
          const at = seed % Math.max(1, list.length)
          return [...list.slice(at), ...list.slice(0, at)].toReversed()
        }
        const turned = { entities: turn(learnt.entities), holdings: turn(learnt.holdings) }
        expect({ ...ask(turned), issues: [] }).toEqual({ ...ask(learnt), issues: [] })
      }),
      RUNS,
    )
  })

  it('no percent leaves 0 to 100, and bounds are in order', () => {
    fc.assert(
      fc.property(worlds, ({ known, learnt }) => {
        for (const of of [known, learnt]) {
          const { percent, unknownShare } = ask(of)
          const multiplied = multipliedShare(of, 'T', DAY, bis).percent
          for (const { low, high } of [percent, unknownShare, multiplied]) {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(low).toBeLessThanOrEqual(high)
            expect(high).toBeLessThanOrEqual(100)
          }
        }
      }),
      RUNS,
    )
  })

  it('an answer that is not yes, over a listed or unscreened owner, raises a flag', () => {
    fc.assert(
      fc.property(worlds, ({ learnt }) => {
        const answer = ask(learnt)
        const others = answer.path.filter(({ holder }) => holder !== 'T')
        const isFlagged = answer.verdict === 'yes' || answer.flags.length > 0
        expect(isFlagged || others.length === 0).toBe(true)
      }),
      RUNS,
    )
  })
})
