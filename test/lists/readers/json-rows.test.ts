import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachRow } from '../../../src/lists/readers/json-rows.ts'

function rowsOf(text: string): { rows: unknown[]; rest: unknown } {
  const rows: unknown[] = []
  const rest = eachRow(Buffer.from(text), 'results', (row, at) => {
    expect(at).toBe(rows.length)
    rows.push(row)
  })
  return { rows, rest }
}

describe('the rows of a JSON text', () => {
  it('are those that reading it whole finds, however it is laid out', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
    fc.assert(
      fc.property(
        fc.array(record),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
        fc.constantFrom(undefined, 2, '\t'),
        (results, head, space) => {
          const { results: _, ...before } = JSON.parse(JSON.stringify(head)) as typeof head
          const text = JSON.stringify({ ...before, results, total: results.length }, null, space)
          const { results: rows, ...rest } = JSON.parse(text) as { results: unknown[] }
          expect(rowsOf(text)).toEqual({ rows, rest: { ...rest, results: [] } })
        },
      ),
      { seed: 7 },
    )
  })

  it('are not those of a list deeper down, or of a text that looks like the key', () => {
    const text = '{"a": {"results": [{"no": 1}]}, "b": "results", "results": [{"yes": "]}"}]}'
    expect(rowsOf(text).rows).toEqual([{ yes: ']}' }])
  })

  it.each([
    ['no such key', '{"data": []}'],
    ['another thing under the key', '{"results": {}}'],
    ['cut off in a row', '{"results": [{"a": "b'],
    ['cut off behind a row', '{"results": [{"a": 1}'],
    ['cut off behind the list', '{"results": [{"a": 1}]'],
    ['no comma', '{"results": [{"a": 1} {"a": 2}]}'],
    ['a comma too many', '{"results": [{"a": 1},]}'],
    ['something else among the rows', '{"results": [{"a": 1}, 2]}'],
    ['a row that is no JSON', '{"results": [{a: 1}]}'],
    ['something behind it', '{"results": []} {}'],
    ['nothing', ''],
  ])('are undefined for %s', (_, text) => {
    expect(rowsOf(text).rest).toBeUndefined()
  })

  it('an error of the taker is its own', () => {
    const json = Buffer.from('{"results": [{}]}')
    expect(() =>
      eachRow(json, 'results', () => {
        throw new RangeError('mine')
      }),
    ).toThrow('mine')
  })
})
