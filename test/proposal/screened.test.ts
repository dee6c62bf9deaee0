import { describe, expect, it } from 'vitest'
import type { PartyScreening } from '../../src/determination.ts'
import type { Case } from '../../src/facts/case.ts'
import { exitOfProposals } from '../../src/proposal/exit.ts'
import type { Proposal } from '../../src/proposal/input.ts'
import type { ProposalResult } from '../../src/proposal/result.ts'
import { partiesIn, screenProposal } from '../../src/proposal/screened.ts'

const proposal: Proposal = {
  kind: 'proposal',
  parties: [
    { role: 'anchor-member', name: 'A' },
    { role: 'member', name: 'B' },
  ],
  targets: [
    { country: 'JP' },
    { country: 'VN', parties: [{ role: 'end-user', name: 'C' }] },
    { country: 'SG', parties: [{ role: 'end-user', name: 'D' }] },
  ],
}

/** Puts everybody on a list that is named after him, and says where he stood. */
function screen(input: Case) {
  const parties = (input.parties ?? []).map((party) => ({ ...party, lists: [`of-${party.name}`] }))
  const screening = parties.map(
    ({ name }, i) => ({ at: `parties[${i}].owners[0]`, name }) as unknown as PartyScreening,
  )
  return { case: { ...input, parties }, screening, lists: [] }
}

describe('a proposal that is screened', () => {
  it('screens members and customers in one go', () => {
    expect(partiesIn(proposal).parties?.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D'])
    expect(partiesIn({ kind: 'proposal' })).toEqual({ kind: 'transaction' })
  })

  it('has what was found at the places where each stands', () => {
    const found = screenProposal(proposal, screen)
    expect(found.screening.map(({ at }) => at)).toEqual([
      'parties[0].owners[0]',
      'parties[1].owners[0]',
      'targets[1].parties[0].owners[0]',
      'targets[2].parties[0].owners[0]',
    ])
    const { parties, targets } = found.proposal
    expect(parties?.map((party) => party['lists'])).toEqual([['of-A'], ['of-B']])
    expect(targets).toEqual([
      { country: 'JP' },
      { country: 'VN', parties: [{ role: 'end-user', name: 'C', lists: ['of-C'] }] },
      { country: 'SG', parties: [{ role: 'end-user', name: 'D', lists: ['of-D'] }] },
    ])
  })
})

describe('the exit code of proposals', () => {
  const result = (
    outcome: ProposalResult['outcome'],
    by: readonly ('own' | 'others')[] = [],
    questions = 0,
  ): ProposalResult =>
    ({
      outcome,
      conditions: by.map((one) => ({ by: one })),
      questions: Array.from({ length: questions }, () => ({})),
    }) as unknown as ProposalResult

  it.each([
    ['eligible', [], 0, 0],
    ['eligible-with-conditions', ['own'], 0, 0],
    ['eligible-with-conditions', ['own', 'others'], 0, 2],
    ['eligible-with-conditions', ['own'], 1, 2],
    ['case-by-case', [], 0, 2],
    ['incomplete', [], 0, 2],
    ['undetermined', [], 1, 2],
    ['ineligible', [], 0, 1],
  ] as const)('%s with conditions of %j and %i questions', (outcome, by, questions, code) => {
    expect(exitOfProposals([result(outcome, by, questions)])).toBe(code)
  })

  it('is the one of the worst: 1 beats 2 beats 0', () => {
    expect(exitOfProposals([])).toBe(0)
    expect(exitOfProposals([result('eligible'), result('incomplete')])).toBe(2)
    expect(exitOfProposals([result('incomplete'), result('ineligible')])).toBe(1)
  })
})
