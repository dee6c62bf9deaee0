import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RESULT_COLUMNS } from '../../src/batch/decision.ts'
import { sayFound } from '../../src/batch/parties.ts'
import { check } from '../../src/check.ts'
import type { Determination } from '../../src/determination.ts'
import type { Profile } from '../../src/facts/assumptions.ts'
import type { Case } from '../../src/facts/case.ts'
import { reasons } from '../../src/report/reasons.ts'
import type { Plan } from '../../src/batch/plan.ts'
import type { Terms } from '../../src/screening/screen-party.ts'
import { screenParties } from '../../src/screening/screen-parties.ts'
import { engine } from '../engine.ts'
import { deals } from '../properties/random-deal.ts'
import { entry, file, screener } from '../screening/lists.ts'
import { flattened } from '../../src/batch/read/ndjson.ts'
import { csvOf, decided, planFor, resultRows } from './rows.ts'

/** Names that screening finds, may find and does not find, some of them written in two ways. */
const NAMES = [
  entry(10).name,
  entry(4000).name,
  entry(4000).name.toUpperCase(),
  entry(9000).name.replace(/(.)(.)(?=.$)/, '$2$1'),
  'Example Cloud',
  'EXAMPLE  CLOUD',
  'Huawei Technologies Co., Ltd.',
  'Huawei Tehcnologies',
  'Пример',
  '示例公司',
  '=1+2 "Acme", Inc.',
  '12',
]

/** Addresses that a list has, or that none has. */
const ADDRESSES = [listedAddress(), '1 Example-ro, Seoul', 'unknown']

/** An address by which screening alone finds an entry. */
function listedAddress(): string {
  for (let at = 0; at < file.entries.starts.length - 1; at++) {
    const { text } = entry(at).addresses[0] ?? {}
    if (text === undefined) continue
    const { addresses } = screener.screen({ name: 'Example Cloud', address: text })
    if (addresses.some(({ score }) => score >= 90)) return text
  }
  throw new Error('no list has an address')
}

/** What the results say of a determination, told from the whole determination and nothing else. */
function saidOf(determination: Determination, found: string): Record<string, string> {
  const { outcome, because, questions, assumed, obligations, exceptions } = determination
  const given = reasons(determination, engine.wording)
  const isLifted = outcome === 'permitted-with-conditions'
  const lifting = isLifted ? exceptions.filter(({ verdict }) => verdict === 'yes') : []
  const conditions = isLifted ? obligations : []
  const unique = (texts: readonly string[], between: string): string =>
    [...new Set(texts)].join(between)
  return {
    outcome,
    review_policy: determination.reviewPolicy ?? '',
    text_only: determination.textOnly ?? '',
    because: because.join(' '),
    reasons: given.map(({ text }) => text).join('; '),
    citations: unique(
      given.map(({ citation }) => citation),
      '; ',
    ),
    exceptions: unique(
      lifting.map(({ citation, title }) => `${citation} ${title}`),
      '; ',
    ),
    conditions: conditions
      .map(
        ({ text, citation, dueBy }) =>
          `${text} (${citation}${dueBy === null ? '' : `, by ${dueBy}`})`,
      )
      .join(' | '),
    questions: questions.map(({ fact, ask }) => `${fact}: ${ask}`).join(' | '),
    assumed: unique(
      assumed.map(({ fact, profile }) => `${fact} (${profile})`),
      '; ',
    ),
    screening: found,
  }
}

function checked(
  input: Case,
  day: string,
  isScreened: boolean,
  terms: Terms,
  profiles: readonly Profile[] = [],
): Record<string, string> {
  const screened = isScreened ? screenParties(input, screener, day, undefined, terms) : undefined
  const determination = check(engine, screened?.case ?? input, {
    today: day,
    asOf: day,
    posture: 'enforced',
    includeProposed: false,
    profiles: profiles.map((profile) => ({ profile, sha256: '' })),
    caseSha256: '',
    fallbackId: '',
    screened: screened === undefined ? undefined : { ...screened, lists: [] },
  })
  const found = (screened?.screening ?? [])
    .map((one) => ({
      name: one.name,
      found: sayFound(one) || (/(?<=; )accepted .*/.exec(one.source?.document ?? '')?.[0] ?? ''),
    }))
    .filter((one) => one.found !== '')
    .map((one) => `${one.name}: ${one.found}`)
  return saidOf(determination, found.join(' | '))
}

