import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../../src/explain/place.ts'
import { readCases } from '../../src/facts/read-case.ts'
import { checkProposal } from '../../src/proposal/check-proposal.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { engine } from '../engine.ts'

const text = readFileSync('fixtures/proposals/harbor.yaml', 'utf8')
const schema = proposalSchema(engine)
const [read] = readCases(text, 'harbor.yaml', schema)
if (read === undefined || !read.ok) throw new Error('the fixture is no proposal')
const proposal = read.value.case

const options = {
  today: '2026-11-22',
  posture: 'enforced',
  includeProposed: false,
  profiles: [],
  caseSha256: '',
  fallbackId: 'proposal',
} as const
const answer = checkProposal(engine, proposal, options)

describe('what each layer needs in each country', () => {
  it('is judged for every layer and every country', () => {
    expect(
      answer.layers.map(({ layer, exports }) => [layer, exports.map(({ country }) => country)]),
    ).toEqual(
      ['hardware', 'data', 'models', 'security', 'applications'].map((layer) => [
        layer,
        ['VN', 'IQ', 'AE'],
      ]),
    )
  })

  it('asks at places of the proposal that take the answer', () => {
    const questions = answer.layers.flatMap(({ exports }) =>
      exports.flatMap((one) => one.questions),
    )
    expect(questions.length).toBeGreaterThan(10)
    for (const { fact } of questions)
      expect(fact).toMatch(
        /^(targets\[[12]\]\.|layers\.(?:hardware|models)\.deliveries\[0\]\.|parties\[\d\])/,
      )
    const items = questions.filter(({ fact }) => fact.includes('items[0]'))
    expect(items.length).toBeGreaterThan(0)
    for (const { fact } of items)
      expect(valueAt(proposal, fact.slice(0, fact.indexOf('items[0]') + 8))).toMatchObject({
        product: 'NVIDIA H100 SXM',
      })
  })

  it('scores targets by the lists of the day, and shows those of concern', () => {
    const standing = (day: string) =>
      checkProposal(engine, proposal, { ...options, asOf: day }).targets.map(
        ({ countries: [one] }) => ({
          country: one!.country,
          partners: one!.partners.map(({ table }) => table),
          concerns: one!.concerns.map(({ table }) => table),
        }),
      )
    expect(standing('2026-06-15')).toEqual([
      { country: 'VN', partners: [], concerns: [] },
      { country: 'IQ', partners: [], concerns: ['D:5'] },
      { country: 'AE', partners: ['pax-silica', 'technology-prosperity-deals'], concerns: [] },
    ])
    expect(standing('2026-07-10')[2]!.partners).toEqual([
      'pax-silica',
      'technology-prosperity-deals',
      'A:5',
    ])
    expect(standing('2026-01-12')[2]!.partners).toEqual(['technology-prosperity-deals'])
  })

  it('never lets a score authorize anything: no rule reads a partner table', () => {
    const rules = JSON.stringify(engine.pack.provisions)
    for (const table of ['pax-silica', 'pax-silica-other', 'technology-prosperity-deals'])
      expect(rules).not.toContain(`"${table}"`)
  })
})
