import { basisOf, contextOf, type CheckOptions } from '../check.ts'
import type { Engine } from '../engine.ts'
import type { Facts } from '../logic/facts.ts'
import { notModelled } from '../stages/notices.ts'
import { LAYERS, targetsOf, type Layer, type Proposal } from './input.ts'
import { decideProposal, decidingProvisions, judge } from './judge.ts'
import { consortiumOf, memberSubjects, providersOf, providerSubjects } from './members.ts'
import { modelSubjects } from './model-facts.ts'
import { layerSubjects, proposalSubject, targetSubjects } from './proposal-facts.ts'
import { FactSheet, type Reading, type Subject } from './reading.ts'
import type { ProgramFinding, ProposalResult } from './result.ts'
import { contentResult, exportNeed, layerResult, memberResult } from './parts.ts'
import { outcomeOf, prohibitionOf, shipmentsOf, type Shipment } from './shipments.ts'
import { standingOf } from './standing.ts'
import { conditionsOf, missingOf, questionsOf } from './todo.ts'

/**
 * Judges a proposal to the American AI Exports Program: EO 14320 s.3 and, from 2026-04-10, the call for
 * proposals (FR Doc 2026-06952). What each layer needs to be delivered to each target is judged by the
 * engine that judges transactions.
 */
export function checkProposal(
  engine: Engine,
  proposal: Proposal,
  options: CheckOptions,
): ProposalResult {
  const day = options.asOf ?? proposal.date ?? options.today
  const law = engine.lawOn(day, options.includeProposed)
  const reading: Reading = {
    proposal,
    context: contextOf(engine, law, options),
    consortium: { kind: 'transaction', ...(proposal.parties && { parties: proposal.parties }) },
    noneLater: noneLaterThan(options.screened),
    members: law.book.members,
  }
  const id = proposal.id ?? options.fallbackId
  const consortium = consortiumOf(reading)
  const { subject, content } = proposalSubject(reading, consortium, id)
  const shipments = shipmentsOf(engine, proposal, { ...options, asOf: day })
  const subjects = [
    subject,
    ...memberSubjects(reading, consortium),
    ...layerSubjects(reading),
    ...providerSubjects(reading, consortium),
    ...modelSubjects(reading),
    ...targetSubjects(reading),
    ...shipments.map(shipmentSubject),
  ]
  const { findings, considered } = judge(law, subjects)
  const outcome = decideProposal(findings)
  const asked = questionsOf(findings, engine.dictionary, engine.wording)
  const about = (wanted: Partial<ProgramFinding['about']>): ProgramFinding[] =>
    findings.filter(({ about: of }) =>
      Object.entries(wanted).every(([key, value]) => of[key as keyof typeof of] === value),
    )
  return {
    proposal: id,
    title: proposal.title ?? null,
    outcome,
    because: decidingProvisions(outcome, findings),
    missing: missingOf(findings, asked, engine.wording),
    conditions: conditionsOf(findings, engine.wording),
    layers: LAYERS.map((layer) =>
      layerResult(
        reading,
        layer,
        about({ layer }),
        providersOf(reading, layer),
        subjects,
        shipments
          .filter((one) => one.layer === layer)
          .map((one) => exportNeed(one)),
      ),
    ),
    members: (proposal.parties ?? []).map((_, party) =>
      memberResult(
        reading,
        consortium,
        party,
        about({ party }),
        LAYERS.filter((layer) => providersOf(reading, layer).includes(party)),
      ),
    ),
    usContent: contentResult(law, reading, subject.facts, content),
    targets: targetsOf(proposal).map((target, i) => ({
      target: i,
      label: target.country ?? target.bloc ?? '',
      bloc: target.bloc ?? null,
      reasons: target.reasons ?? null,
      countries: standingOf(target, engine.pack, reading.context),
      findings: about({ kind: 'target', target: i }),
    })),
    findings: [...findings],
    considered,
    questions: asked,
    operatingModel: operatingModelOf(proposal),
    support: Array.isArray(proposal.support) ? [...(proposal.support as string[])] : null,
    disclosures: (proposal.disclosures?.entries ?? []).map(({ what, from }) => ({ what, from })),
    screening: [...(options.screened?.screening ?? [])],
    assumed: distinct(
      determinations(shipments).flatMap(({ assumed }) => assumed),
      ({ fact, profile }) => `${fact} ${profile}`,
    ),
    notices: distinct(
      determinations(shipments).flatMap(({ notices }) => notices),
      (notice) => notice.id,
    ),
    notModelled: notModelled(engine.pack),
    basis: basisOf(engine, law, options),
  }
}

const determinations = (shipments: readonly Shipment[]) =>
  shipments.flatMap(({ deals }) => deals.map(({ determination }) => determination))

function distinct<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()]
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
  const facts: Facts = sheet.facts(label)
  return { of: 'shipment', facts, label, party: null, layer: layer as Layer, target, country }
}

function operatingModelOf({ operatingModel = {} }: Proposal): ProposalResult['operatingModel'] {
  const names = (said: readonly string[] | 'unknown' | undefined): string[] =>
    Array.isArray(said) ? [...(said as string[])] : []
  const { build, own, operate } = operatingModel
  return { build: names(build), own: names(own), operate: names(operate) }
}
