import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { topOf } from '../../src/screening/top.ts'

it('keeps what a sort of all would, equal shares in the order of the lists', () => {
  const keeping = { most: 6, sure: 3, leastOfBest: 0.4 }
  const shares = fc.array(
    fc.nat(40).map((share) => share / 40),
    { maxLength: 80 },
  )
  fc.assert(
    fc.property(shares, (all) => {
      const names = all.map((_, name) => name).toReversed()
      const best = Math.max(0, ...all)
      const sorted = names
        .toSorted((a, b) => all[b]! - all[a]! || a - b)
        .slice(0, keeping.most)
        .filter((name, i) => i < keeping.sure || all[name]! >= best * keeping.leastOfBest)
      expect(topOf(names, (name) => all[name]!, keeping)).toEqual(sorted)
    }),
    { seed: 3, numRuns: 1000 },
  )
})
