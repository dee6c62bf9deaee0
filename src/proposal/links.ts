import type { z } from 'zod'
import { unboxed } from '../facts/known.ts'
import { show } from '../facts/fact-schema.ts'
import { suggest } from '../suggest.ts'
import {
  isMember,
  LAYERS,
  partyNamed,
  targetsOf,
  type Amount,
  type ContentLine,
  type Proposal,
} from './input.ts'

type Refuse = (path: (string | number)[], message: string) => void

/**
 * Refuses a proposal that contradicts itself or names somebody who is not there: a provider that hangs in
 * the air would be judged by nobody's seat.
 */
export function brokenLinks(input: unknown, context: z.RefinementCtx): void {
  const refuse: Refuse = (path, message) => context.addIssue({ code: 'custom', path, message })
  const proposal = input as Proposal
  roles(proposal, refuse)
  names(proposal, refuse)
  answers(proposal, refuse)
  targetsOf(proposal).forEach(({ country, bloc, countries }, i) => {
    if (country === undefined && bloc === undefined)
      refuse(['targets', i], 'a target is a `country` or a `bloc`')
    else if (country !== undefined && (bloc ?? countries) !== undefined)
      refuse(['targets', i], 'a target is a `country` or a `bloc`, not both; write two targets')
  })
  proposal.layers?.hardware?.content?.forEach((given, i) =>
    contentLine(given, ['layers', 'hardware', 'content', i], refuse),
  )
}

const ROLES = ['anchor-member', 'member', 'provider']

function roles({ parties = [] }: Proposal, refuse: Refuse): void {
  parties.forEach(({ role }, i) => {
    if (!ROLES.includes(role))
      refuse(
        ['parties', i, 'role'],
        `a proposal has an anchor-member, members and providers; put the ${role} under \`targets\``,
      )
  })
  const [, ...others] = parties.flatMap(({ role }, i) => (role === 'anchor-member' ? [i] : []))
  for (const i of others)
    refuse(['parties', i, 'role'], 'one anchor member files the proposal; make this a member')
}

function names({ parties = [], layers = {}, nationalChampion }: Proposal, refuse: Refuse): void {
  const known = parties.flatMap(({ id, name }) => [id, name]).filter((one) => one !== undefined)
  const partyOf = (name: string, path: (string | number)[]): number | undefined => {
    const index = partyNamed(parties, name)
    if (index !== undefined) return index
    const near = suggest(name, known)
    const mend =
      near === undefined ? 'add it to `parties`, as a provider if it is no member' : undefined
    refuse(path, `no party is called ${show(name)}; ${mend ?? `did you mean \`${near}\`?`}`)
    return undefined
  }
  for (const layer of LAYERS) {
    layers[layer]?.providers?.forEach((name, i) => partyOf(name, ['layers', layer, 'providers', i]))
  }
  if (nationalChampion === undefined) return
  const champion = partyOf(nationalChampion.member, ['nationalChampion', 'member'])
  if (champion !== undefined && !isMember(parties[champion]!))
    refuse(['nationalChampion', 'member'], 'a national champion enterprise is a member')
}

/** A no that speaks for all members, and a yes of one of them. */
function answers(proposal: Proposal, refuse: Refuse): void {
  const { parties = [], controlledFromConcern, disclosures } = proposal
  const pairs = [
    [controlledFromConcern, 'controlledFromConcern', 'controlledFromConcern'],
    [
      unboxed(disclosures?.['operationsInConcern']),
      'operationsInConcern',
      'disclosures.operationsInConcern',
    ],
  ] as const
  for (const [overall, fact, place] of pairs) {
    if (overall !== false && overall !== 'no') continue
    parties.forEach((party, i) => {
      const own = unboxed(party[fact])
      if (isMember(party) && (own === true || own === 'yes'))
        refuse(['parties', i, fact], `it says yes, and \`${place}\` says no for all members`)
    })
  }
}

function contentLine(given: ContentLine, path: (string | number)[], refuse: Refuse): void {
  const { value, usOrigin, usOriginPercent, usManufacturing } = given
  for (const [key, amount] of Object.entries({ value, usOrigin, usOriginPercent, usManufacturing }))
    if (amount !== undefined) badAmount(amount, [...path, key], refuse)
  if (usOriginPercent !== undefined && (usOrigin ?? usManufacturing) !== undefined)
    refuse(
      [...path, 'usOriginPercent'],
      'write U.S. origin in percent alone, or in dollars as `usOrigin` and `usManufacturing`',
    )
  const least = low(usOrigin) + low(usManufacturing)
  if (value !== undefined && least > high(value))
    refuse(
      [...path, 'value'],
      `the line is worth ${high(value)}, and ${least} of it is U.S.-origin`,
    )
}

const low = (amount: Amount | undefined): number =>
  amount === undefined ? 0 : typeof amount === 'number' ? amount : amount[0]
const high = (amount: Amount): number => (typeof amount === 'number' ? amount : amount[1])

function badAmount(amount: Amount, path: (string | number)[], refuse: Refuse): void {
  if (low(amount) > high(amount))
    refuse(path, `the range [${low(amount)}, ${high(amount)}] runs backwards`)
  else if ([low(amount), high(amount)].some((one) => !/^\d+(\.\d{1,6})?$/.test(String(one))))
    refuse(path, 'write a plain decimal of at most six places')
}
