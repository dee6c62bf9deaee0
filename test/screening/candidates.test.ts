import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesOf } from '../../src/screening/candidates.ts'
import { formsOf } from '../../src/screening/forms.ts'
import { queryOf } from '../../src/screening/query.ts'
import { file, screener } from './lists.ts'
import { changed, madeUp, otherwise } from './random-names.ts'

/** All entries: asked for some alone, a search looks at every name that shares a word. */
const everyEntry = new Set(file.entries.starts.keys())

describe('the names that share most with a query', () => {
  it('are those that a look at every name gives, in the same order', () => {
    const { searcher } = screener
    const { starts } = searcher.index.postings
    let cut = 0
    fc.assert(
      fc.property(fc.oneof(changed, madeUp, otherwise), (name) => {
        for (const { tokens } of formsOf(name, searcher, undefined).forms) {
          const query = queryOf(searcher, tokens)
          const all = candidatesOf(searcher, query, everyEntry)
          expect(candidatesOf(searcher, query), name).toEqual(all)
          const most = Math.max(
            0,
            ...query.kin.flatMap(({ ids }) => ids.map((id) => starts[id + 1]! - starts[id]!)),
          )
          cut += most > 2 * all.length ? 1 : 0
        }
      }),
      { numRuns: 600, seed: 60 },
    )
    expect(cut).toBeGreaterThan(200)
  })
})
