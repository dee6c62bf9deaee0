import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY, grown, leafHash, pathTo, rootFrom, rootOf } from '../../src/book/merkle.ts'
import { holds } from '../properties/seeded.ts'

/** Inputs and roots of the reference implementation of Certificate Transparency. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const leaves = INPUTS.map((hex) => leafHash(Buffer.from(hex, 'hex')))

describe('merkle', () => {
  it('has the published roots at every size', () => {
    let frontier = EMPTY
    const roots = leaves.map((leaf) => rootOf((frontier = grown(frontier, leaf))))
    expect(roots).toEqual(ROOTS)
    expect(rootOf(EMPTY)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('an audit path leads from its leaf to the root, and no other leaf does', () => {
    holds(
      'audit path',
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, pick) => {
        const all = Array.from({ length: size }, (_, i) => leafHash(`line ${i}`))
        const root = rootOf(all.reduce(grown, EMPTY))
        const index = pick % size
        const path = pathTo(index, all)
        expect(rootFrom(all[index]!, index, size, path)).toBe(root)
        expect(rootFrom(leafHash('another'), index, size, path)).not.toBe(root)
        if (size > 1) {
          expect(rootFrom(all[index]!, (index + 1) % size, size, path)).not.toBe(root)
          expect(rootFrom(all[index]!, index, size, path.slice(1))).not.toBe(root)
        }
        expect(rootFrom(all[index]!, size, size, path)).toBeUndefined()
      }),
      200,
    )
  })
})
