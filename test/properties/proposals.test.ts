import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProposal } from '../../src/proposal/check-proposal.ts'
import type { Proposal } from '../../src/proposal/input.ts'
import {
  PROPOSAL_OUTCOMES,
  type ProposalOutcome,
  type ProposalResult,
} from '../../src/proposal/result.ts'
import { proposalSchema } from '../../src/proposal/schema.ts'
import { engine } from '../engine.ts'
import { programDays, proposals } from './random-proposal.ts'
import { holds, TIMES } from './seeded.ts'

const schema = proposalSchema(engine)

const judged = (proposal: Proposal, day: string): ProposalResult =>
  checkProposal(engine, proposal, {
    asOf: day,
    today: day,
    posture: 'enforced',
    includeProposed: false,
    profiles: [],
    caseSha256: '',
    fallbackId: 'proposal',
  })

/** How far an outcome lets a proposal go; the last three let it go nowhere. */
const REACH: Readonly<Record<ProposalOutcome, number>> = {
  eligible: 3,
  'eligible-with-conditions': 2,
  'case-by-case': 1,
  incomplete: 0,
  ineligible: 0,
  undetermined: 0,
}

/**
 * Keys whose absence makes another proposal and takes no knowledge away: what is offered to whom, and by
 * what name.
 */
const FRAME = new Set([
  'kind',
  'role',
  'id',
  'name',
  'description',
  'share',
  'country@target',
  'parties@target',
  'deliveries',
  'items',
  'parties',
  'layers',
])

type Path = readonly (string | number)[]

/** Every key that a proposal says something at and that somebody may not know. */
function facts(node: unknown, path: Path = []): Path[] {
  if (Array.isArray(node)) return node.flatMap((one, i) => facts(one, [...path, i]))
  if (typeof node !== 'object' || node === null) return []
  const isTarget = path.length === 2 && path[0] === 'targets'
  // What an item is, is the matter of deals, whose own property removes it.
  return Object.entries(node).flatMap(([key, value]) => [
    ...(FRAME.has(key) || (isTarget && FRAME.has(`${key}@target`)) ? [] : [[...path, key]]),
    ...(key === 'deliveries' ? [] : facts(value, [...path, key])),
  ])
}

function without(node: unknown, [step, ...rest]: Path, inItsPlace?: string): unknown {
  if (Array.isArray(node))
    return node.map((one, i) => (i === step ? without(one, rest, inItsPlace) : one))
  const { [String(step)]: value, ...others } = node as Record<string, unknown>
  if (rest.length > 0) return { ...others, [String(step)]: without(value, rest, inItsPlace) }
  return inItsPlace === undefined ? others : { ...others, [String(step)]: inItsPlace }
}

describe('a proposal of which less is known', () => {
  const seen = new Map<ProposalOutcome, number>()

  it('is never let further, and was not ineligible for what is not known', () => {
    const property = fc.property(
      proposals,
      programDays,
      fc.nat(),
      fc.boolean(),
      (given, day, which, saysUnknown) => {
        const read = schema.safeParse(given)
        if (!read.success) throw new Error(JSON.stringify(read.error.issues))
        const places = facts(given)
        const place = places[which % places.length]!
        const less = schema.safeParse(without(given, place, saysUnknown ? 'unknown' : undefined))
        // Not everything can be said to be unknown.
        if (!less.success) return
        const [before, after] = [judged(given, day), judged(less.data, day)]
        seen.set(before.outcome, (seen.get(before.outcome) ?? 0) + 1)
        const at = `without ${place.join('.')}: ${before.outcome}, then ${after.outcome}`
        expect(REACH[after.outcome], at).toBeLessThanOrEqual(REACH[before.outcome])
        if (after.outcome === 'ineligible') expect(before.outcome, at).toBe('ineligible')
      },
    )
    holds('less knowledge of a proposal', property, 120)
  })

  it.skipIf(TIMES < 10)('was compared on every outcome that random proposals reach', () => {
    const reached = PROPOSAL_OUTCOMES.filter((outcome) => (seen.get(outcome) ?? 0) > 5)
    expect(reached).toEqual(PROPOSAL_OUTCOMES.filter((outcome) => outcome !== 'eligible'))
  })
})

describe('the answer to a proposal', () => {
  it('asks wherever facts decide, cites whatever decides, and is the same again', () => {
    const property = fc.property(proposals, programDays, (given, day) => {
      const answer = judged(given, day)
      const isUnsettled = answer.missing.some(({ kind }) => kind === 'wait')
      if (answer.outcome === 'undetermined' && !isUnsettled)
        expect(answer.questions).not.toEqual([])
      for (const id of answer.because)
        expect(answer.findings.find((one) => one.id === id)?.citation).toMatch(/EO 14320|FR Doc/)
      for (const { proof, verdict, id } of answer.findings) expect(proof.verdict, id).toBe(verdict)
      expect(JSON.stringify(judged(given, day))).toBe(JSON.stringify(answer))
    })
    holds('answers to proposals', property, 80)
  })
})
