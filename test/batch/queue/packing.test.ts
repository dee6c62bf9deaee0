import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packChunk, unpackChunk } from '../../../src/batch/queue/packing.ts'
import { deadResult } from '../../../src/batch/queue/dead-rows.ts'
import { planFor } from '../rows.ts'

const letters = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })

describe('a chunk that travels', () => {
  it('is what it was, with NUL and halves of letters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          index: fc.nat(),
          firstRow: fc.nat(),
          firstLine: fc.nat(),
          sheet: letters,
          text: letters,
          ends: fc.array(fc.nat()).map((all) => Uint32Array.from(all)),
          bad: fc.array(fc.record({ at: fc.nat(), code: letters, message: letters })),
        }),
        async (chunk) => {
          expect(await unpackChunk(await packChunk(chunk))).toEqual(chunk)
        },
      ),
    )
  })
})

describe('a chunk that is a dead letter', () => {
  it('has every row with its cells and the reason, and none decided', () => {
    const text = '1,KR,"=a,\n"\n2,JP,\n'
    const chunk = {
      index: 3,
      firstRow: 7,
      firstLine: 9,
      text,
      ends: Uint32Array.of(12, 18),
      bad: [],
    }
    const plan = planFor(['id', 'to', 'note'], { format: 'csv' })
    const result = deadResult(plan, chunk, 'it is damaged')
    expect(new TextDecoder().decode(result.results)).toBe(
      `1,KR,"'=a,\n",dead-letter,,,,it is damaged,,,,,,\n2,JP,,dead-letter,,,,it is damaged,,,,,,\n`,
    )
    expect(result).toMatchObject({ index: 3, rows: 2, decided: 0 })
    expect(result.rejected.map(({ row, line, record }) => [row, line, record])).toEqual([
      [7, 9, '1,KR,"=a,\n"'],
      [8, 11, '2,JP,'],
    ])
    expect({ ...result.tallies.outcome }).toEqual({ 'dead-letter': 2 })
  })
})
