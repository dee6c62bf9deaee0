import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { check } from '../../src/check.ts'
import { determinationSchema } from '../../src/determination-schema.ts'
import type { Determination } from '../../src/determination.ts'
import { engine } from '../engine.ts'

type Schema = z.output<typeof determinationSchema>

/** Key by key, so that a mistake names the key and not the whole determination. */
type Differing = {
  [K in keyof Determination | keyof Schema]: K extends keyof Determination & keyof Schema
    ? [Determination[K], Schema[K]] extends [Schema[K], Determination[K]]
      ? never
      : K
    : K
}[keyof Determination | keyof Schema]

const deal = {
  kind: 'transaction',
  id: 'D-1',
  activity: 'export',
  from: 'US',
  to: 'CN',
  via: ['SG'],
  items: [
    { product: 'NVIDIA H20', quantity: 8 },
    { product: 'NVIDIA H100 SXM', quantity: 8 },
  ],
  parties: [{ role: 'end-user', name: 'Example Cloud', country: 'CN', headquarters: 'CN' }],
} as const

const answer = (posture: 'enforced' | 'text'): Determination =>
  check(engine, engine.schema.parse(deal), {
    asOf: '2026-11-20',
    today: '2026-11-20',
    posture,
    includeProposed: false,
    profiles: [],
    caseSha256: '0'.repeat(64),
    fallbackId: 'case 1',
  })

describe('the published determination', () => {
  it('has the keys and the values of the type', () => {
    expectTypeOf<Differing>().toEqualTypeOf<never>()
    expect(Object.keys(determinationSchema.shape)).toEqual(Object.keys(answer('enforced')))
  })

  it('admits a real determination as it is written', () => {
    const published = z.fromJSONSchema(
      JSON.parse(readFileSync('schema/determination.schema.json', 'utf8')),
    )
    for (const posture of ['enforced', 'text'] as const) {
      const written: unknown = JSON.parse(JSON.stringify(answer(posture)))
      expect(published.safeParse(written).error?.issues).toBeUndefined()
      expect(z.looseObject(determinationSchema.shape).parse(written)).toEqual(written)
    }
  })

  it('refuses an outcome that Licet does not have', () => {
    const published = z.fromJSONSchema(
      JSON.parse(readFileSync('schema/determination.schema.json', 'utf8')),
    )
    expect(published.safeParse({ ...answer('enforced'), outcome: 'clear' }).success).toBe(false)
  })
})
