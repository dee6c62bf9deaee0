import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import type { Determination } from '../../src/determination.ts'
import { engineOf, type Engine } from '../../src/engine.ts'
import type { Condition } from '../../src/logic/condition.ts'
import { addDays } from '../../src/lint/days.ts'
import type { Pack } from '../../src/rules/pack.ts'
import type { Provision } from '../../src/rules/provision.ts'
import { engine } from '../engine.ts'

const { pack } = engine
const ALWAYS: Condition = { kind: 'unless', of: { kind: 'any', of: [] } }

/** The pack after a later law: from `day` on a provision reads otherwise, is stayed, and a table loses its members. */
function amended(day: string, which: number, table: number): Pack {
  const chosen = pack.provisions[which % pack.provisions.length]!
  const emptied = pack.tables[table % pack.tables.length]!
  return {
    ...pack,
    provisions: pack.provisions.map((provision) =>
      provision === chosen ? rewritten(provision, day) : provision,
    ),
    tables: pack.tables.map((one) =>
      one === emptied
        ? {
            ...one,
            rows: one.rows.map((row) => (row.until === undefined ? { ...row, until: day } : row)),
          }
        : one,
    ),
  }
}

function rewritten(provision: Provision, day: string): Provision {
  const last = provision.text.at(-1)!
  const ended = provision.text.flatMap((text) => {
    if (text.effective.from >= day) return []
    const { until } = text.effective
    return [
      {
        ...text,
        effective: { ...text.effective, until: until === undefined || until > day ? day : until },
      },
    ]
  })
  return {
    ...provision,
    text: [...ended, { ...last, effective: { from: day }, when: ALWAYS }],
    enforcement: [
      ...provision.enforcement.filter(({ from }) => from < day),
      { from: day, state: 'suspended', source: last.source },
    ],
  }
}

const deals = [
  {
    to: 'CN',
    items: [{ product: 'NVIDIA H100 SXM' }],
    parties: [{ role: 'end-user', name: 'A', country: 'CN', headquarters: 'CN' }],
  },
  { to: 'SG', items: [{ product: 'NVIDIA A800', quantity: 8 }, { product: 'NVIDIA L4' }] },
  {
    to: 'AE',
    items: [{ specs: { tpp: 4800, dieArea: [700, 820] }, form: 'integrated-circuit' }],
    endUse: { military: 'unknown' },
  },
]

function answers(of: Engine, day: string): Determination[] {
  return deals.flatMap((deal) =>
    (['enforced', 'text'] as const).map((posture) =>
      check(
        of,
        engine.schema.parse({ kind: 'transaction', activity: 'export', from: 'US', ...deal }),
        {
          asOf: day,
          today: day,
          posture,
          includeProposed: false,
          profiles: [],
          caseSha256: '',
          fallbackId: 'case',
        },
      ),
    ),
  )
}

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-10-07', days))

describe('law of a later day', () => {
  it('changes no answer and no proof of an earlier one', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 400 }),
        fc.nat(),
        fc.nat(),
        (earlier, wait, which, table) => {
          const changed = engineOf(amended(addDays(earlier, wait), which, table), engine.sha256)
          expect(answers(changed, earlier)).toEqual(answers(engine, earlier))
        },
      ),
      { numRuns: 15 },
    )
  })

  it('counts from its first day on', () => {
    const requirement = pack.provisions.findIndex(({ id }) => id === 'ear.742.6.a.6.iii.A')
    const changed = engineOf(amended('2026-06-01', requirement, 0), engine.sha256)
    expect(answers(changed, '2026-05-31')).toEqual(answers(engine, '2026-05-31'))
    expect(answers(changed, '2026-06-01')).not.toEqual(answers(engine, '2026-06-01'))
  })
})
