import { layer } from '../facts/layer.ts'
import { unboxed } from '../facts/known.ts'
import { partiesOf } from '../facts/parties.ts'
import { caseOwners } from '../facts/ownership-graph.ts'
import type { Facts, List } from '../logic/facts.ts'
import { concernOwnership, stakeIn, type ConcernOwnership } from './concern-ownership.ts'
import { isMember, LAYERS, partyNamed, type Layer } from './input.ts'
import { yesOrNo, type Reading, type Subject } from './reading.ts'

/** The parties of a proposal as facts, with what their owners add up to. */
export interface Consortium {
  readonly list: List | undefined
  readonly parties: readonly Facts[]
  readonly owned: readonly (ConcernOwnership | undefined)[]
}

export const CONCERN = 'ai-exports-program-countries-of-concern'

/** Lays out the parties of a proposal: what a deal says of a party, and what the program asks of a member. */
export function consortiumOf(reading: Reading): Consortium {
  const { consortium, context, noneLater, proposal } = reading
  const inputs = proposal.parties ?? []
  const { list } = partiesOf(consortium, context)
  const owners = caseOwners(consortium, context)
  const owned: (ConcernOwnership | undefined)[] = []
  const parties = (list?.members ?? []).map((facts, i) => {
    const party = inputs[i]!
    const own = layer(party, 'member', context)
    const stated = own.values['member.concernOwnership']
    if (owners?.subjects[i] !== undefined) {
      const found = concernOwnership(owners, i, stated, context)
      own.values['member.concernOwnership'] = found.percent
      if (stated === undefined)
        own.sources['member.concernOwnership'] = {
          from: 'derived',
          text: 'added up from its owners',
        }
      owned[i] = found
    }
    own.values['member.concernStake'] = owned[i] === undefined ? stakeIn(stated) : owned[i].stake
    own.values['member.statedParentSeat'] = facts.values['party.parentHeadquarters'] ?? 'not-stated'
    const control = unboxed(proposal.controlledFromConcern)
    if (isMember(party) && unboxed(party['controlledFromConcern']) === undefined) {
      if (yesOrNo(control) === false) {
        own.values['member.concernControl'] = false
        own.sources['member.concernControl'] = { from: 'case', text: 'controlledFromConcern' }
      }
    }
    const prefix = `parties[${i}]`
    own.values['member.lists'] = facts.values['party.lists']
    own.sources['member.lists'] = facts.sources['party.lists']
    const later = noneLater[prefix]
    if (own.values['member.lists'] === undefined && later !== undefined) {
      own.values['member.lists'] = []
      own.sources['member.lists'] = { from: 'table', text: later }
    }
    const asksAll = yesOrNo(control) !== true && party['controlledFromConcern'] === undefined
    const paths = {
      'member.concernOwnership': `${prefix}.programConcernOwnership`,
      'member.concernStake': `${prefix}.programConcernOwnership`,
      'member.concernControl': asksAll
        ? 'controlledFromConcern'
        : `${prefix}.controlledFromConcern`,
      'member.operationsInConcern': `${prefix}.operationsInConcern`,
      'member.lists': `${prefix}.lists`,
      'member.statedParentSeat': `${prefix}.ultimateParent.headquarters`,
    }
    return {
      ...facts,
      values: merged(facts.values, own.values),
      sources: merged(facts.sources, own.sources),
      paths: merged(facts.paths, paths),
    }
  })
  return { list, parties, owned }
}

function merged<T>(
  under: Readonly<Record<string, T>>,
  over: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.assign(Object.create(under) as Record<string, T>, over)
}

/** The anchor member and the members, each a subject of its own. */
export function memberSubjects({ proposal }: Reading, { parties }: Consortium): Subject[] {
  return (proposal.parties ?? []).flatMap((party, i): Subject[] =>
    isMember(party) ? [ofParty('member', parties[i]!, i, null)] : [],
  )
}

/** Layers whose providers the call asks for their seat. */
const SEATED: readonly Layer[] = ['data', 'security', 'applications']

/** Whoever provides data, security or applications, once for each such layer. */
export function providerSubjects(reading: Reading, { parties }: Consortium): Subject[] {
  return SEATED.flatMap((name) =>
    providersOf(reading, name).map((i) => {
      const facts = parties[i]!
      const values = merged(facts.values, { 'layerProvider.layer': name })
      return ofParty('provider', { ...facts, values }, i, name)
    }),
  )
}

/** Indexes of the parties that provide a layer, each once. */
export function providersOf({ proposal }: Reading, layerName: Layer): number[] {
  const { parties = [], layers = {} } = proposal
  const named = (layers[layerName]?.providers ?? []).map((name) => partyNamed(parties, name))
  return [...new Set(named.filter((index) => index !== undefined))]
}

const ofParty = (
  of: 'member' | 'provider',
  facts: Facts,
  party: number,
  layerName: Layer | null,
): Subject => ({
  of,
  facts,
  label: facts.label,
  party,
  layer: layerName,
  target: null,
  country: null,
})

/** Whether some member from outside the United States provides hardware or models. */
export function offersFromAbroad(reading: Reading, { parties }: Consortium): boolean {
  const { proposal } = reading
  return LAYERS.filter((name) => name === 'hardware' || name === 'models')
    .flatMap((name) => providersOf(reading, name))
    .filter((i) => isMember(proposal.parties![i]!))
    .some((i) => {
      const country = parties[i]!.values['party.country']
      return country !== undefined && country !== 'US'
    })
}
