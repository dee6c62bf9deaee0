import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parse } from 'yaml'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { say } from '../../src/errors.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { checkProposal } from '../../src/proposal/check-proposal.ts'
import { proposalResultSchema } from '../../src/proposal/result-schema.ts'
import type { ProposalResult } from '../../src/proposal/result.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { engine } from '../engine.ts'

const schema = proposalSchema(engine)
const fixture = readFileSync('fixtures/proposals/harbor.yaml', 'utf8')

const mistakes = (text: string): string[] =>
  readCases(text, 'p.yaml', schema).flatMap((read) =>
    read.ok ? [] : read.issues.map((issue) => say(issue).split('\n')[0]!),
  )

const answer = (): ProposalResult => {
  const [read] = readCases(fixture, 'p.yaml', schema)
  if (read === undefined || !read.ok) throw new Error('the fixture is no proposal')
  return checkProposal(engine, read.value.case, {
    today: '2026-11-22',
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
    caseSha256: '0'.repeat(64),
    fallbackId: 'proposal 1',
  })
}

type Schema = z.output<typeof proposalResultSchema>
type Differing = {
  [K in keyof ProposalResult | keyof Schema]: K extends keyof ProposalResult & keyof Schema
    ? [ProposalResult[K], Schema[K]] extends [Schema[K], ProposalResult[K]]
      ? never
      : K
    : K
}[keyof ProposalResult | keyof Schema]

describe('the schema of a proposal', () => {
  it('takes the fixture, as does the published one', () => {
    expect(mistakes(fixture)).toEqual([])
    const published = z.fromJSONSchema(
      JSON.parse(readFileSync('schema/proposal.schema.json', 'utf8')),
    )
    expect(published.safeParse(parse(fixture)).error?.issues).toBeUndefined()
  })

  it.each([
    ['kind: transaction', 'a transaction is no proposal; `licet check` judges it'],
    ['kind: propsal', 'unknown kind `propsal`; did you mean `proposal`?'],
    ['kind: proposal\nanchor: X', 'unknown key `anchor`'],
    ['kind: proposal\nconsortium: preset', 'found `preset`; did you mean `pre-set`?'],
    [
      'kind: proposal\nparties: [{ role: end-user }]',
      'a proposal has an anchor-member, members and providers; put the end-user under `targets`',
    ],
    [
      'kind: proposal\nparties: [{ role: anchor-member }, { role: anchor-member }]',
      'one anchor member files the proposal; make this a member',
    ],
    [
      'kind: proposal\nparties: [{ role: member, name: Acme }]\nlayers: { data: { providers: [Acne] } }',
      'no party is called `Acne`; did you mean `Acme`?',
    ],
    [
      'kind: proposal\nlayers: { data: { providers: [Acme] } }',
      'no party is called `Acme`; add it to `parties`, as a provider if it is no member',
    ],
    ['kind: proposal\ntargets: [{ reasons: x }]', 'a target is a `country` or a `bloc`'],
    [
      'kind: proposal\ntargets: [{ country: unknown }]',
      'no country has the code `unknown`; codes are ISO 3166-1, two capital letters',
    ],
    [
      'kind: proposal\ntargets: [{ country: UK }]',
      'no country has the code `UK`; did you mean `GB`?',
    ],
    ['kind: proposal\ntargets: VN', 'expected a list or `unknown`, found `VN`'],
    [
      'kind: proposal\nlayers: { hardware: { content: [{ description: a, value: 5, usOrigin: 7 }] } }',
      'the line is worth 5, and 7 of it is U.S.-origin',
    ],
    [
      'kind: proposal\nlayers: { hardware: { content: [{ description: a, value: [7, 5] }] } }',
      'the range [7, 5] runs backwards',
    ],
    [
      'kind: proposal\nlayers: { hardware: { content: [{ description: a, value: "12,000" }] } }',
      'expected U.S. dollars, found `12,000`; write `12000`, without separators',
    ],
    [
      'kind: proposal\nlayers: { hardware: { content: [{ description: a, value: 0.12345678 }] } }',
      'write a plain decimal of at most six places',
    ],
    [
      'kind: proposal\nlayers: { hardware: { content: [{ description: a, usOrigin: 1, usOriginPercent: 50 }] } }',
      'write U.S. origin in percent alone, or in dollars as `usOrigin` and `usManufacturing`',
    ],
    [
      'kind: proposal\ncontrolledFromConcern: no\nparties: [{ role: member, controlledFromConcern: yes }]',
      'it says yes, and `controlledFromConcern` says no for all members',
    ],
    [
      'kind: proposal\nparties: [{ role: provider, name: A }]\nnationalChampion: { member: A, layer: hardware }',
      'a national champion enterprise is a member',
    ],
    ['kind: proposal\nsupport: [loan]', 'found `loan`; did you mean `loans`?'],
    [
      'kind: proposal\ncompliance: { exportControls: maybe }',
      'expected yes, no or unknown, found `maybe`',
    ],
  ])('refuses %j', (text, message) => {
    expect(mistakes(text).map((line) => line.replace(/^p\.yaml:\d+:\d+: /, ''))).toEqual([message])
  })

  it('names the line, the column and the path', () => {
    const [read] = readCases(
      'kind: proposal\ntargets:\n  - { country: JP, reasons: x, countri: y }\n',
      'p.yaml',
      schema,
    )
    expect(read?.ok === false && say(read.issues[0]!)).toBe(
      'p.yaml:3:32: unknown key `countri`; did you mean `country`?\n    at targets[0].countri',
    )
  })
})

describe('the published result of a proposal', () => {
  it('has the keys and the values of the type', () => {
    expectTypeOf<Differing>().toEqualTypeOf<never>()
    expect(Object.keys(proposalResultSchema.shape)).toEqual(Object.keys(answer()))
  })

  it('admits a real result as it is written, and nothing else that says eligible', () => {
    const published = z.fromJSONSchema(
      JSON.parse(readFileSync('schema/proposal-result.schema.json', 'utf8')),
    )
    const written = JSON.parse(JSON.stringify(answer())) as object
    expect(published.safeParse(written).error?.issues).toBeUndefined()
    expect(published.safeParse({ ...written, outcome: 'fine' }).success).toBe(false)
  })
})
