import { basisOf, type CheckOptions } from '../check.ts'
import type { Engine } from '../engine.ts'
import { notModelled } from '../stages/notices.ts'
import { LAYERS, targetsOf, type Proposal } from './input.ts'
import { decideProposal, decidingProvisions, judge } from './judge.ts'
import { providersOf } from './members.ts'
import type { ProgramFinding, ProposalResult } from './result.ts'
import { contentResult, exportNeed, layerResult, memberResult } from './parts.ts'
import type { Shipment } from './shipments.ts'
import { standingOf } from './standing.ts'
import { subjectsOf } from './subjects.ts'
import { conditionsOf, missingOf, questionsOf } from './missing.ts'

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
  const { law, reading, consortium, content, whole, shipments, subjects } = subjectsOf(
    engine,
    proposal,
    options,
  )
  const id = whole.label
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
        shipments.filter((one) => one.layer === layer).map((one) => exportNeed(one)),
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
    usContent: contentResult(law, reading, whole.facts, content),
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

function operatingModelOf({ operatingModel = {} }: Proposal): ProposalResult['operatingModel'] {
  const names = (said: readonly string[] | 'unknown' | undefined): string[] =>
    Array.isArray(said) ? [...(said as string[])] : []
  const { build, own, operate } = operatingModel
  return { build: names(build), own: names(own), operate: names(operate) }
}
