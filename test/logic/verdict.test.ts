import { describe, expect, it } from 'vitest'
import { all, any, not, type Verdict } from '../../src/logic/verdict.ts'

const [y, n, u]: Verdict[] = ['yes', 'no', 'unknown']

describe('three-valued logic', () => {
  it.each([
    [y, y, y, y],
    [y, n, n, y],
    [y, u, u, y],
    [n, n, n, n],
    [n, u, n, u],
    [u, u, u, u],
  ])('joins %s and %s: all is %s, any is %s, in either order', (a, b, both, either) => {
    expect([all([a!, b!]), all([b!, a!])]).toEqual([both, both])
    expect([any([a!, b!]), any([b!, a!])]).toEqual([either, either])
  })

  it('lets one no settle "all" and one yes settle "any", wherever they stand', () => {
    expect(all([u!, y!, u!, n!])).toBe('no')
    expect(any([u!, n!, u!, y!])).toBe('yes')
  })

  it('finds that all of nothing holds and any of nothing does not', () => {
    expect([all([]), any([])]).toEqual(['yes', 'no'])
  })

  it('keeps the unknown unknown when negated', () => {
    expect([not('yes'), not('no'), not('unknown')]).toEqual(['no', 'yes', 'unknown'])
  })
})
