import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../../src/errors.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { schema } from './world.ts'

const YAML = `kind: transaction
id: D-2026-0114
date: 2026-11-20
activity: export
to: { value: CN, source: { document: contract, page: 3 } }
via: [SG, "HK"]
items:
  - product: NVIDIA H20
    quantity: 1000
    specs: { tpp: 2368, dieArea: [780, 830] }
parties:
  - role: end-user
    name: 'Inspur Group Co., Ltd.'
    owners: [{ name: A, share: 51 }]
endUse: { military: no } # said by the customer
`
const JSON_TEXT = JSON.stringify(
  readCases(YAML, 'f', schema).map((one) => one.ok && one.value.case),
  null,
  1,
)

const scrap = fc.oneof(
  fc.constantFrom(
    '\t',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ':',
    ': ',
    ', ',
    '- ',
    '&a ',
    '*a',
    '!!x ',
    '|\n',
    '>',
    '?',
    '#',
    '---\n',
    '%',
    '@',
    '~',
    '\r',
    '\u2028',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
)

/** A text with pieces cut out of it, put into it, and said twice. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(12), scrap, fc.nat(2)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce((now, [at, length, put, what]) => {
        const piece = now.slice(at, at + length)
        return now.slice(0, at) + [put, put + piece, piece + piece][what]! + now.slice(at + length)
      }, text),
    )

describe('a case that is damaged anywhere', () => {
  it.each([
    ['YAML', YAML],
    ['JSON', JSON_TEXT],
  ])('is read or refused with a place in the file, never thrown at: %s', (_, text) => {
    const runs = { numRuns: 1000, seed: 20261120 }
    fc.assert(
      fc.property(mutated(text), (damaged) => {
        const lines = damaged.split('\n').length
        const read = readCases(damaged, 'case.yaml', schema)
        expect(read.length).toBeGreaterThan(0)
        for (const issue of read.flatMap((one) => (one.ok ? [] : one.issues))) {
          expect(issue.message).not.toMatch(
            /invalid input|undefined|unrecognized|too (small|big):|flow (map|seq)|implicit|\.$/i,
          )
          expect(issue.at.line ?? 1).toBeLessThanOrEqual(lines)
          expect(say(issue)).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
        }
      }),
      runs,
    )
  })
})
