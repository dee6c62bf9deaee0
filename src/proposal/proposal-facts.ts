import { bounds, quantity, type Quantity } from '../derive/measured.ts'
import type { PartyInput } from '../facts/case.ts'
import { knownOf, unboxed } from '../facts/known.ts'
import { layer as readLayer } from '../facts/layer.ts'
import type { Value } from '../logic/facts.ts'
import {
  countriesOf,
  isMember,
  LAYERS,
  targetsOf,
  type ContentLine,
  type LayerInput,
} from './input.ts'
import { CONCERN, offersFromAbroad, type Consortium } from './members.ts'
import { FactSheet, holds, yesOrNo, type Reading, type Subject } from './reading.ts'
import { usContent, type UsContent } from './us-content.ts'

const nowhere = { party: null, layer: null, target: null, country: null } as const

/** The proposal as a whole, and its U.S. content as worked out from lines. */
export function proposalSubject(
  reading: Reading,
  consortium: Consortium,
  label: string,
): { readonly subject: Subject; readonly content: UsContent | undefined } {
  const { proposal, context } = reading
  const { parties = [], operatingModel = {}, compliance = {}, targets, support } = proposal
  const sheet = new FactSheet()
  const own = readLayer(proposal, 'proposal', context)
  for (const name of ['consortium', 'purchasesFromConcern', 'operationsInConcern']) {
    const fact = context.dictionary.get(`proposal.${name}`)!
    sheet.put(fact.name, own.values[fact.name], fact.at)
    sheet.sources[fact.name] = own.sources[fact.name]
  }
  operations(sheet, parties, consortium)
  purchases(sheet, parties, consortium, reading)
  sheet.put(
    'proposal.anchorNamed',
    parties.some(({ role }) => role === 'anchor-member'),
    'parties',
  )
  sheet.put('proposal.targetsNamed', holds(targets), 'targets')
  sheet.put('proposal.buildersNamed', holds(operatingModel.build), 'operatingModel.build')
  sheet.put('proposal.ownersNamed', holds(operatingModel.own), 'operatingModel.own')
  sheet.put('proposal.operatorsNamed', holds(operatingModel.operate), 'operatingModel.operate')
  sheet.put(
    'proposal.supportStated',
    support === 'unknown' ? undefined : support !== undefined,
    'support',
  )
  sheet.put('proposal.support', Array.isArray(support) ? support : undefined, 'support')
  for (const name of ['exportControls', 'outboundInvestment', 'endUserPolicies'] as const) {
    const said = compliance[name]
    sheet.put(
      `proposal.${name}Stated`,
      said === 'unknown' ? undefined : yesOrNo(said) === true,
      `compliance.${name}`,
    )
  }
  const made = proposal.disclosures?.made
  sheet.put(
    'proposal.disclosed',
    made === 'unknown' ? undefined : yesOrNo(made) === true,
    'disclosures.made',
  )
  sheet.put(
    'proposal.championRequested',
    proposal.nationalChampion !== undefined,
    'nationalChampion',
  )
  sheet.put('proposal.championPossible', offersFromAbroad(reading, consortium), 'parties')
  const content = hardware(sheet, proposal.layers?.hardware ?? {}, reading)
  const facts = sheet.facts(label, { parties: consortium.list })
  return { subject: { of: 'proposal', facts, label, ...nowhere }, content }
}

/** What a provider from a country of concern delivers is bought there, whatever else is said. */
function purchases(
  sheet: FactSheet,
  parties: readonly PartyInput[],
  consortium: Consortium,
  { members }: Reading,
): void {
  const concern = members(CONCERN)
  const place = 'disclosures.purchasesFromConcern'
  parties.forEach((party, i) => {
    if (isMember(party) || sheet.values['proposal.purchasesFromConcern'] === true) return
    const { values, label } = consortium.parties[i]!
    for (const fact of ['country', 'headquarters']) {
      const seat = values[`party.${fact}`]
      if (seat === undefined)
        sheet.put('proposal.purchasesFromConcern', undefined, `parties[${i}].${fact}`)
      else if (concern.has(seat))
        return sheet.put('proposal.purchasesFromConcern', true, place, label)
    }
  })
}

