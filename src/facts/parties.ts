import { bounds, type Quantity } from '../derive/measured.ts'
import type { Facts, List, Value } from '../logic/facts.ts'
import type { Case, PartyInput } from './case.ts'
import type { Context } from './context.ts'
import { rangeOf, unboxed } from './known.ts'
import { layer, pathsOf } from './layer.ts'
import { BLOCKED, heldBy, isListed } from './ownership.ts'

/** Roles of which a deal must name at least one before "no party" can be answered; a tenant is no end user of goods. */
const RECEIVERS = new Set(['end-user', 'recipient'])
const RECEIVERS_ELSEWHERE = new Set([...RECEIVERS, 'tenant', 'remote-user', 'licensee', 'target'])
const OF_ITEMS = new Set<unknown>([
  'export',
  'reexport',
  'transfer',
  'deemed-export',
  'deemed-reexport',
])

/** The parties of a case as facts; undefined where it names none. */
export function partyList(input: Case, context: Context): List | undefined {
  if (input.parties === undefined) return undefined
  const members = input.parties.map((party, i) => partyFacts(party, i, context))
  const receivers = OF_ITEMS.has(unboxed(input['activity'])) ? RECEIVERS : RECEIVERS_ELSEWHERE
  const named = input.parties.some(({ role }) => receivers.has(role))
  return { members, complete: named, asks: 'parties' }
}

function partyFacts(party: PartyInput, index: number, context: Context): Facts {
  const { values, sources } = layer(party, 'party', context)
  // A red flag is raised by what is seen: nobody is asked for a business that a case does not state.
  values['party.statedBusiness'] = values['party.business'] ?? 'not-stated'
  const { owners } = party
  if (owners !== undefined) {
    values['party.listedOwnership'] = stricter(
      values['party.listedOwnership'],
      heldBy(owners, isListed),
    )
    const inMacauOrD5 = heldBy(owners, (owner) => {
      const seat = unboxed(owner.headquarters)
      if (typeof seat !== 'string' || seat === 'unknown') return undefined
      return context.macauOrD5.has(context.destination(seat).country)
    })
    values['party.d5Ownership'] = stricter(values['party.d5Ownership'], inMacauOrD5)
    const blocked = heldBy(owners, (owner) => isListed(owner, BLOCKED))
    values['party.sdnOwnership'] = stricter(values['party.sdnOwnership'], blocked)
    sources['party.sdnOwnership'] ??= {
      from: 'derived',
      text: 'sum of the shares of its direct owners',
    }
    sources['party.listedOwnership'] ??= {
      from: 'derived',
      text: 'sum of the shares of its direct owners',
    }
    sources['party.d5Ownership'] ??= {
      from: 'derived',
      text: 'sum of the shares of its direct owners',
    }
  }
  const paths = pathsOf(context.dictionary, `parties[${index}]`, ['party'])
  // Blocked owners are among the listed ones, so that they hold no more than those do.
  const listed = values['party.listedOwnership']
  const isOpen = listed === undefined || (owners !== undefined && bounds(listed as Quantity).low < 50)
  if (values['party.sdnOwnership'] === undefined && listed !== undefined) {
    values['party.sdnOwnership'] = rangeOf(0, bounds(listed as Quantity).high)
    sources['party.sdnOwnership'] = { from: 'derived', text: 'at most what listed owners hold' }
  }
  return {
    values,
    sources,
    paths: isOpen
      ? { ...paths, 'party.sdnOwnership': paths['party.listedOwnership'] ?? 'listedOwnership' }
      : paths,
    lists: {},
    label: `${party.role}: ${party.name ?? `party ${index + 1}`}`,
  }
}

/** The percent that a case states, unless the owners that it names hold more between them. */
function stricter(stated: Value | undefined, held: Value): Value {
  if (stated === undefined) return held
  return bounds(stated as Quantity).high < bounds(held as Quantity).low ? held : stated
}
