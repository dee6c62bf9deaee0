import { contextOf, type CheckOptions } from '../check.ts'
import type { Engine } from '../engine.ts'
import type { Law } from '../rules/on-day.ts'
import type { Proposal } from './input.ts'
import { consortiumOf, memberSubjects, providerSubjects, type Consortium } from './members.ts'
import { modelSubjects } from './model-facts.ts'
import { layerSubjects, proposalSubject, targetSubjects } from './proposal-facts.ts'
import { FactSheet, type Reading, type Subject } from './reading.ts'
import { outcomeOf, prohibitionOf, shipmentsOf, type Shipment } from './shipments.ts'
import type { UsContent } from './us-content.ts'

/** A proposal laid out as the things of which the program's provisions are tested, on a law date. */
export interface Laid {
  readonly law: Law
  readonly reading: Reading
  readonly consortium: Consortium
  readonly content: UsContent | undefined
  /** The proposal as a whole, which is one of the subjects. */
  readonly whole: Subject
  readonly shipments: readonly Shipment[]
  readonly subjects: readonly Subject[]
}

/** Lays out a proposal: itself, its members, layers, providers, models, targets, and what goes where. */
export function subjectsOf(
  engine: Engine,
  proposal: Proposal,
  options: Omit<CheckOptions, 'caseSha256' | 'fallbackId'> & { readonly fallbackId?: string },
): Laid {
  const day = options.asOf ?? proposal.date ?? options.today
  const law = engine.lawOn(day, options.includeProposed)
  const reading: Reading = {
    proposal,
    context: contextOf(engine, law, options),
    consortium: { kind: 'transaction', ...(proposal.parties && { parties: proposal.parties }) },
    noneLater: noneLaterThan(options.screened),
    members: law.book.members,
  }
  const consortium = consortiumOf(reading)
  const { subject: whole, content } = proposalSubject(
    reading,
    consortium,
    proposal.id ?? options.fallbackId ?? 'proposal',
  )
  const shipments = shipmentsOf(engine, proposal, { ...options, asOf: day })
  const subjects = [
    whole,
    ...memberSubjects(reading, consortium),
    ...layerSubjects(reading),
    ...providerSubjects(reading, consortium),
    ...modelSubjects(reading),
    ...targetSubjects(reading),
    ...shipments.map(shipmentSubject),
  ]
  return { law, reading, consortium, content, whole, shipments, subjects }
}

/** Parties of whom lists that are later than the law date have nothing near. */
function noneLaterThan(screened: CheckOptions['screened']): Reading['noneLater'] {
  const lists = (screened?.lists ?? []).map(({ id, date }) => `${id} ${date}`).join(', ')
  const clear = (screened?.screening ?? []).filter(
    ({ status, hits, notComparable }) =>
      status === 'before-the-lists' && hits.length === 0 && notComparable.length === 0,
  )
  return Object.fromEntries(clear.map(({ at }) => [at, lists]))
}

function shipmentSubject(shipment: Shipment): Subject {
  const { layer, target, country } = shipment
  const label = `${layer} to ${country}`
  const sheet = new FactSheet()
  const place = `layers.${layer}.deliveries`
  sheet.put('shipment.outcome', outcomeOf(shipment), place)
  const { prohibited, asks } = prohibitionOf(shipment)
  sheet.put('shipment.prohibited', prohibited, asks ?? place)
  sheet.put('shipment.recipientsNamed', shipment.recipientsNamed, `targets[${target}].parties`)
  const facts = sheet.facts(label)
  return { of: 'shipment', facts, label, party: null, layer, target, country }
}
