import type { Screened } from '../check.ts'
import type { Case } from '../facts/case.ts'
import type { PartyScreening } from '../determination.ts'
import { targetsOf, type Proposal } from './input.ts'

/** Everybody whom a proposal names, members and customers, as the parties of one case to screen. */
export function partiesIn(proposal: Proposal): Case {
  const there = targetsOf(proposal).flatMap(({ parties = [] }) => parties)
  const parties = [...(proposal.parties ?? []), ...there]
  return { kind: 'transaction', ...(parties.length > 0 && { parties }) }
}

/** A proposal with what screening settled, and what it found, at the places of the proposal. */
export interface ScreenedProposal extends Screened {
  readonly proposal: Proposal
}

/** Screens everybody whom a proposal names, once, as `licet check` screens the parties of a deal. */
export function screenProposal(
  proposal: Proposal,
  screen: (parties: Case) => Screened & { readonly case: Case },
): ScreenedProposal {
  const found = screen(partiesIn(proposal))
  const settled = [...(found.case.parties ?? [])]
  const own = settled.splice(0, proposal.parties?.length ?? 0)
  const places = own.map((_, i) => `parties[${i}]`)
  const targets = targetsOf(proposal).map((target, t) => {
    if (target.parties === undefined) return target
    const parties = settled.splice(0, target.parties.length)
    places.push(...parties.map((_, i) => `targets[${t}].parties[${i}]`))
    return { ...target, parties }
  })
  return {
    lists: found.lists,
    screening: found.screening.map((one) => atPlace(one, places)),
    proposal: {
      ...proposal,
      ...(proposal.parties && { parties: own }),
      ...(Array.isArray(proposal.targets) && { targets }),
    },
  }
}

const atPlace = (one: PartyScreening, places: readonly string[]): PartyScreening => ({
  ...one,
  at: one.at.replace(/^parties\[(\d+)\]/, (whole, index: string) => places[Number(index)] ?? whole),
})