/** Deals with names of the list above, in the order of a table. */
function drawn(count: number, seed: number, withOwners: boolean): Case[] {
  return fc
    .sample(deals, { numRuns: count * 3, seed })
    .filter(({ parties = [] }) => withOwners || parties.every(({ owners }) => owners === undefined))
    .slice(0, count)
    .map((deal, i) => ({
      ...deal,
      id: `D-${i}`,
      ...(deal.parties !== undefined && {
        parties: deal.parties.map((party, k) => ({
          ...party,
          name: NAMES[(i * 5 + k * 7) % NAMES.length]!,
          ...(i % 3 !== 0 && { address: ADDRESSES[(i + k) % ADDRESSES.length]! }),
          ...(i % 7 === 3 && { lists: i % 2 === 0 ? [] : ['unverified-list'] }),
          // One has another company for its parent, one itself, one a parent without a name.
          ...(i % 4 < 2 && {
            ultimateParent: {
              ...party.ultimateParent,
              name: NAMES[(i * 5 + k * 7 + (i % 4) * (1 + (i % 5))) % NAMES.length]!,
            },
          }),
        })),
      }),
    }))
}

function expectRowsAsChecked(
  cases: readonly Case[],
  day: string,
  screen: boolean,
  terms: Pick<Plan, 'mostDays'> & { readonly acceptStale: boolean } = { acceptStale: false },
): void {
  const flat = cases.map((one) => flattened(one))
  const headings = [...new Set(flat.flatMap((one) => Object.keys(one)))]
  const plan = planFor(headings, { asOf: day, screen, ...terms })
  const text = csvOf(flat.map((one) => headings.map((heading) => one[heading] ?? '')))
  const result = decided(text, plan, { engine, ...(screen && { lists: { screener } }) })
  expect(result.rejected).toEqual([])
  const rows = resultRows(result)
  expect(rows).toHaveLength(cases.length)
  for (const [i, row] of rows.entries()) {
    const { licet } = row
    expect(licet, JSON.stringify(cases[i])).toEqual(checked(cases[i]!, day, screen, terms))
  }
}

describe('a row of a batch', () => {
  it('has all result columns', () => {
    const columns = Object.keys(checked(drawn(1, 1, false)[0]!, '2026-11-20', false, {}))
    expect(columns.map((column) => `licet_${column}`)).toEqual([...RESULT_COLUMNS])
  })

  it.each([
    ['2026-11-20', 11],
    ['2026-11-20', 12],
    ['2025-06-01', 13],
    ['2027-01-01', 14],
  ])('is judged as the case that it is, on %s', (day, seed) => {
    expectRowsAsChecked(drawn(60, seed, false), day, true)
  })

  it.each([
    ['2027-01-01', { acceptStale: true }],
    ['2026-11-20', { acceptStale: false, mostDays: 1 }],
    ['2026-11-20', { acceptStale: true, mostDays: 1 }],
  ])('is judged as the case that it is by lists that are stale on %s, given %o', (day, terms) => {
    expectRowsAsChecked(drawn(60, 15, false), day, true, terms)
    expectRowsAsChecked(drawn(20, 22, true), day, true, terms)
  })

  it('is judged as the case that it is where names tie companies together', () => {
    expectRowsAsChecked(drawn(40, 21, true), '2026-11-20', true)
  })

  it('is judged as the case that it is without screening', () => {
    expectRowsAsChecked(drawn(60, 31, false), '2026-11-20', false)
  })

  it('is judged alike in any order and beside any other rows', () => {
    const cases = drawn(40, 41, false)
    expectRowsAsChecked([...cases, ...cases.toReversed(), ...cases], '2026-11-20', true)
  })
})