/** A member that operates there speaks for the consortium; a no must be one of all of them. */
function operations(
  sheet: FactSheet,
  parties: readonly PartyInput[],
  consortium: Consortium,
): void {
  const members = consortium.parties.filter((_, i) => isMember(parties[i]!))
  const said = members.map(({ values }) => values['member.operationsInConcern'])
  const place = 'disclosures.operationsInConcern'
  const isOpen = parties.some((party) => unboxed(party['operationsInConcern']) === 'unknown')
  if (isOpen) sheet.put('proposal.operationsInConcern', undefined, place)
  if (said.includes(true)) sheet.put('proposal.operationsInConcern', true, place, 'a member')
  else if (said.length > 0 && said.every((one) => one === false))
    sheet.put('proposal.operationsInConcern', false, place, 'all members')
}

/** What is stated of U.S. content and what the lines add up to, as one: where they differ, the lower. */
function hardware(
  sheet: FactSheet,
  input: LayerInput,
  { context }: Reading,
): UsContent | undefined {
  const place = 'layers.hardware'
  const fact = context.dictionary.get('proposal.usContent')!
  const known = knownOf(fact, input.usContent, context.destination)
  const lines = input.content
  const isWhole = yesOrNo(input.contentComplete)
  const content = lines === undefined || isWhole !== true ? undefined : usContent(lines)
  const asks =
    lines === undefined
      ? `${place}.usContent`
      : isWhole === true
        ? `${place}.${lineToAsk(lines)}`
        : `${place}.contentComplete`
  const states = (raw: unknown): boolean | undefined =>
    unboxed(raw) === 'unknown' ? undefined : raw !== undefined
  sheet.put(
    'proposal.usContentStated',
    lines !== undefined ? true : states(input.usContent),
    `${place}.usContent`,
  )
  const stated = known?.value as Quantity | undefined
  const { both, contradicts } = joined(stated, content?.percent)
  sheet.put('proposal.usContentContradicted', contradicts, `${place}.usContent`)
  const how = content === undefined ? undefined : 'added up from its lines'
  sheet.put('proposal.usContent', both, asks, how)
  if (content === undefined) sheet.sources['proposal.usContent'] = known?.source
  const without = content?.withoutManufacturing
  sheet.put(
    'proposal.usContentWithoutManufacturing',
    without === undefined ? both : joined(stated, without).both,
    asks,
    how,
  )
  return content
}

/** The first line of which something is left out, or the lines, whose ranges are then too wide. */
function lineToAsk(lines: readonly ContentLine[]): string {
  const unvalued = lines.findIndex(({ value }) => value === undefined)
  if (unvalued >= 0) return `content[${unvalued}].value`
  const open = lines.findIndex((line) => (line.usOrigin ?? line.usOriginPercent) === undefined)
  return open >= 0 ? `content[${open}].usOrigin` : 'content'
}

/** What two accounts of one percentage leave possible; where they exclude each other, the lower one. */
function joined(
  stated: Quantity | undefined,
  counted: { readonly low: number; readonly high: number } | undefined,
): { readonly both: Value | undefined; readonly contradicts: boolean } {
  if (stated === undefined || counted === undefined) {
    const one = counted === undefined ? stated : quantity(counted.low, counted.high)
    return { both: one, contradicts: false }
  }
  const { low, high } = bounds(stated)
  if (high < counted.low) return { both: stated, contradicts: true }
  if (counted.high < low) return { both: quantity(counted.low, counted.high), contradicts: true }
  return {
    both: quantity(Math.max(low, counted.low), Math.min(high, counted.high)),
    contradicts: false,
  }
}

/** The five layers: who is named as the provider of one offers it. */
export function layerSubjects({ proposal }: Reading): Subject[] {
  return LAYERS.map((name) => {
    const sheet = new FactSheet()
    const input = proposal.layers?.[name]
    sheet.put('layer.offered', holds(input?.providers ?? []), `layers.${name}.providers`)
    return { of: 'layer', facts: sheet.facts(name), label: name, ...nowhere, layer: name }
  })
}

/** The targets, each with whether its reasons and the countries of a bloc are given. */
export function targetSubjects({ proposal }: Reading): Subject[] {
  return targetsOf(proposal).map((target, i) => {
    const label = target.country ?? target.bloc ?? ''
    const sheet = new FactSheet()
    sheet.put('target.reasonsGiven', holds(target.reasons), `targets[${i}].reasons`)
    sheet.put('target.countriesNamed', holds(countriesOf(target)), `targets[${i}].countries`)
    return {
      of: 'target',
      facts: sheet.facts(label),
      label,
      ...nowhere,
      target: i,
      country: target.country ?? null,
    }
  })
}
