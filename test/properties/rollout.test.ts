import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '../../src/determination.ts'
import { check } from '../../src/check.ts'
import { layoutOf } from '../../src/rollout/layout.ts'
import { gazetteerOf } from '../../src/rollout/places.ts'
import { namesOf, rollOut } from '../../src/rollout/run.ts'
import { originOf, transactionOf } from '../../src/rollout/transaction.ts'
import { engine } from '../engine.ts'
import { optionsFor, read, STATED } from '../rollout/world.ts'
import { holds, TIMES } from './seeded.ts'

const FEATURES = `
models:
  - { id: frontier, name: Claude Fable 5, provider: anthropic, trainingOperations: 2.0e26, weightsPublished: no, origin: US, alsoDescribedIn: none }
features:
  - { id: api, kind: hosted-inference }
  - { id: tuning, kind: fine-tuning }
  - { id: weights, kind: weights-download }
  - { id: sdk, kind: sdk, items: [{ description: client, form: software, eccn: EAR99, origin: US, alsoDescribedIn: none }] }
  - { id: chip, kind: sdk, items: [{ product: NVIDIA RTX 4090, quantity: 1, origin: US, alsoDescribedIn: none }] }
  - { id: box, kind: on-prem-container, items: [{ description: container, form: software, eccn: EAR99, origin: US, alsoDescribedIn: none }] }
  - { id: hours, kind: gpu-hours, items: [{ product: p5.48xlarge, quantity: 1 }] }
  - { id: racks, kind: gpu-region, regions: [AE, KR, CN, aws:me-south-1], items: [{ product: p5.48xlarge, quantity: 8 }] }
  - { id: foreign, kind: sdk, items: [{ description: drive, form: other, eccn: 4A994, origin: foreign }] }
`

/** Compares every cell with the check of its own transaction. */
function expectSame(yaml: string, asOf: readonly string[], posture: 'enforced' | 'text'): void {
  const manifest = read(yaml)
  const options = optionsFor(manifest, { asOf, posture })
  const rollout = rollOut(engine, manifest.manifest, options)
  const { rows, columns, has } = layoutOf(manifest.manifest, engine, asOf)
  const cells = new Map(rollout.cells.map((cell) => [keyOf(cell), cell]))
  for (const day of asOf) {
    for (const place of rows) {
      for (const column of columns) {
        if (!has(column, place.code)) continue
        const input = engine.schema.parse(transactionOf(manifest.manifest, column, place, day))
        const { outcome, because, textOnly, questions } = check(engine, input, {
          today: day,
          posture,
          includeProposed: false,
          profiles: [],
          caseSha256: '',
          fallbackId: 'case',
        })
        const ids = namesOf(manifest.manifest, column)
        const cell = cells.get(keyOf({ place: place.code, ...ids, asOf: day }))!
        const found = { outcome: cell.outcome, because: cell.because }
        expect(found, input.id).toEqual({ outcome, because })
        const answer = rollout.answers[cell.answer]!
        expect(answer.textOnly, input.id).toBe(textOnly)
        const open = questions.map(({ fact }) => originOf(manifest.manifest, column, fact))
        expect(answer.open, input.id).toEqual([...new Set(open)].sort())
      }
    }
  }
}

const keyOf = (ids: {
  place: string
  feature: string
  model: string | null
  customers: string | null
  asOf: string
}): string => [ids.place, ids.feature, ids.model, ids.customers, ids.asOf].join()

describe('a cell', () => {
  // All the world takes as long as the rest of the tests of a folder.
  it.skipIf(TIMES < 10)(
    'is what check says of its transaction, in every place of the world',
    { timeout: 120_000 },
    () => {
      expectSame(`places: [all]${FEATURES}${STATED}`, ['2026-11-20'], 'enforced')
      expectSame(`places: [all]\nfrom: US${FEATURES}`, ['2025-03-01'], 'text')
    },
  )

  it(
    'is so where nothing is stated, under the text alone and as enforced',
    { timeout: 120_000 },
    () => {
      const some = `places: [CN, HK, AE, SG, KR, DE, US, IR, RU, BR]\nfrom: US${FEATURES}`
      expectSame(some, ['2025-03-01'], 'text')
      expectSame(some, ['2026-11-20'], 'enforced')
    },
  )

  it('is so for any seats, days and facts', { timeout: 120_000 }, () => {
    const { all } = gazetteerOf(engine)
    const seats = fc.constantFrom('here', 'unknown', 'CN', 'RU', 'KR', 'US', 'AE', 'IR', 'MO')
    const answers = fc.constantFrom('yes', 'no', 'unknown')
    const property = fc.property(
      fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('2023-12-01', '2025-02-01', '2025-06-01', '2026-06-20', '2026-11-22'),
      seats,
      seats,
      answers,
      answers,
      fc.constantFrom('US', 'DE', 'AE'),
      (places, day, seat, parent, military, trains, from) => {
        const yaml = `
places: [${places.map((code) => `"${code}"`).join(', ')}]
from: ${from}${FEATURES}
customers: [{ id: c, headquarters: ${seat}, ultimateParent: { headquarters: ${parent} }, lists: [], listedOwnership: 0 }]
facts: { endUse: { military: ${military}, trainsModels: ${trains} }, letters: [], redFlags: [] }`
        expectSame(yaml, [day], 'enforced')
      },
    )
    holds('cell = check', property, 20)
  })
})

describe('a class of customers in a group', () => {
  it('gets the strictest answer over each member of the group', { timeout: 120_000 }, () => {
    const places = ['SG', 'KR', 'AE', 'VN', 'IR']
    const group = 'D:5'
    const yaml = (seat: string): string =>
      `places: [${places.join(', ')}]\n${FEATURES}${STATED.replace('{ headquarters: here }', `{ headquarters: "${seat}" }`)}`
    const outcomes = (seat: string): number[] => {
      const manifest = read(yaml(seat))
      const options = optionsFor(manifest, { asOf: ['2026-11-20'] })
      return rollOut(engine, manifest.manifest, options).cells.map(({ outcome }) =>
        OUTCOMES.indexOf(outcome),
      )
    }
    const each = gazetteerOf(engine).named(group, '2026-11-20').map(outcomes)
    const strictest = each[0]!.map((_, i) => Math.max(...each.map((one) => one[i]!)))
    expect(outcomes(group)).toEqual(strictest)
  })
})
