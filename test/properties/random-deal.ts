import fc from 'fast-check'
import type { Posture } from '../../src/determination.ts'
import type { Case } from '../../src/facts/case.ts'
import { engine } from '../engine.ts'
import { daysOfChange } from './lines-of-law.ts'
import { coveredDeals } from './covered-deals.ts'
import { item } from './random-item.ts'
import { party } from './random-party.ts'
import { manners, some, spoken, told, tellings, type Manner } from './telling.ts'

const ELECTIONS = ['RPL', 'GOV', 'TMP', 'TSU', 'RFF', 'ACM', 'AIA', 'LPP', 'VEU', 'TGL']

const letter = spokenRecord({
  received: fc.constantFrom('2022-11-01', '2026-01-20'),
  until: some(20, fc.constant('2026-06-01')),
  covers: fc.constant('the item'),
  items: some(50, fc.constant([0])),
})
const redFlag = spokenRecord({
  id: some(60, fc.constantFrom(...engine.dictionary.get('redFlags.raised')!.values!)),
  flag: fc.constant('12'),
  item: some(30, fc.constant(0)),
  touches: some(50, fc.subarray(['endUse.military', 'endUse.supercomputer'])),
  resolved: some(
    50,
    spokenRecord({
      how: fc.constant('site visit'),
      by: fc.constant('K. Lee'),
      on: fc.constant('2026-01-01'),
      evidence: fc.constant('E-1'),
      evidenceKind: some(80, fc.constantFrom('site-visit', 'self-certificate')),
    }),
  ),
})

function spokenRecord<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T & object> {
  return fc.record(model).map((record) => spoken(record as T & object))
}

function dealTold(manner: Manner): fc.Arbitrary<Case> {
  const seen = 100 - manner.silent
  const frame = fc.record({
    activity: some(
      seen,
      fc.oneof(
        { weight: 12, arbitrary: fc.constant('export') },
        { weight: 4, arbitrary: fc.constantFrom('reexport', 'transfer') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('deemed-export', 'deemed-reexport', 'hosted-compute'),
        },
      ),
    ),
    from: some(seen, fc.constantFrom('US', 'US', 'US', 'TW', 'CN', manner.home)),
    to: told(engine.dictionary.get('to')!, manner),
    items: fc.array(item(manner), { minLength: 1, maxLength: 2 }),
    parties: some(
      95,
      fc
        .tuple(
          fc.integer({ min: 1, max: 10 }),
          party(manner),
          fc.array(party(manner), { maxLength: 2 }),
        )
        .map(([turn, first, more]) => [
          turn === 10 ? first : { ...first, role: 'end-user' },
          ...more,
        ]),
    ),
    via: some(
      manner.wild > 5 ? 30 : 3,
      fc.array(
        told({ ...engine.dictionary.get('to')!, name: 'via' }, manner).map(
          (code) => (code ?? 'unknown') as string,
        ),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    letters: some(
      seen,
      fc.oneof(
        { weight: 9, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(letter, { minLength: 1, maxLength: 2 }) },
      ),
    ),
    redFlags: some(
      seen,
      fc.oneof(
        { weight: 9, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(redFlag, { minLength: 1, maxLength: 2 }) },
      ),
    ),
    knowledge: some(
      3,
      fc.subarray([...engine.dictionary.get('knowledge')!.values!], { maxLength: 1 }),
    ),
    licenseExceptions: some(40, fc.subarray(ELECTIONS, { maxLength: 3 })),
  })
  const others = tellings<Record<string, unknown>>('deal', manner, [
    'activity',
    'from',
    'to',
    'to.region',
  ])
  const recipient = party(manner).map((one) => ({ ...one, role: 'recipient' }))
  return fc.tuple(others, frame, recipient).map(([facts, framed, receives]) => {
    const deal = spoken({ kind: 'transaction', ...facts, ...framed }) as Case
    const isDeemed = String(deal['activity']).startsWith('deemed')
    return isDeemed && deal.parties !== undefined
      ? { ...deal, parties: [...deal.parties, receives] }
      : deal
  })
}

/** Making the arbitrary of a deal, with all its facts, takes longer than drawing one from it. */
const inManner = new Map<string, fc.Arbitrary<Case>>()

/** Goods of a foreign maker that go from one foreign country to another: what may be outside the EAR. */
const madeAbroad = (deal: Case): Case => ({
  ...deal,
  from: 'KR',
  items: deal.items!.map((one) => ({ ...one, origin: 'foreign' })),
})

/** A deal with everything that a case file may say, valid by the schema of a case. */
export const deals: fc.Arbitrary<Case> = manners.chain((manner) => {
  const known = inManner.get(JSON.stringify(manner)) ?? inThreeWays(manner)
  inManner.set(JSON.stringify(manner), known)
  return known
})

function inThreeWays(manner: Manner): fc.Arbitrary<Case> {
  const deal = dealTold(manner)
  return fc.oneof(
    { weight: 50, arbitrary: deal },
    { weight: 10, arbitrary: deal.map(madeAbroad) },
    { weight: 1, arbitrary: coveredDeals },
  )
}

/** A law date: one on which the law changed, the day before, or any other from 2022-10-07 to 2027-12-31. */
export const days: fc.Arbitrary<string> = fc.constantFrom(...daysOfChange())

export const postures = fc.constantFrom<Posture>('enforced', 'text')
