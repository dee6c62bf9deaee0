import { formatQuantity } from '../derive/format-number.ts'
import { bounds, quantity, type Quantity } from '../derive/measured.ts'
import type { Facts, List, Range, Value } from '../logic/facts.ts'
import { isForEveryone, movesGoods } from './activity.ts'
import type { Case, PartyInput } from './case.ts'
import type { Context } from './context.ts'
import { concernAsks } from './data-facts.ts'
import { unboxed } from './known.ts'
import { layer, pathsOf, saidAt, withAsks } from './layer.ts'
import { parentConflict } from './ultimate-parent.ts'
import { heldBy, lineOf, stricter } from './ownership.ts'
import { caseOwners } from './ownership-graph.ts'

/** The parties of a deal, and where a case contradicts itself about one. */
export interface Parties {
  /** Undefined where the case names none. */
  readonly list: List | undefined
  readonly conflicts: readonly PartyConflict[]
}

export interface PartyConflict {
  readonly party: number
  readonly about: 'headquarters' | 'ultimate-parent'
  readonly text: string
}

/** Roles of which a deal must name at least one before "no party" can be answered; a tenant is no end user of goods. */
const RECEIVERS = new Set(['end-user', 'recipient'])
const RECEIVERS_ELSEWHERE = new Set([...RECEIVERS, 'tenant', 'remote-user', 'licensee', 'target'])

/** The parties of a case as facts; those of a service are nobody's consignees. */
export function partiesOf(input: Case, context: Context, isService = false): Parties {
  if (input.parties === undefined) {
    const none = { members: [], complete: true, asks: 'parties' }
    return { list: isForEveryone(input) ? none : undefined, conflicts: [] }
  }
  const owners = caseOwners(input, context)
  const conflicts: PartyConflict[] = []
  const members = input.parties.map((party, index) => {
    const subject = owners?.subjects[index]
    const held =
      owners === undefined || subject === undefined
        ? undefined
        : heldBy(input, owners, subject, context)
    const facts = partyFacts(party, index, input, context, held)
    const ofSeat = held === undefined ? undefined : seatConflict(facts, held, context)
    if (ofSeat !== undefined) conflicts.push({ party: index, about: 'headquarters', text: ofSeat })
    const ofParent = parentConflict(party, facts, context)
    if (ofParent !== undefined)
      conflicts.push({ party: index, about: 'ultimate-parent', text: ofParent })
    return facts
  })
  const receivers = movesGoods(input) ? RECEIVERS : RECEIVERS_ELSEWHERE
  const named = isForEveryone(input) || input.parties.some(({ role }) => receivers.has(role))
  return { list: { members, complete: named, closed: isService, asks: 'parties' }, conflicts }
}

const ADDED_UP = 'added up from its owners'

function partyFacts(
  party: PartyInput,
  index: number,
  input: Case,
  context: Context,
  held?: ReadonlyMap<string, Range>,
): Facts {
  const { values, sources } = layer(party, 'party', context)
  // A red flag is raised by what is seen: nobody is asked for a business that a case passes over.
  if (party['business'] === undefined) values['party.statedBusiness'] = 'not-stated'
  else values['party.statedBusiness'] = values['party.business']
  values['party.seenLists'] = values['party.lists'] ?? []
  values['party.kycSeen'] = values['party.kycFlags'] ?? []
  values['party.unidentified'] = values['party.identityVerified'] === false
  const listed = values['party.listedOwnership']
  const derive = (fact: string, value: Value | undefined, text: string): void => {
    if (value === undefined || isSame(value, values[fact])) return
    values[fact] = value
    sources[fact] = { from: 'derived', text }
  }
  if (listed !== undefined && values['party.sdnOwnership'] === undefined) {
    // Who states what listed owners hold counts blocked persons among them.
    const most = quantity(0, bounds(listed as Quantity).high)
    derive('party.sdnOwnership', most, 'no more than listed owners hold')
  }
  if (held !== undefined) {
    for (const [fact, range] of held) {
      const name = `party.${fact}`
      derive(name, stricter(values[name], range), ADDED_UP)
    }
  }
  if (saidAt(party, 'individual') === undefined && isCompany(party)) {
    derive('party.individual', false, 'it has a headquarters, a parent or owners')
  }
  if (values['party.embargoedRegion'] !== true) {
    derive(
      'party.embargoedRegion',
      inEmbargoedRegion(party, input, context),
      'country, 15 CFR 746.6',
    )
  }
  return {
    values,
    sources,
    paths: withAsks(pathsFor(values, listed, index, context), concernAsks(input)),
    lists: {},
    label: `${party.role}: ${party.name ?? `party ${index + 1}`}`,
  }
}

/** Only a company has a headquarters, a parent or owners. */
const isCompany = (party: PartyInput): boolean => COMPANY.some((key) => party[key] !== undefined)

const COMPANY = [
  'headquarters',
  'ultimateParent',
  'owners',
  'coveredOwnership',
  'concernOwnership',
  'adversaryOwnership',
]

function isSame(a: Value, b: Value | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return 'low' in a && 'low' in b && a.low === b.low && a.high === b.high
}

/** Where the facts of a party stand; what another fact would settle is asked for there. */
function pathsFor(
  values: Facts['values'],
  statedListed: Value | undefined,
  index: number,
  { dictionary, operators }: Context,
): Facts['paths'] {
  const paths = pathsOf(dictionary, `parties[${index}]`, ['party'])
  const asks: Record<string, string | undefined> = {}
  const listed = values['party.listedOwnership']
  const line = lineOf(operators, 'listedOwnership')
  if (
    statedListed === undefined &&
    (listed === undefined || bounds(listed as Quantity).low < line)
  ) {
    asks['party.sdnOwnership'] = paths['party.listedOwnership']
  }
  if (values['party.country'] === undefined) asks['party.embargoedRegion'] = paths['party.country']
  return withAsks(paths, asks)
}

/** Whether a party is in a region of 15 CFR 746.6, where its country or that of the deal tells. */
function inEmbargoedRegion(
  party: PartyInput,
  input: Case,
  { destination }: Context,
): boolean | undefined {
  const country = unboxed(party['country'])
  if (typeof country !== 'string' || country === 'unknown') return undefined
  if (country === 'UA-43' || country === 'UA-40') return true
  if (destination(country).country !== 'UA') return false
  // Of Donetsk and Luhansk only the areas of the so-called DNR and LNR are meant.
  const to = unboxed(input['to'])
  const region = unboxed(input['region'])
  const isThere =
    to === country || (country === 'UA' && typeof to === 'string' && to.startsWith('UA'))
  return isThere && typeof region === 'string' && region !== 'unknown'
    ? region !== 'none'
    : undefined
}

const OF_SEAT = 'd5Ownership'

/** A party that its case seats elsewhere while owners from Macau or D:5 hold up to the line, or more. */
function seatConflict(
  { values, label }: Facts,
  held: ReadonlyMap<string, Range>,
  { macauOrD5, operators }: Context,
): string | undefined {
  const low = held.get(OF_SEAT)?.low ?? 0
  const line = lineOf(operators, OF_SEAT)
  const seats = [values['party.headquarters'], values['party.parentHeadquarters']].filter(
    (seat) => typeof seat === 'string',
  )
  if (low < line || seats.length < 2 || seats.some((seat) => macauOrD5.has(seat))) return undefined
  const said = [...new Set(seats)].join(' and ')
  return `${label}: owners headquartered in Macau or D:5 hold ${formatQuantity(low)} percent or more, the case says that it and its ultimate parent are headquartered in ${said}`
}
